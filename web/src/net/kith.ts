import { newId, toBase64Url } from '../crypto';
import type { Command, Response, View } from '../core/types';
import { Problem, Unreachable } from '../wire/problems';
import { Bonds } from './bonds';
import { timeOf } from './clock';
import { CoreBond, drawnCard } from './corebond';
import { gateOf, isOnItsWay, Refused, withAnswer, withEvents, withoutAnswer } from './exchange';
import { listen } from './live';
import * as meeting from './meeting';
import type { BondRecord } from './record';
import { Relay } from './relay';
import { syncOnce } from './sync';
import { Vault } from './vault';

/** One bond as a screen needs it. */
export interface OpenBond {
  /** Its name on this device; it means nothing anywhere else. */
  local: string;
  record: BondRecord;
  view: View;
  /** Something written here has not reached the relay yet. */
  waiting: boolean;
}

export interface Snapshot {
  bonds: readonly OpenBond[];
  reachable: boolean;
}

/** How soon something that did not reach the relay is tried again, at first and at last. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Everything a screen can do: one method a deed. Nothing here asks anybody anything. */
export class Kith {
  readonly #vault: Vault;
  readonly #bonds: Bonds;
  readonly #relay = new Relay();
  readonly #cores = new Map<string, CoreBond>();
  readonly #listeners = new Set<() => void>();
  readonly #drafting = new Map<string, Promise<void>>();
  #snapshot: Snapshot = { bonds: [], reachable: true };
  #reachable = true;
  #retrying = false;
  #pause = FIRST_PAUSE_MS;
  /** Bonds that the relay does not know, so that they do not keep the others from being heard. */
  readonly #unknown = new Set<string>();
  #stopListening: () => void = () => undefined;
  #listeningTo = '';

  private constructor(vault: Vault, bonds: Bonds) {
    this.#vault = vault;
    this.#bonds = bonds;
    bonds.onChange(() => this.#changed());
  }

  /** Unlocks this device, shows what is kept, and starts to listen. */
  static async open(): Promise<Kith> {
    const vault = await Vault.open();
    const kith = new Kith(vault, await Bonds.load(vault));
    kith.#changed();
    window.addEventListener('online', () => kith.#syncAll());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) kith.#syncAll();
    });
    return kith;
  }

  snapshot(): Snapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async start(name: string, kind: string): Promise<string> {
    void navigator.storage.persist();
    return this.#bonds.add(await meeting.start(this.#relay, this.#vault.me, name, kind));
  }

  link(local: string): string {
    const record = this.#bonds.get(local);
    return record === undefined ? '' : meeting.linkOf(record.stage, location.origin);
  }

