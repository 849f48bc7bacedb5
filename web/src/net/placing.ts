import { toBase64Url, UNLOCKER_KINDS, type UnlockerKind } from '../crypto';
import type { KeptUnlocker } from '../wire/messages';
import { Problem } from '../wire/problems';
import { comingIn, holdingIn, withCome, withComing, without, type Locks } from './coming';
import { same } from './merge';
import { renewedWays, sealedTo } from './renewing';
import type { Vault } from './vault';
import { isShutOut, type OpenVault, type VaultRelay } from './vaultrelay';
import { isSingle, keptLock, madeWay, WAYS, waysOf, WayTrouble } from './ways';
import type { Key, KeptLock, OpenWay } from './ways';

/** The list of ways in. */
interface Listing {
  readonly locks: () => Locks;
  readonly list: (locks: Locks) => Promise<void>;
  /** Comes in anew. */
  readonly enter: () => Promise<OpenVault>;
}

/** A way in that was made in this page, and its lock as it was made: no list can say another. */
interface Made extends OpenWay {
  readonly lock: KeptLock;
}

/** Puts ways in in place; see `coming.ts` for what holds wherever it is stopped. */
export class Placing {
  readonly #vault: Vault;
  readonly #relay: VaultRelay;
  readonly #listing: Listing;
  /** What was made last in this page. */
  #made: Made | null = null;

  constructor(vault: Vault, relay: VaultRelay, listing: Listing) {
    this.#vault = vault;
    this.#relay = relay;
    this.#listing = listing;
  }

  /** What takes the place of the way by which this page was opened, if that may have happened. */
  get successor(): OpenWay | null {
    const kind = this.#made?.way.kind;
    const isAlike = kind === this.#vault.unlocker.kind && isSingle(kind);
    return isAlike ? this.#made : null;
  }

  /** Lists a new one as coming, in the place of the one that is there now. Its id. */
  async begin(at: OpenVault, key: Key): Promise<string> {
    const made = await madeWay(this.#vault.account, key);
    const { id, kind } = made.way;
    const there = isSingle(kind) ? await this.#there(at) : [];
    const before = there.find((each) => each.kind === UNLOCKER_KINDS[kind])?.unlocker;
    const bare = await keptLock(made, '');
    const lock = before === undefined ? bare : { ...bare, replaces: before };
    this.#made = { ...made, lock };
    await this.#listing.list(withComing(this.#listing.locks(), id, lock));
    return id;
  }

  /**
   * Those that are coming are put in their place; what was begun on another device, too. `lost`:
   * what counts no longer, and takes the place of nothing.
   */
  async finish(at: OpenVault, lost: ReadonlySet<string> = new Set()): Promise<OpenVault> {
    let within = at;
    for (const id of comingIn(without(this.#listing.locks(), [...lost]))) {
      try {
        within = await this.place(within, id);
      } catch (cause) {
        // One that is refused keeps nothing else waiting.
        const isRefused = cause instanceof WayTrouble || cause instanceof Problem;
        if (!isRefused || isShutOut(cause)) throw cause;
      }
    }
    return within;
  }

  /** Puts that one in its place; taken off the list, and said so, when the relay refuses it. */
  async place(at: OpenVault, id: string): Promise<OpenVault> {
    const own = this.#vault.unlocker;
    const made = this.#made?.way.id === id ? this.#made : null;
    const lock = made?.lock ?? this.#listing.locks()[id];
    if (lock === undefined) throw new WayTrouble('not-come');
    const isOwn = isSingle(lock.kind) && own.kind === lock.kind && toBase64Url(own.id) !== id;
    // Nobody is put out by what they came in with, unless they hold what takes its place.
    if (isOwn && made === null) return at;
    await this.#put(at, id, lock);
    if (made !== null) await this.#vault.keepWay(made, isOwn);
    await this.#listing.list(withCome({ ...this.#listing.locks(), [id]: lock }, id));
    return isOwn ? this.#listing.enter() : at;
  }

  async #put(at: OpenVault, id: string, lock: KeptLock): Promise<void> {
    if (isAmong(await this.#there(at), id)) return;
    try {
      const next = await sealedTo(this.#vault.account, id, lock);
      await this.#relay.addUnlocker(at, next, lock.replaces);
    } catch (cause) {
      const problem = cause instanceof Problem ? cause.problem : null;
      if (problem !== 'unlocker-exists' && problem !== 'too-many') throw cause;
      // Another device of mine may have put this very one there just now.
      if (isAmong(await this.#there(at), id)) return;
      await this.#listing.list(without(this.#listing.locks(), [id]));
      throw problem === 'too-many' ? cause : new WayTrouble('not-come');
    }
  }

  /** Throws unless what was made here is there now, on the relay and on the list, as it was made. */
  async sure(at: OpenVault, id: string): Promise<void> {
    const { lock } = this.#madeHere(id);
    const listed = this.#listing.locks()[id];
    const there = (await this.#there(at)).find(({ unlocker }) => unlocker === id);
    const isThere = there?.public_key === lock.login;
    if (!isThere || listed?.coming === true || !isSame(lock, listed)) {
      throw new WayTrouble('not-come');
    }
  }

  /** The way by which this page was opened and what was made here, by what this page itself holds. */
  async ownLocks(id: string): Promise<Locks> {
    const { lock } = this.#madeHere(id);
    const { unlocker, store } = this.#vault;
    const own = toBase64Url(unlocker.id);
    if (own === id) return { [id]: lock };
    const listed = this.#listing.locks()[own];
    const known = (await waysOf(store))?.ways.find((way) => way.id === own) ?? listed;
    const { salt, cost } = known ?? {};
    const bare = { kind: unlocker.kind, id: own, envelope: '' };
    const way = salt === undefined || cost === undefined ? bare : { ...bare, salt, cost };
    return { [own]: await keptLock({ way, unlocker }, listed?.label ?? ''), [id]: lock };
  }

  /** Those that stay when these are lost: of a kind that is single the one that is in force. */
  async staying(at: OpenVault, lost: ReadonlySet<string>): Promise<Locks> {
    const held = (await this.#there(at)).map(({ unlocker }) => unlocker);
    const own = toBase64Url(this.#vault.unlocker.id);
    return holdingIn(without(this.#listing.locks(), [...lost]), own, held);
  }

  /** Ways in that were made or taken away elsewhere open and no longer open this device, too. */
  async learn(at: OpenVault): Promise<void> {
    const { store, account, me } = this.#vault;
    const ways = await waysOf(store);
    if (ways === null) return;
    const locks = this.#listing.locks();
    const firm = ({ kind }: { kind: UnlockerKind }) => kind !== 'device';
    const here = ways.ways.filter(firm).map(({ id }) => id);
    const there = Object.entries(locks).filter(([, lock]) => firm(lock) && lock.coming !== true);
    if (same(here.sort(), there.map(([id]) => id).sort())) return;
    const copy = { statement: toBase64Url(me.statement.signed), locks };
    await store.putDevice(WAYS, renewedWays(ways, account, copy, await this.#there(at)));
  }

  #madeHere(id: string): Made {
    if (this.#made?.way.id !== id) throw new WayTrouble('not-come');
    return this.#made;
  }

  async #there(at: OpenVault): Promise<readonly KeptUnlocker[]> {
    return (await this.#relay.unlockers(at)).unlockers;
  }
}

function isAmong(there: readonly KeptUnlocker[], id: string): boolean {
  return there.some(({ unlocker }) => unlocker === id);
}

function isSame(one: KeptLock, other: KeptLock | undefined): boolean {
  return one.publicKey === other?.publicKey && one.psk === other.psk && one.login === other.login;
}
