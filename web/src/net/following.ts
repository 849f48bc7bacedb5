import { Problem, Unreachable } from '../wire/problems';
import { Listening } from './listening';
import type { Keeping } from './keeping';
import { isQuiet } from './quiet';
import type { Model } from './shown';
import type { Syncing } from './sync';
import type { Vault } from './vault';

/** How soon something that did not reach the relay is tried again, at first and at last. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** An open page looks so often by itself: nothing tells of a new tick at which votes are due. */
const LOOK_AGAIN_MS = 30 * 60_000;

/** Who acts is another after a new root key, and all their devices have to know of it. */
export function whoActs(vault: Vault, keeping: Keeping): Pick<Syncing, 'me' | 'selves' | 'bring'> {
  return {
    me: () => vault.me,
    selves: async () => ({ now: vault.me, before: await keeping.before() }),
    bring: () => keeping.bring(),
  };
}

interface FollowingFor {
  readonly changed: () => void;
  readonly shutOut: () => void;
  readonly model: () => Promise<Model>;
  readonly isHere: () => boolean;
}

/** Keeps all bonds up to date: listens, brings them forward, tries again what failed. */
export class Following {
  readonly #syncing: Syncing;
  readonly #listening: Listening;
  readonly #changed: () => void;
  readonly #shutOut: () => void;
  readonly #model: () => Promise<Model>;
  readonly #isHere: () => boolean;
  #reachable = true;
  #retrying: ReturnType<typeof setTimeout> | null = null;
  #pause = FIRST_PAUSE_MS;
  readonly #looking = setInterval(() => this.all(), LOOK_AGAIN_MS);
  #stopped = false;

  /**
   * `changed`: the relay came into reach or went out of it, or something went wrong quietly.
   * `shutOut`: what opened a bond opens it no longer; another device of mine may know what does.
   * `model`: what reads and sends, once it is here. `isHere`: whether it is.
   */
  constructor(syncing: Syncing, { changed, shutOut, model, isHere }: FollowingFor) {
    this.#syncing = syncing;
    this.#changed = changed;
    this.#shutOut = shutOut;
    this.#model = model;
    this.#isHere = isHere;
    this.#listening = new Listening(syncing.relay, {
      changed: (bond) => {
        const found = syncing.bonds.all().find(([, record]) => record.bond === bond);
        if (found !== undefined) this.quietly(found[0]);
      },
      connected: () => {
        this.#setReachable(true);
        this.all();
      },
      lost: () => this.#setReachable(false),
    });
  }

  get reachable(): boolean {
    return this.#reachable;
  }

  /** Listens to the bonds as they are now. */
  listen(): void {
    if (!this.#stopped) this.#listening.follow(this.#syncing.bonds.all());
  }

  /** Hears nothing until it is looked for again. */
  pause(): void {
    this.#listening.stop();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#looking);
    if (this.#retrying !== null) clearTimeout(this.#retrying);
    this.#listening.stop();
  }

  /** Brings one bond up to date; out of reach is no error here, it is said on the screen. */
  async one(local: string): Promise<void> {
    try {
      if (!(await this.#canStayAway(local))) {
        const { syncOnce } = await this.#model();
        await syncOnce(this.#syncing, local);
      }
      // It was refused before, and the stream went on without it.
      if (this.#listening.mayHear(local, true)) this.listen();
      this.#pause = FIRST_PAUSE_MS;
      this.#setReachable(true);
    } catch (cause) {
      this.#retryLater();
      if (cause instanceof Problem && cause.problem === 'not-permitted') {
        this.#listening.mayHear(local, false);
        this.#shutOut();
      }
      if (!(cause instanceof Unreachable)) throw cause;
      this.#setReachable(false);
    }
  }

  /** As long as what folds is not here, a look first asks whether it is needed at all. */
  async #canStayAway(local: string): Promise<boolean> {
    if (this.#isHere()) return false;
    const { relay, bonds, me } = this.#syncing;
    const record = await bonds.change(local, (present) => present);
    return isQuiet(relay, record, me().statement.generation);
  }

  /** Brings all bonds up to date; what goes wrong is tried again by itself. */
  all(): void {
    for (const [local] of this.#syncing.bonds.all()) this.quietly(local);
  }

  /** Brings one bond up to date; what goes wrong is tried again by itself. */
  quietly(local: string): void {
    if (this.#stopped) return;
    // What went wrong is tried again by itself; whoever does something is told at once.
    this.one(local).catch(() => this.#changed());
  }

  /** The stream tells of what is new; what failed on its way out is tried again by itself. */
  #retryLater(): void {
    if (this.#retrying !== null || this.#stopped) return;
    this.#retrying = setTimeout(() => {
      this.#retrying = null;
      this.all();
    }, this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  #setReachable(reachable: boolean): void {
    if (reachable === this.#reachable) return;
    this.#reachable = reachable;
    this.#changed();
  }
}
