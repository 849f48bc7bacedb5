import { changedChunks, entriesOf, journalPrefix, type Chunk } from './journal';
import { alone } from './locks';
import { LinkTrouble } from './meeting';
import { complete, type BondRecord } from './record';
import type { Kept, Vault } from './vault';
import { viewName } from './views';

/** Boxes of bonds, `bond/<local>`. */
export const BONDS = 'bond/';

/** The bonds that were removed from this device, by their local names. */
const REMOVED = 'removed';

/** Two tabs that write at the same time without locks: one of them tries again, so often. */
const MOST_ATTEMPTS = 8;

interface Held {
  readonly version: number;
  readonly record: BondRecord;
  /** The versions of the boxes in which its entries are stored. */
  readonly journal: ReadonlyMap<string, number>;
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
    const found = (await vault.all<BondRecord>(BONDS)).map(async (kept) => {
      const local = kept.name.slice(BONDS.length);
      return [local, await bonds.#whole(local, kept)] as const;
    });
    for (const [local, held] of await Promise.all(found)) bonds.#held.set(local, held);
    return bonds;
  }

  /** Listens no longer to other tabs. */
  close(): void {
    this.#channel.close();
    this.#listeners.clear();
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

  /** The versions of the boxes in which a bond is stored: another where anything of it is. */
  versions(local: string): string {
    const held = this.#held.get(local);
    return [held?.version ?? 0, ...[...(held?.journal ?? [])].sort().flat()].join(' ');
  }

  async add(record: BondRecord): Promise<string> {
    const local = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    await this.put(local, record);
    return local;
  }

  /** The same; says `LinkTrouble` when the bond is kept here already, in whichever tab. */
  async addOnce(record: BondRecord): Promise<string> {
    return alone('kith/joining', async () => {
      if ((await this.kept()).some(({ bond }) => bond === record.bond)) {
        throw new LinkTrouble('alreadyJoined');
      }
      return this.add(record);
    });
  }

  /** All bonds as they are kept, in whichever tab they were changed; without their stories. */
  async kept(): Promise<readonly BondRecord[]> {
    const all = await this.#vault.all<BondRecord>(BONDS);
    return all.map(({ value }) => complete({ ...value, entries: [] }));
  }

  /** Puts a bond there under the name that it has on another device of this person. */
  async put(local: string, record: BondRecord): Promise<void> {
    const value = { ...record, entries: [] };
    await this.#vault.save({ name: BONDS + local, version: 1, value });
    this.#hold(local, { version: 1, record, journal: new Map() });
    this.#tell(local);
  }

  /**
   * Forgets a bond on this device; what the relay and other devices have of it stays there, and does
   * not come back from them.
   */
  async forget(local: string): Promise<void> {
    await alone(`kith/${local}`, async () => {
      await this.#noteRemoved(local);
      this.#drop(local);
      await this.#vault.remove(BONDS + local);
      await this.#vault.remove(journalPrefix(local));
      await this.#vault.remove(viewName(local));
      this.#tell(local);
    });
  }

  /** Whether a bond was removed from this device. */
  async wasRemoved(local: string): Promise<boolean> {
    return (await this.#removed()).value.includes(local);
  }

  async #removed(): Promise<Kept<readonly string[]>> {
    const nothing = { name: REMOVED, version: 0, value: [] };
    return (await this.#vault.load<readonly string[]>(REMOVED)) ?? nothing;
  }

  /** All that is left of a bond here is the name that only my own devices call it by. */
  async #noteRemoved(local: string): Promise<void> {
    for (;;) {
      const { name, version, value } = await this.#removed();
      const next = { name, version: version + 1, value: [...value, local] };
      if (value.includes(local) || (await this.#vault.save(next))) return;
    }
  }

  /** Changes a bond's record; `change` may look at the newest record and give the same one back. */
  async change(
    local: string,
    change: (record: BondRecord) => BondRecord | Promise<BondRecord>,
  ): Promise<BondRecord> {
    return alone(`kith/${local}`, async () => {
      for (let attempt = 1; ; attempt++) {
        const newest = await this.#newest(local);
        const record = await change(newest.record);
        if (record === newest.record) return record;
        if (await this.#save(local, newest, record)) return record;
        if (attempt === MOST_ATTEMPTS) throw new Error('another tab wrote each time');
      }
    });
  }

  async #save(local: string, newest: Held, record: BondRecord): Promise<boolean> {
    const both = { before: newest.record.entries, after: record.entries };
    const chunks = changedChunks(local, both, newest.journal);
    const version = newest.version + 1;
    const value = { ...record, entries: [] };
    if (!(await this.#vault.save({ name: BONDS + local, version, value }, ...chunks))) {
      return false;
    }
    // An older view may hold words that have just been taken back.
    if (chunks.length > 0) await this.#vault.remove(viewName(local));
    const journal = new Map(newest.journal);
    for (const chunk of chunks) journal.set(chunk.name, chunk.version);
    this.#hold(local, { version, record, journal });
    this.#tell(local);
    return true;
  }

  async #newest(local: string): Promise<Held> {
    const held = this.#held.get(local);
    if (held !== undefined && held.version === (await this.#vault.version(BONDS + local))) {
      return held;
    }
    const kept = await this.#vault.load<BondRecord>(BONDS + local);
    if (kept === null) throw new Error('this bond is no longer kept on this device');
    return this.#whole(local, kept);
  }

  async #whole(local: string, { version, value }: Kept<BondRecord>): Promise<Held> {
    const chunks = await this.#vault.all<Chunk>(journalPrefix(local));
    const entries = entriesOf(chunks);
    const journal = new Map(chunks.map((chunk) => [chunk.name, chunk.version]));
    return { version, record: complete({ ...value, entries }), journal };
  }

  async #reload(local: string): Promise<void> {
    const kept = await this.#vault.load<BondRecord>(BONDS + local);
    if (kept === null) {
      this.#drop(local);
      return;
    }
    const whole = await this.#whole(local, kept);
    if (whole.version <= (this.#held.get(local)?.version ?? 0)) return;
    this.#hold(local, whole);
  }

  #hold(local: string, held: Held): void {
    this.#held.set(local, held);
    this.#listeners.forEach((listener) => listener());
  }

  #drop(local: string): void {
    if (this.#held.delete(local)) this.#listeners.forEach((listener) => listener());
  }

  #tell(local: string): void {
    // A page that keeps nothing has no other tabs that could know its bonds.
    if (this.#vault.lasts) this.#channel.postMessage(local);
  }
}
