import {
  deriveAccount,
  fromBase64Url,
  makeNextStatement,
  nextAccount,
  openEnvelope,
  openStatement,
  Rejected,
  sameBytes,
  toBase64Url,
  vaultId,
  type Account,
  type Identity,
} from '../crypto';
import type { KeptUnlocker, VaultEntered } from '../wire/messages';
import { comingIn, madeAt, without, type Locks } from './coming';
import { NOTHING_KEPT, type KeepingFor, type KeptState } from './kept';
import { alone } from './locks';
import { Mirror, type Copies, type Copy } from './mirror';
import { merged, same, type Json } from './merge';
import { Placing } from './placing';
import { identityThen, MOST_EARLIER, renewedWays, sealedTo, type AccountCopy } from './renewing';
import type { Vault } from './vault';
import { forgiven, isShutOut, type OpenVault, type VaultRelay } from './vaultrelay';
import { WakeTrouble, type Wake } from './waking';
import { isSingle, keptLock, keptUnlocker, SESSION, WAYS, waysOf, WayTrouble } from './ways';
import type { Key, OpenWay } from './ways';

/** The name under which an account keeps what it says of itself, and its list of locks. */
const ACCOUNT = 'account';

/**
 * A session, `doubted` while new keys are on their way: it stays open when they are there, so that
 * a device that was stopped then would go on under the old ones. Only entering anew tells.
 */
interface HeldSession extends OpenVault {
  readonly doubted?: boolean;
}

/** The vault on the relay as this device sees it: the ways in, and everything that follows. */
export class Keeping implements Copies {
  readonly #vault: Vault;
  readonly #relay: VaultRelay;
  readonly #shared: Copies;
  readonly #mirror: Mirror;
  readonly #placing: Placing;
  readonly #changed: () => void;
  readonly #renewing: () => Promise<void>;
  #before: Promise<readonly Identity[]> | null = null;
  // One channel says it and hears it: a channel does not hear itself, so only other tabs do.
  readonly #renewals = new BroadcastChannel('kith/keys');
  #session: HeldSession | null = null;
  #account: AccountCopy | null = null;
  /** Under which that stood in the store. */
  #version = 0;
  #closed = false;
  #state = NOTHING_KEPT;

