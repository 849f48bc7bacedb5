import {
  deriveAccount,
  fromBase64Url,
  makeStatement,
  newAccount,
  openState,
  openStatement,
  Rejected,
  sealState,
  toBase64Url,
  type Account,
  type Identity,
  type Statement,
  type Unlocker,
  type UnlockerKind,
} from '../crypto';
import type { Store, StoredBox } from './store';
import { foundAccount, keepWay, lockDevice, Locked } from './ways';
import { openSooner, openWithDevice } from './ways';
import { openWithKey, stayUnlocked, WAYS, waysOf, type Key, type OpenWay, type Ways } from './ways';

/** A record and the version under which it was saved. */
export interface Kept<T> {
  readonly name: string;
  readonly version: number;
  readonly value: T;
}

/** An account, and the way by which it was opened. */
interface Opened {
  readonly account: Account;
  readonly unlocker: Unlocker;
}

/**
 * What this person keeps on this device, every record sealed under a key that is derived from the
 * account's root key, which itself is only stored sealed to the device's unlocker (docs/crypto.md).
 */
export class Vault {
  #me: Identity;
  #account: Account;
  #unlocker: Unlocker;
  readonly #store: Store;
  readonly #saving = new Set<Promise<boolean>>();
  #becoming: Promise<void> | null = null;

  private constructor(me: Identity, { account, unlocker }: Opened, store: Store) {
    this.#me = me;
    this.#account = account;
    this.#unlocker = unlocker;
    this.#store = store;
  }

  /**
   * Opens with this device; makes the account when there is none yet. Throws `Locked` when
   * something has to be typed.
   */
  static async open(store: Store): Promise<Vault> {
    const ways = (await waysOf(store)) ?? (await foundAccount(store, newAccount()));
    const opened = await openWithDevice(store, ways);
    if (opened === null) throw new Locked(ways.ways.map(({ kind }) => kind));
    const { signed, ...way } = opened;
    if (signed !== undefined) return Vault.#in(store, way, await openStatement(signed));
    const vault = await Vault.#of(store, ways, way);
    await openSooner(store, way.unlocker, { ...way, signed: vault.me.statement.signed });
    return vault;
  }

  /** Opens with what somebody typed; `Rejected` when it is not right. */
  static async unlock(store: Store, key: Key): Promise<Vault> {
    const ways = await waysOf(store);
    if (ways === null) throw new Rejected();
    return Vault.#of(store, ways, await openWithKey(ways, key));
  }

  /**
   * An account from elsewhere comes to live on this device, in place of what was there. Where the
   * device keeps nothing, it stays with the way by which somebody came.
   */
  static async settle(store: Store, from: Opened, statement: Statement): Promise<Vault> {
    const { account } = from;
    await store.clear();
    await store.putDevice(WAYS, {
      account: toBase64Url(account.id),
      generation: account.generation,
      created: statement.created,
      statement: toBase64Url(statement.signed),
      kept: true,
      ways: [],
    } satisfies Ways);
    return new Vault({ keys: await deriveAccount(account), statement }, from, store);
  }

  static async #of(store: Store, ways: Ways, opened: Opened): Promise<Vault> {
    const statement =
      ways.statement === undefined
        ? await makeStatement(await deriveAccount(opened.account), ways.created)
        : await openStatement(fromBase64Url(ways.statement));
    return Vault.#in(store, opened, statement);
  }

  static async #in(store: Store, opened: Opened, statement: Statement): Promise<Vault> {
    return new Vault({ keys: await deriveAccount(opened.account), statement }, opened, store);
  }

  /** Who acts; another after `become`. */
  get me(): Identity {
    return this.#me;
  }

  /** The account while it is unlocked; it leaves this device only sealed to a way in. */
  get account(): Account {
    return this.#account;
  }

  /** The way by which it was opened: it signs logins. */
  get unlocker(): Unlocker {
    return this.#unlocker;
  }

  get store(): Store {
    return this.#store;
  }

  /** The ways in that this device knows. */
  async ways(): Promise<readonly UnlockerKind[]> {
    return ((await waysOf(this.#store))?.ways ?? []).map(({ kind }) => kind);
  }

  /** A way in counts on this device, too. `isOwn`: it has replaced the one that opened this page. */
  async keepWay({ way, unlocker }: OpenWay, isOwn = false): Promise<void> {
    await keepWay(this.#store, way);
    if (isOwn) this.#unlocker = unlocker;
  }

  /** Lets this device stay unlocked when the page is closed. */
  async stayUnlocked(): Promise<OpenWay> {
    const made = await stayUnlocked(this.#store, this.#account);
    this.#unlocker = made.unlocker;
    return made;
  }

  /** Locks this device; false when there is no other way in yet. */
  lock(): Promise<boolean> {
    return lockDevice(this.#store);
  }

  /**
   * Goes on under the next root key: everything that is kept here is sealed anew, all or nothing.
   * `ways`: with the envelopes of that root key.
   */
  async become(account: Account, statement: Statement, ways: Ways): Promise<void> {
    this.#becoming = this.#reseal(account, statement, ways);
    try {
      await this.#becoming;
    } finally {
      this.#becoming = null;
    }
  }

  async #reseal(account: Account, statement: Statement, ways: Ways): Promise<void> {
    await Promise.allSettled([...this.#saving]);
    const next = { keys: await deriveAccount(account), statement };
    for (;;) {
      const before = await this.#store.boxes('');
      const boxes = await Promise.all(
        before.map(async (stored) => {
          const content = await openState(this.#me.keys, stored, stored.box);
          return { ...stored, box: await sealState(next.keys, stored, content) };
        }),
      );
      if (await this.#store.replace(boxes, { key: WAYS, value: ways })) break;
    }
    this.#me = next;
    this.#account = account;
  }

  /** False: everything is gone when this page is closed. */
  get lasts(): boolean {
    return this.#store.lasts;
  }

  async all<T>(prefix: string): Promise<Kept<T>[]> {
    const found = await this.#store.boxes(prefix);
    return Promise.all(found.map((box) => this.#opened<T>(box)));
  }

  async load<T>(name: string): Promise<Kept<T> | null> {
    const box = await this.#store.box(name);
    return box === null ? null : this.#opened<T>(box);
  }

  /** The version under which the record stands now; 0 when there is none. */
  async version(name: string): Promise<number> {
    return (await this.#store.box(name))?.version ?? 0;
  }

  /** Saves the next version of each, all or none; false when another tab was first. */
  async save(...kept: readonly Kept<unknown>[]): Promise<boolean> {
    await this.#becoming;
    const saving = Promise.all(kept.map((each) => this.#sealed(each))).then((boxes) =>
      this.#store.save(boxes),
    );
    this.#saving.add(saving);
    try {
      return await saving;
    } finally {
      this.#saving.delete(saving);
    }
  }

  remove(prefix: string): Promise<void> {
    return this.#store.remove(prefix);
  }

  async #sealed({ name, version, value }: Kept<unknown>): Promise<StoredBox> {
    const content = new TextEncoder().encode(JSON.stringify(value));
    return { name, version, box: await sealState(this.me.keys, { name, version }, content) };
  }

  async #opened<T>({ name, version, box }: StoredBox): Promise<Kept<T>> {
    const content = await openState(this.me.keys, { name, version }, box);
    return { name, version, value: JSON.parse(new TextDecoder().decode(content)) as T };
  }
}
