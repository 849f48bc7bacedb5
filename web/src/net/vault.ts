import {
  deriveAccount,
  makeStatement,
  newAccount,
  openState,
  Rejected,
  sealState,
  type Account,
  type Identity,
  type UnlockerKind,
} from '../crypto';
import type { Store, StoredBox } from './store';
import { addWay, foundAccount, lockDevice, Locked, openWithDevice, openWithKey } from './ways';
import { stayUnlocked, waysOf, type Key, type Ways } from './ways';

/** A record and the version under which it was saved. */
export interface Kept<T> {
  readonly name: string;
  readonly version: number;
  readonly value: T;
}

/**
 * What this person keeps on this device, every record sealed under a key that is derived from the
 * account's root key, which itself is only stored sealed to the device's unlocker (docs/crypto.md).
 */
export class Vault {
  readonly me: Identity;
  readonly #account: Account;
  readonly #store: Store;

  private constructor(me: Identity, account: Account, store: Store) {
    this.me = me;
    this.#account = account;
    this.#store = store;
  }

  /**
   * Opens with this device; makes the account when there is none yet. Throws `Locked` when
   * something has to be typed.
   */
  static async open(store: Store): Promise<Vault> {
    const ways = (await waysOf(store)) ?? (await foundAccount(store, newAccount()));
    const account = await openWithDevice(store, ways);
    if (account === null) throw new Locked(ways.ways.map(({ kind }) => kind));
    return Vault.#of(store, ways, account);
  }

  /** Opens with what somebody typed; `Rejected` when it is not right. */
  static async unlock(store: Store, key: Key): Promise<Vault> {
    const ways = await waysOf(store);
    if (ways === null) throw new Rejected();
    return Vault.#of(store, ways, await openWithKey(ways, key));
  }

  static async #of(store: Store, { created }: Ways, account: Account): Promise<Vault> {
    const keys = await deriveAccount(account);
    const statement = await makeStatement(keys, created);
    return new Vault({ keys, statement }, account, store);
  }

  /** The ways in that this device knows. */
  async ways(): Promise<readonly UnlockerKind[]> {
    return ((await waysOf(this.#store))?.ways ?? []).map(({ kind }) => kind);
  }

  /** Adds a way in, typed from what was proposed; it counts from now on. */
  addWay(key: Key): Promise<void> {
    return addWay(this.#store, this.#account, key);
  }

  /** Lets this device stay unlocked when the page is closed. */
  stayUnlocked(): Promise<void> {
    return stayUnlocked(this.#store, this.#account);
  }

  /** Locks this device; false when there is no other way in yet. */
  lock(): Promise<boolean> {
    return lockDevice(this.#store);
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
    return this.#store.save(await Promise.all(kept.map((each) => this.#sealed(each))));
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