  private constructor(vault: Vault, relay: VaultRelay, { shared, changed, renewing }: KeepingFor) {
    this.#vault = vault;
    this.#relay = relay;
    this.#shared = shared;
    this.#changed = changed;
    this.#renewing = renewing;
    this.#mirror = new Mirror(vault, relay, this);
    this.#placing = new Placing(vault, relay, {
      locks: () => this.#copy().locks,
      list: (locks) => this.#know({ ...this.#copy(), locks }),
      enter: () => this.#enter(),
    });
  }

  static async load(vault: Vault, relay: VaultRelay, more: KeepingFor): Promise<Keeping> {
    const keeping = new Keeping(vault, relay, more);
    await keeping.#recall();
    keeping.#session = await vault.store.deviceRecord<HeldSession>(SESSION);
    await keeping.#look();
    return keeping;
  }

  /** Another tab has made a new root key: what this one holds opens nothing any more. */
  onceRenewedElsewhere(does: () => void): void {
    if (this.#vault.lasts) this.#renewals.onmessage = does;
  }

  /** Hears of nothing any more, and begins nothing: not what has waited for its turn either. */
  close(): void {
    this.#closed = true;
    this.#renewals.close();
  }

  get state(): KeptState {
    return this.#state;
  }

  /** Who acted under the keys before, oldest first. */
  before(): Promise<readonly Identity[]> {
    const { id } = this.#vault.account;
    this.#before ??= Promise.all(
      (this.#account?.earlier ?? []).map((each) => identityThen(id, each)),
    );
    return this.#before;
  }

  // --- what all devices hold -----------------------------------------------------------------------

  all(): readonly Copy[] {
    const own = this.#account === null ? [] : [{ name: ACCOUNT, value: this.#account as Json }];
    return [...own, ...this.#shared.all()];
  }

  async take(name: string, base: Json, theirs: Json): Promise<boolean> {
    if (name !== ACCOUNT) return this.#shared.take(name, base, theirs);
    const next = merged(base, this.#account ?? undefined, theirs) as AccountCopy;
    if (!same(next, this.#account)) await this.#know(next);
    return true;
  }

  /** Brings this device and the vault to the same; nothing happens before there is one. */
  async bring(): Promise<void> {
    if (!(await this.#isKept())) return;
    try {
      await this.#alone((at) => this.#bring(at));
      this.#show({ even: true, removed: false });
    } catch (cause) {
      this.#show({ even: false, removed: isShutOut(cause) });
      throw cause;
    }
  }

  async #bring(at: OpenVault): Promise<void> {
    await this.#mirror.bring(at);
    const isComing = comingIn(this.#copy().locks).length > 0;
    const within = isComing ? await this.#placing.finish(at) : at;
    if (isComing) await this.#mirror.bring(within);
    await this.#placing.learn(within);
  }

  /** Something has changed here that is not in the vault yet. */
  changedHere(): void {
    if (this.#state.even) this.#show({ even: false });
  }

  // --- ways in --------------------------------------------------------------------------------------

  /**
   * Adds a way in for every device; it counts when this returns. `device`: what this one is called.
   * @returns its id
   */
  async addWay(key: Key, device = ''): Promise<string> {
    if (key.with === 'passkey' && !this.#hasFirm()) throw new WayTrouble('passkey-alone');
    await this.#ensure(device);
    const id = await this.#alone((at) => this.#begin(at, key));
    await this.#look();
    return id;
  }

  /** Words, a code: what does not hang on a device or its maker. */
  #hasFirm(): boolean {
    return this.#state.ways.some(({ kind, coming }) => isSingle(kind) && !coming);
  }

  /** Puts a way in in place; throws unless that very one is there in the end. */
  async #begin(at: OpenVault, key: Key): Promise<string> {
    await this.#mirror.bring(at);
    const id = await this.#placing.begin(at, key);
    await this.#mirror.bring(at);
    const within = await this.#placing.place(at, id);
    await this.#mirror.bring(within);
    await this.#placing.sure(within, id);
    return id;
  }

  /** Takes a way in away; what it has already read is not taken from it by that (`renew`). */
  async removeWay(id: string): Promise<void> {
    await this.#alone(async (at) => {
      await this.#relay.removeUnlocker(at, id);
      await this.#know({ ...this.#copy(), locks: without(this.#copy().locks, [id]) });
      await this.#mirror.bring(at);
    });
  }

  /** This device goes on being unlocked when the page is closed. */
  async stayUnlocked(label: string): Promise<void> {
    const made = await this.#vault.stayUnlocked();
    if (!(await this.#isKept())) return;
    await this.#addDevice(made, label);
  }

  /** A device that was linked is let in, by what both devices know of each other. */
  async letIn(made: OpenWay, label: string): Promise<void> {
    await this.#ensure('');
    await this.#addDevice(made, label);
  }

  async #addDevice(made: OpenWay, label: string): Promise<void> {
    const lock = await keptLock(made, label);
    await this.#alone(async (at) => {
      await this.#relay.addUnlocker(at, await keptUnlocker(made));
      const locks = { ...this.#copy().locks, [made.way.id]: lock };
      await this.#know({ ...this.#copy(), locks });
    });
    await this.bring();
  }

  /** A vault with this device as its first way in, unless there is one. */
  async #ensure(device: string): Promise<void> {
    if (await this.#isKept()) return;
    const ways = await waysOf(this.#vault.store);
    const way = ways?.ways.find(({ kind }) => kind === 'device');
    if (ways === null || way === undefined) throw new Error('this device is no way in');
    const first = { way, unlocker: this.#vault.unlocker };
    const vault = toBase64Url(await vaultId(this.#vault.account.id));
    await this.#relay.create(vault, await keptUnlocker(first));
    await this.#know({ ...this.#copy(), locks: { [way.id]: await keptLock(first, device) } });
    await this.#vault.store.putDevice(WAYS, { ...ways, kept: true });
    await this.#look();
  }

  /** This device is woken as it wishes, or no more. */
  async wake(push: string, wish: Wake): Promise<void> {
    if (await this.#isKept()) await this.#within((at) => this.#relay.wake(at, push, wish));
    else if (wish !== null) throw new WakeTrouble('not-kept');
  }

  // --- a new root key -------------------------------------------------------------------------------

  /**
   * A new root key for every way in but these: whoever has copied the old one, or holds a way that
   * is left out, comes to nothing that is kept from now on.
   *
   * @param lost ids of the ways in that no longer count
   */
  async renew(lost: ReadonlySet<string>): Promise<void> {
    await this.#alone(async (at) => {
      await this.#mirror.bring(at);
      const within = await this.#placing.finish(at, lost);
      await this.#renewed(within, await this.#placing.staying(within, lost));
    });
    await this.#look();
  }

  /** A new root key for this page's own way in and one made in it alone, whatever the list says. */
  async reset(id: string): Promise<void> {
    await this.#alone(async (at) => {
      await this.#mirror.bring(at);
      await this.#renewed(at, await this.#placing.ownLocks(id));
    });
    await this.#look();
  }

  async #renewed(at: OpenVault, locks: Locks): Promise<void> {
    const next = nextAccount(this.#vault.account);
    const keys = await deriveAccount(next);
    const made = await makeNextStatement(this.#vault.me, keys, Date.now());
    const { statement, earlier = [] } = this.#copy();
    const last = { statement, rootKey: toBase64Url(this.#vault.account.rootKey) };
    const copy = {
      statement: toBase64Url(made.signed),
      locks,
      earlier: [...earlier, last].slice(-MOST_EARLIER),
    };
    const unlockers = await Promise.all(
      Object.entries(locks).map(([id, lock]) => sealedTo(next, id, lock)),
    );
    // Whoever else is let in finds the statement there, wherever this device is stopped.
    await this.#mirror.prepare(at, keys, { name: ACCOUNT, value: copy });
    const before = await this.#mirror.held();
    await this.#hold({ ...at, doubted: true });
    await this.#relay.renew(at, next.generation, unlockers);
    await this.#become(next, copy, unlockers);
    await this.#hold(at);
    await this.#renewing();
    await this.#mirror.bring(at);
    for (const { record, version } of before) {
      // What lies under the old root key nobody can come to any more; that it goes is tidiness.
      await this.#relay.put(at, record, { was: version, box: null }).catch(forgiven);
    }
  }

  async #become(next: Account, copy: AccountCopy, unlockers: readonly KeptUnlocker[]) {
    const ways = await waysOf(this.#vault.store);
    if (ways === null) throw new Error('there is no account here');
    const statement = await openStatement(fromBase64Url(copy.statement));
    await this.#vault.become(next, statement, renewedWays(ways, next, copy, unlockers));
    await this.#know(copy);
    await this.#mirror.begin();
    if (this.#vault.lasts) this.#renewals.postMessage('renewed');
  }

  /** Another device has made a new root key, and has let this one in. */
  async #follow(entered: VaultEntered & OpenVault): Promise<void> {
    const envelope = fromBase64Url(entered.envelope);
    const { unlocker } = this.#vault;
    const next = await openEnvelope(unlocker, entered.generation, envelope);
    const keys = await deriveAccount(next);
    const copy = (await this.#mirror.read(entered, keys, ACCOUNT)) as AccountCopy;
    const { signPublicKey } = await openStatement(fromBase64Url(copy.statement));
    if (!sameBytes(signPublicKey, keys.signer.publicKey)) throw new Rejected();
    const { unlockers } = await this.#relay.unlockers(entered);
    await this.#become(next, copy, unlockers);
  }

  // --- the session ----------------------------------------------------------------------------------

  /** As the only one of all tabs, from what the last of them has left. */
  #alone<T>(work: (at: OpenVault) => Promise<T>): Promise<T> {
    return alone('kith/keeping', async () => {
      await this.#recall();
      if (this.#closed) throw new Error('what is closed does nothing any more');
      return this.#within(work);
    });
  }

  /** Does something within a session; comes in anew once when the relay no longer knows it. */
  async #within<T>(work: (at: OpenVault) => Promise<T>): Promise<T> {
    const before = this.#session;
    if (before === null || before.doubted === true) return work(await this.#enter());
    try {
      return await work(before);
    } catch (cause) {
      if (!isShutOut(cause)) throw cause;
      return work(await this.#enter());
    }
  }

  async #enter(): Promise<OpenVault> {
    const known = this.#session === null ? {} : { known: this.#session.session };
    const entered = await this.#relay
      .enter(this.#vault.unlocker, known)
      .catch(async (cause: unknown) => {
        // The answer about what took its place was lost.
        const { successor } = this.#placing;
        if (!isShutOut(cause) || successor === null) throw cause;
        const found = await this.#relay.enter(successor.unlocker, known);
        await this.#vault.keepWay(successor, true);
        return found;
      });
    const { vault, session, generation } = entered;
    if (generation > this.#vault.account.generation) await this.#follow(entered);
    await this.#hold({ vault, session });
    return { vault, session };
  }

  async #hold(session: HeldSession): Promise<void> {
    this.#session = session;
    await this.#vault.store.putDevice(SESSION, session);
  }

  // --- what is known ----------------------------------------------------------------------------------

  #copy(): AccountCopy {
    const { signed } = this.#vault.me.statement;
    return { locks: {}, ...this.#account, statement: toBase64Url(signed) };
  }

  /** What another tab has saved meanwhile stays. */
  async #know(copy: AccountCopy): Promise<void> {
    let value = copy;
    while (!(await this.#vault.save({ name: ACCOUNT, version: this.#version + 1, value }))) {
      const base = this.#account;
      await this.#recall();
      value = merged(base, value, this.#account) as AccountCopy;
    }
    this.#account = value;
    this.#version++;
    this.#before = null;
    await this.#look();
  }

  async #recall(): Promise<void> {
    const found = await this.#vault.load<AccountCopy>(ACCOUNT);
    if (found !== null && found.version === this.#version) return;
    this.#account = found?.value ?? null;
    this.#version = found?.version ?? 0;
    this.#before = null;
  }

  async #isKept(): Promise<boolean> {
    return (await waysOf(this.#vault.store))?.kept === true;
  }

  async #look(): Promise<void> {
    const here = toBase64Url(this.#vault.unlocker.id);
    const ways = Object.entries(this.#account?.locks ?? {})
      .map(([id, lock]) => {
        const { kind, label, coming = false } = lock;
        return { id, kind, label, coming, made: madeAt(lock), here: id === here };
      })
      .sort((one, other) => one.made - other.made);
    this.#show({ kept: await this.#isKept(), ways });
  }

  #show(part: Partial<KeptState>): void {
    const next = { ...this.#state, ...part };
    if (same(next, this.#state)) return;
    this.#state = next;
    this.#changed();
  }
}
