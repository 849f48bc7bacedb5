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
  type UnlockerKind,
} from '../crypto';
import type { KeptUnlocker, VaultEntered } from '../wire/messages';
import { alone } from './locks';
import { Mirror, type Copies, type Copy } from './mirror';
import { merged, same, type Json } from './merge';
import {
  identityThen,
  MOST_EARLIER,
  ofKind,
  renewedWays,
  sealedTo,
  type AccountCopy,
} from './renewing';
import type { Vault } from './vault';
import { forgiven, isShutOut, type OpenVault, type VaultRelay } from './vaultrelay';
import { WakeTrouble, type Wake } from './waking';
import { isSingle, keptLock, keptUnlocker, SESSION, WAYS, waysOf } from './ways';
import type { Key, OpenWay } from './ways';

/** The name under which an account keeps what it says of itself, and its list of locks. */
const ACCOUNT = 'account';

/** A way in as a screen lists it. */
export interface KeptWay {
  readonly id: string;
  readonly kind: UnlockerKind;
  readonly label: string;
  /** Milliseconds since 1970 UTC. */
  readonly made: number;
  /** It is this very device. */
  readonly here: boolean;
}

/** How it stands with what others of one's devices could come to. */
export interface KeptState {
  /** There is a vault on the relay. */
  readonly kept: boolean;
  readonly ways: readonly KeptWay[];
  /** Another of one's devices has cut this one off. */
  readonly removed: boolean;
  /** Everything from here is there, too. */
  readonly even: boolean;
}

export const NOTHING_KEPT: KeptState = { kept: false, ways: [], removed: false, even: false };

/**
 * A session, `doubted` while new keys are on their way: it stays open when they are there, so that
 * a device that was stopped then would go on under the old ones. Only entering anew tells.
 */
interface HeldSession extends OpenVault {
  readonly doubted?: boolean;
}

/** A way in cannot be added so. */
export class WayTrouble extends Error {
  /** A passkey may vanish with its provider, so something on paper or in the head comes first. */
  readonly kind = 'passkey-alone';
}

/** For what the vault is kept. */
export interface KeepingFor {
  /** What all devices hold. */
  readonly shared: Copies;
  /** How it stands is another now. */
  readonly changed: () => void;
  /** This device acts under new keys; nothing of it has gone to the vault yet. */
  readonly renewing: () => Promise<void>;
}

/** The vault on the relay as this device sees it: the ways in, and everything that follows. */
export class Keeping implements Copies {
  readonly #vault: Vault;
  readonly #relay: VaultRelay;
  readonly #shared: Copies;
  readonly #mirror: Mirror;
  readonly #changed: () => void;
  readonly #renewing: () => Promise<void>;
  #before: Promise<readonly Identity[]> | null = null;
  // One channel says it and hears it: a channel does not hear itself, so only other tabs do.
  readonly #renewals = new BroadcastChannel('kith/keys');
  #session: HeldSession | null = null;
  #account: AccountCopy | null = null;
  #state = NOTHING_KEPT;

  private constructor(vault: Vault, relay: VaultRelay, { shared, changed, renewing }: KeepingFor) {
    this.#vault = vault;
    this.#relay = relay;
    this.#shared = shared;
    this.#changed = changed;
    this.#renewing = renewing;
    this.#mirror = new Mirror(vault, relay, this);
  }

  static async load(vault: Vault, relay: VaultRelay, more: KeepingFor): Promise<Keeping> {
    const keeping = new Keeping(vault, relay, more);
    keeping.#account = (await vault.load<AccountCopy>(ACCOUNT))?.value ?? null;
    keeping.#session = await vault.store.deviceRecord<HeldSession>(SESSION);
    await keeping.#look();
    return keeping;
  }