  lookAt(link: string): Promise<meeting.OpenedOffer> {
    const known = this.#bonds.all().map(([, record]) => record);
    return meeting.lookAt(this.#relay, this.#vault.me, link, known);
  }

  async join(found: meeting.OpenedOffer, name: string): Promise<string> {
    void navigator.storage.persist();
    const local = await this.#bonds.add(await meeting.join(this.#vault.me, found, name));
    await this.#sync(local);
    return local;
  }

  async confirm(local: string): Promise<void> {
    await this.#bonds.change(local, (record) => meeting.confirm(this.#vault.me, record));
    await this.#sync(local);
  }

  async refuse(local: string): Promise<void> {
    await this.#bonds.change(local, (record) => meeting.refuse(this.#relay, record));
  }

  async compared(local: string): Promise<void> {
    const comparedOn = new Date().toLocaleDateString(undefined, { dateStyle: 'long' });
    await this.#bonds.change(local, (record) => ({ ...record, comparedOn }));
  }

  async draw(local: string, prompt: string): Promise<void> {
    const exchange = toBase64Url(newId());
    await this.#append(local, { type: 'draw', exchange, prompt }, () => []);
  }

  async swap(local: string, exchange: string): Promise<void> {
    await this.#append(local, { type: 'swap', exchange }, async (record) => [
      await gateOf(record, exchange),
    ]);
  }

  async respond(local: string, exchange: string, response: Response): Promise<void> {
    await this.#append(local, { type: 'respond', exchange, ...response }, () => []);
  }

  async seal(local: string, exchange: string, text: string): Promise<void> {
    await this.#bonds.change(local, async (record) => {
      this.#decided(local, record, { type: 'seal', exchange, length: text.trim().length });
      const card = drawnCard(record, exchange, timeOf(record));
      if (card === null) throw new Refused('not-on-table');
      return withAnswer(record, card, this.#lastDay(local, exchange), text.trim());
    });
    await this.#sync(local);
  }

  async takeBack(local: string, exchange: string): Promise<void> {
    await this.#bonds.change(local, (record) =>
      withoutAnswer(record, exchange, this.#lastDay(local, exchange)),
    );
    await this.#sync(local);
  }

  /** Keeps a draft; while one is being kept, the newest text is all that counts. */
  draft(local: string, exchange: string, newest: () => string): Promise<void> {
    const key = `${local}/${exchange}`;
    const running = this.#drafting.get(key);
    if (running !== undefined) return running;
    const keeping = this.#bonds
      .change(local, (record) => {
        this.#drafting.delete(key);
        return { ...record, drafts: { ...record.drafts, [exchange]: newest() } };
      })
      .then(() => undefined)
      .finally(() => this.#drafting.delete(key));
    this.#drafting.set(key, keeping);
    return keeping;
  }

  /** Asks the core, then seals what it answers into an entry. */
  async #append(
    local: string,
    command: Command,
    closes: (record: BondRecord) => string[] | Promise<string[]>,
  ): Promise<void> {
    await this.#bonds.change(local, async (record) => {
      if (isOnItsWay(record)) throw new Refused('on-its-way');
      const events = this.#decided(local, record, command);
      return withEvents(record, events, await closes(record));
    });
    await this.#sync(local);
  }

  #decided(local: string, record: BondRecord, command: Command): readonly object[] {
    const decision = this.#core(local, record).decide(record, command);
    if ('refused' in decision) throw new Refused(decision.refused);
    return decision.accepted.events;
  }

  #core(local: string, record: BondRecord): CoreBond {
    const core = this.#cores.get(local) ?? new CoreBond(record);
    this.#cores.set(local, core);
    return core;
  }

  /** The last day of a card, and so of the gate at which its answers meet. */
  #lastDay(local: string, exchange: string): number {
    const open = this.#snapshot.bonds.find((bond) => bond.local === local);
    const card = open?.view.table.find((each) => each.exchange === exchange);
    if (card === undefined || card.lastDay === null) throw new Refused('not-on-table');
    return card.lastDay;
  }

  /** Brings one bond up to date; out of reach is no error here, it is said on the screen. */
  async #sync(local: string): Promise<void> {
    try {
      await syncOnce(this.#relay, this.#vault.me, this.#bonds, local);
      this.#unknown.delete(local);
      this.#pause = FIRST_PAUSE_MS;
      this.#setReachable(true);
    } catch (cause) {
      this.#retryLater();
      if (cause instanceof Problem && cause.problem === 'not-permitted') this.#unknown.add(local);
      if (!(cause instanceof Unreachable)) throw cause;
      this.#setReachable(false);
    }
  }

  #syncAll(): void {
    for (const [local] of this.#bonds.all()) this.#syncQuietly(local);
  }

  #syncQuietly(local: string): void {
    // What went wrong is tried again by itself; whoever does something is told at once.
    this.#sync(local).catch(() => this.#changed());
  }

  /** The stream tells of what is new; what failed on its way out is tried again by itself. */
  #retryLater(): void {
    if (this.#retrying) return;
    this.#retrying = true;
    setTimeout(() => {
      this.#retrying = false;
      this.#syncAll();
    }, this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  #setReachable(reachable: boolean): void {
    if (reachable === this.#reachable) return;
    this.#reachable = reachable;
    this.#changed();
  }

  #changed(): void {
    const bonds = this.#bonds.all().map(([local, record]) => this.#opened(local, record));
    this.#snapshot = { bonds, reachable: this.#reachable };
    this.#listeners.forEach((listener) => listener());
    this.#listen();
  }

  /** A record that the core cannot take stops its own bond and no other. */
  #opened(local: string, record: BondRecord): OpenBond {
    const waiting = record.outbox.length > 0 && !this.#reachable;
    try {
      return { local, record, view: this.#core(local, record).view(record), waiting };
    } catch {
      const nothing = { ...record, entries: [], sealed: {} };
      const view = new CoreBond(nothing).view(nothing);
      return { local, record: { ...record, alarm: 'gap' }, view, waiting };
    }
  }

  /** One stream for all bonds; opened anew when there are others to listen to. */
  #listen(): void {
    const open = this.#bonds
      .all()
      .filter(([local, record]) => isHeard(record) && !this.#unknown.has(local));
    const names = open.map(([local]) => local).join();
    if (names === this.#listeningTo) return;
    this.#listeningTo = names;
    this.#stopListening();
    if (open.length === 0) return;
    const seats = open.map(([, { bond, capability }]) => ({ bond, capability }));
    this.#stopListening = listen(this.#relay, seats, {
      changed: (bond) => {
        const found = this.#bonds.all().find(([, record]) => record.bond === bond);
        if (found !== undefined) this.#syncQuietly(found[0]);
      },
      connected: () => {
        this.#setReachable(true);
        this.#syncAll();
      },
      lost: () => this.#setReachable(false),
    });
  }
}

/** A seat that the relay does not know yet would close the whole stream. */
function isHeard({ stage, alarm }: BondRecord): boolean {
  if (stage.name === 'closed' || alarm !== null) return false;
  return stage.name !== 'joining' || stage.sent;
}
