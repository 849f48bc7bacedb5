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
import { boxes, openDatabase, putBox, putOnce, read, removeBox, type StoredBox } from './database';

/** This device's unlocker as it is kept: the secret itself cannot be read out by a script. */
interface DeviceRecord {
  secret: CryptoKey;
  id: Bytes;
  account: Bytes;
  generation: number;
  envelope: Bytes;
  created: number;
}

const DEVICE = 'device';
const UNLOCKER = 'unlocker';

/** A record and the version under which it was saved. */
export interface Kept<T> {
  name: string;
  version: number;
  value: T;
}

/**
 * What this person keeps on this device, every record sealed under a key that is derived from the
 * account's root key, which itself is only stored sealed to the device's unlocker (docs/crypto.md).
 */
export class Vault {
  readonly me: Identity;
  readonly #db: IDBDatabase;

  private constructor(me: Identity, db: IDBDatabase) {
    this.me = me;
    this.#db = db;
  }

  /** Unlocks with this device; makes the account when there is none yet. */
  static async open(): Promise<Vault> {
    const db = await openDatabase();
    const device =
      (await read<DeviceRecord>(db, DEVICE, UNLOCKER)) ??
      (await putOnce(db, DEVICE, UNLOCKER, await newDevice()));
    const unlocker = { secret: device.secret, id: device.id, account: device.account };
    const account = await openDeviceEnvelope(unlocker, device.generation, device.envelope);
    const keys = await deriveAccount(account);
    return new Vault({ keys, statement: await makeStatement(keys, device.created) }, db);
  }

  async all<T>(prefix: string): Promise<Kept<T>[]> {
    const found = (await boxes(this.#db)).filter((box) => box.name.startsWith(prefix));
    return Promise.all(found.map((box) => this.#opened<T>(box)));
  }

  async load<T>(name: string): Promise<Kept<T> | null> {
    const box = await read<StoredBox>(this.#db, 'boxes', name);
    return box === null ? null : this.#opened<T>(box);
  }

  /** The version under which the record stands now; 0 when there is none. */
  async version(name: string): Promise<number> {
    return (await read<StoredBox>(this.#db, 'boxes', name))?.version ?? 0;
  }

  /** Saves the next version; false when another tab was first. */
  async save(kept: Kept<unknown>): Promise<boolean> {
    const { name, version } = kept;
    const content = new TextEncoder().encode(JSON.stringify(kept.value));
    const box = await sealState(this.me.keys, { name, version }, content);
    return putBox(this.#db, { name, version, box });
  }

  remove(name: string): Promise<void> {
    return removeBox(this.#db, name);
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