  /** Another tab has made a new root key: what this one holds opens nothing any more. */
  onceRenewedElsewhere(does: () => void): void {
    if (this.#vault.lasts) this.#renewals.onmessage = does;
  }

  /** Hears of nothing any more. */
  close(): void {
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
    await alone('kith/keeping', () => this.#bring());
  }

  async #bring(): Promise<void> {
    try {
      await this.#within(async (at) => {
        await this.#mirror.bring(at);
        await this.#learnWays(at);
      });
      this.#show({ even: true, removed: false });
    } catch (cause) {
      this.#show({ even: false, removed: isShutOut(cause) });
      throw cause;
    }
  }

  /** Something has changed here that is not in the vault yet. */
  changedHere(): void {
    if (this.#state.even) this.#show({ even: false });
  }

  // --- ways in --------------------------------------------------------------------------------------

  /** Adds a way in for every device; it counts when this returns. `device`: what this one is called. */
  async addWay(key: Key, device = ''): Promise<void> {
    if (key.with === 'passkey' && !this.#hasFirm()) throw new WayTrouble('passkey-alone');
    await this.#ensure(device);
    await alone('kith/keeping', () =>
      this.#within(async (at) => {
        const made = await this.#vault.addWay(key);
        await this.#replace(at, made, '');
        await this.#mirror.bring(at);
      }),
    );
    await this.#look();
  }

  /** Words, a code: what does not hang on a device or its maker. */
  #hasFirm(): boolean {
    return this.#state.ways.some(({ kind }) => isSingle(kind));
  }

  async #replace(at: OpenVault, made: OpenWay, label: string): Promise<void> {
    const { kind, id } = made.way;
    const locks = { ...this.#account?.locks };
    const there = isSingle(kind) ? (await this.#relay.unlockers(at)).unlockers : null;
    for (const other of there === null ? [] : ofKind(kind, locks, there)) {
      await this.#relay.removeUnlocker(at, other);
      Reflect.deleteProperty(locks, other);
    }
    await this.#relay.addUnlocker(at, await keptUnlocker(made));
    await this.#know({ ...this.#copy(), locks: { ...locks, [id]: await keptLock(made, label) } });
  }

  /** Takes a way in away; what it has already read is not taken from it by that (`renew`). */
  async removeWay(id: string): Promise<void> {
    await alone('kith/keeping', () =>
      this.#within(async (at) => {
        await this.#relay.removeUnlocker(at, id);
        const locks = Object.entries(this.#copy().locks).filter(([other]) => other !== id);
        await this.#know({ ...this.#copy(), locks: Object.fromEntries(locks) });
        await this.#mirror.bring(at);
      }),
    );
  }

  /** This device goes on being unlocked when the page is closed. */
  async stayUnlocked(label: string): Promise<void> {
    const made = await this.#vault.stayUnlocked();
    if (!(await this.#isKept())) return;
    await this.#within((at) => this.#replace(at, made, label));
    await this.bring();
  }

  /** A device that was linked is let in, by what both devices know of each other. */
  async letIn(made: OpenWay, label: string): Promise<void> {
    await this.#ensure('');
    await this.#within((at) => this.#replace(at, made, label));
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
   * @param without ids of the ways in that no longer count
   */
  async renew(without: ReadonlySet<string>): Promise<void> {
    await alone('kith/keeping', () => this.#within((at) => this.#renewed(at, without)));
    await this.#look();
  }

  async #renewed(at: OpenVault, without: ReadonlySet<string>): Promise<void> {
    await this.#mirror.bring(at);
    const kept = Object.entries(this.#copy().locks).filter(([id]) => !without.has(id));
    const next = nextAccount(this.#vault.account);
    const keys = await deriveAccount(next);
    const made = await makeNextStatement(this.#vault.me, keys, Date.now());
    const { statement, earlier = [] } = this.#copy();
    const last = { statement, rootKey: toBase64Url(this.#vault.account.rootKey) };
    const copy = {
      statement: toBase64Url(made.signed),
      locks: Object.fromEntries(kept),
      earlier: [...earlier, last].slice(-MOST_EARLIER),
    };
    const unlockers = await Promise.all(kept.map(([id, lock]) => sealedTo(next, id, lock)));
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

  /** Ways in that were made or taken away elsewhere open and no longer open this device, too. */
  async #learnWays(at: OpenVault): Promise<void> {
    const ways = await waysOf(this.#vault.store);
    if (ways === null) return;
    const firm = ({ kind }: { kind: UnlockerKind }) => kind !== 'device';
    const here = ways.ways.filter(firm).map(({ id }) => id);
    const there = Object.entries(this.#copy().locks).filter(([, lock]) => firm(lock));
    const isSame = same(here.sort(), there.map(([id]) => id).sort());
    if (isSame) return;
    const { unlockers } = await this.#relay.unlockers(at);
    const next = renewedWays(ways, this.#vault.account, this.#copy(), unlockers);
    await this.#vault.store.putDevice(WAYS, next);
  }

  // --- the session ----------------------------------------------------------------------------------

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
    const entered = await this.#relay.enter(this.#vault.unlocker, known);
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

  async #know(copy: AccountCopy): Promise<void> {
    this.#account = copy;
    this.#before = null;
    const version = (await this.#vault.version(ACCOUNT)) + 1;
    await this.#vault.save({ name: ACCOUNT, version, value: copy });
    await this.#look();
  }

  async #isKept(): Promise<boolean> {
    return (await waysOf(this.#vault.store))?.kept === true;
  }

  async #look(): Promise<void> {
    const here = toBase64Url(this.#vault.unlocker.id);
    const ways = Object.entries(this.#account?.locks ?? {})
      .map(([id, { kind, label, made }]) => ({ id, kind, label, made, here: id === here }))
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
