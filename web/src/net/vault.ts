import {
  deriveAccount,
  makeDeviceEnvelope,
  makeStatement,
  newAccount,
  newDeviceSecret,
  newId,
  openDeviceEnvelope,
  openState,
  sealState,
  type Bytes,
  type Identity,
} from '../crypto';
import type { Store, StoredBox } from './store';

/** This device's unlocker as it is kept: the secret itself cannot be read out by a script. */
interface DeviceRecord {
  secret: CryptoKey;
  id: Bytes;
  account: Bytes;
  generation: number;
  envelope: Bytes;
  created: number;
}

const UNLOCKER = 'unlocker';

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
  readonly #store: Store;

  private constructor(me: Identity, store: Store) {
    this.me = me;
    this.#store = store;
  }

  /** Unlocks with this device; makes the account when there is none yet. */
  static async open(store: Store): Promise<Vault> {
    const device =
      (await store.deviceRecord<DeviceRecord>(UNLOCKER)) ??
      (await store.putDeviceOnce<DeviceRecord>(UNLOCKER, await newDevice()));
    const unlocker = { secret: device.secret, id: device.id, account: device.account };
    const account = await openDeviceEnvelope(unlocker, device.generation, device.envelope);
    const keys = await deriveAccount(account);
    return new Vault({ keys, statement: await makeStatement(keys, device.created) }, store);
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

async function newDevice(): Promise<DeviceRecord> {
  const account = newAccount();
  const secret = await newDeviceSecret();
  const id = newId();
  const envelope = await makeDeviceEnvelope({ secret, id, account: account.id }, account);
  const { generation } = account;
  return { secret, id, account: account.id, generation, envelope, created: Date.now() };
}
