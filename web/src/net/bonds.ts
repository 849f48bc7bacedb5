import type { BondRecord } from './record';
import type { Vault } from './vault';

const PREFIX = 'bond/';

interface Held {
  version: number;
  record: BondRecord;
}

/**
 * The bonds of this device. Every change is made alone (a lock that all tabs share), on the newest
 * version, and is on disk before it counts; other tabs hear of it and load it.
 */
export class Bonds {
  readonly #vault: Vault;
  readonly #held = new Map<string, Held>();
  readonly #channel = new BroadcastChannel('kith');
  readonly #listeners = new Set<() => void>();

  private constructor(vault: Vault) {
    this.#vault = vault;
    this.#channel.onmessage = (message: MessageEvent<unknown>) => {
      if (typeof message.data === 'string') void this.#reload(message.data);
    };
  }

  static async load(vault: Vault): Promise<Bonds> {
    const bonds = new Bonds(vault);
    for (const { name, version, value } of await vault.all<BondRecord>(PREFIX)) {
      bonds.#held.set(name.slice(PREFIX.length), { version, record: value });
    }
    return bonds;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  all(): [local: string, record: BondRecord][] {
    return [...this.#held].map(([local, { record }]) => [local, record]);
  }

  get(local: string): BondRecord | undefined {
    return this.#held.get(local)?.record;
  }

  async add(record: BondRecord): Promise<string> {
    const local = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    await this.#vault.save({ name: PREFIX + local, version: 1, value: record });
    this.#hold(local, { version: 1, record });
    this.#channel.postMessage(local);
    return local;
  }

  /** Changes a bond's record; `change` may look at the newest record and give the same one back. */
  async change(
    local: string,
    change: (record: BondRecord) => BondRecord | Promise<BondRecord>,
  ): Promise<BondRecord> {
    return navigator.locks.request(`kith/${local}`, async () => {
      const newest = await this.#newest(local);
      const record = await change(newest.record);
      if (record === newest.record) return record;
      const version = newest.version + 1;
      const saved = await this.#vault.save({ name: PREFIX + local, version, value: record });
      if (!saved) throw new Error('another tab wrote without the lock');
      this.#hold(local, { version, record });
      this.#channel.postMessage(local);
      return record;
    });
  }

  async #newest(local: string): Promise<Held> {
    const held = this.#held.get(local);
    if (held !== undefined && held.version === (await this.#vault.version(PREFIX + local))) {
      return held;
    }
    const kept = await this.#vault.load<BondRecord>(PREFIX + local);
    if (kept === null) throw new Error('this bond is no longer kept on this device');
    return { version: kept.version, record: kept.value };
  }

  async #reload(local: string): Promise<void> {
    const kept = await this.#vault.load<BondRecord>(PREFIX + local);
    const version = this.#held.get(local)?.version ?? 0;
    if (kept === null || kept.version <= version) return;
    this.#hold(local, { version: kept.version, record: kept.value });
  }

  #hold(local: string, held: Held): void {
    this.#held.set(local, held);
    this.#listeners.forEach((listener) => listener());
  }
}
