import {
  fromBase64Url,
  MOST_RECORD_BYTES,
  newId,
  openVaultRecordAt,
  Rejected,
  sealVaultRecord,
  toBase64Url,
  vaultRecordId,
  type AccountKeys,
} from '../crypto';
import type { VaultRecord } from '../wire/messages';
import { Problem } from '../wire/problems';
import { same, type Json } from './merge';
import type { Vault } from './vault';
import type { OpenVault, VaultRelay } from './vaultrelay';

const PREFIX = 'mirror/';
const PLACE = 'mirror';

/** Another device writes at the same time: it is taken in, and tried again, so often. */
const MOST_ATTEMPTS = 8;

/** Room in each record for what stands around its content. */
const AROUND_BYTES = 512;

/** One thing that all devices of a person hold. */
export interface Copy {
  readonly name: string;
  /** As it is on this device now. */
  readonly value: Json;
}

/** Everything that all devices of a person hold, as this device has it. */
export interface Copies {
  all(): readonly Copy[];
  /**
   * Takes in what another device has made of `base`; an unknown name is left alone. False for what
   * was removed from this device: nothing of it comes back.
   */
  take(name: string, base: Json, theirs: Json): Promise<boolean>;
}

/** What the relay was last known to hold under a name. */
interface Known {
  readonly version: number;
  readonly value: Json;
  /** Of content that needs several records: on which of the two sides they lie. */
  readonly side?: 0 | 1;
}

/** What stands in a record. */
interface Content {
  readonly name: string;
  readonly value?: Json;
  /** What was too long for one record lies in several; each says to which set it belongs. */
  readonly pieces?: number;
  readonly side?: 0 | 1;
  readonly set?: string;
}

/**
 * Keeps what this device holds and what lies in the vault on the relay the same. Every write names
 * the version that it follows, so that of two devices neither overwrites what it has not seen.
 */
export class Mirror {
  readonly #vault: Vault;
  readonly #relay: VaultRelay;
  readonly #copies: Copies;

  constructor(vault: Vault, relay: VaultRelay, copies: Copies) {
    this.#vault = vault;
    this.#relay = relay;
    this.#copies = copies;
  }

  /** Takes in what is new, and gives what is new here. */
  async bring(at: OpenVault): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.pull(at);
      if (await this.#push(at)) return;
      if (attempt === MOST_ATTEMPTS) throw new Error('another device wrote each time');
    }
  }

  /** Takes in what other devices have written. */
  async pull(at: OpenVault): Promise<void> {
    let after = (await this.#vault.load<number>(PLACE))?.value ?? 0;
    for (;;) {
      const { records, more } = await this.#relay.records(at, after);
      for (const record of records) {
        await this.#take(at, record);
        after = record.change;
      }
      if (records.length > 0) await this.#save(PLACE, after);
      if (!more || records.length === 0) return;
    }
  }

  /** The ids and versions of all that lies on the relay under the present root key. */
  async held(): Promise<{ record: string; version: number }[]> {
    const known = await this.#vault.all<Known>(PREFIX);
    return Promise.all(
      known.map(async ({ name, value }) => ({
        record: await this.#idOf(name.slice(PREFIX.length)),
        version: value.version,
      })),
    );
  }

  /** Under a new root key everything lies elsewhere, and is written anew. */
  async begin(): Promise<void> {
    for (const { name, value } of await this.#vault.all<Known>(PREFIX)) {
      await this.#save(name, { version: 0, value: value.value });
    }
    await this.#save(PLACE, 0);
  }

  /** What lies under a name, opened with these keys; null when nothing does. */
  async read(at: OpenVault, keys: AccountKeys, name: string): Promise<Json> {
    const id = await vaultRecordId(keys, name);
    const { version, box } = await this.#relay.record(at, toBase64Url(id));
    const content = await openVaultRecordAt(keys, { id, version }, fromBase64Url(box ?? ''));
    return (JSON.parse(new TextDecoder().decode(content)) as Content).value ?? null;
  }

  /** Puts something under a name beforehand, sealed with the keys of the next root key. */
  async prepare(at: OpenVault, keys: AccountKeys, { name, value }: Copy): Promise<void> {
    const text = new TextEncoder().encode(JSON.stringify({ v: 1, name, value }));
    const box = toBase64Url(await sealVaultRecord(keys, { name, version: 1 }, text));
    await this.#relay.put(at, toBase64Url(await vaultRecordId(keys, name)), { was: 0, box });
  }

  async #take(at: OpenVault, record: VaultRecord): Promise<void> {
    const content = await this.#opened(record);
    if (content === null) return;
    const { name, side } = content;
    const known = await this.#known(name);
    // The relay may show an old version again; what this device knows to be newer stays.
    if (known !== null && record.version <= known.version) return;
    const value = content.pieces === undefined ? content.value : await this.#joined(at, content);
    if (value === undefined) return;
    const isHeld = await this.#copies.take(name, known?.value, value);
    const { version } = record;
    await this.#save(PREFIX + name, {
      version,
      value: isHeld ? value : null,
      ...(side === undefined ? {} : { side }),
    });
  }

  /** Null for what was erased, for pieces, and for what another root key has sealed. */
  async #opened({ record, version, box }: VaultRecord): Promise<Content | null> {
    if (box === null) return null;
    try {
      const { keys } = this.#vault.me;
      const place = { id: fromBase64Url(record), version };
      const content = await openVaultRecordAt(keys, place, fromBase64Url(box));
      const found = JSON.parse(new TextDecoder().decode(content)) as Partial<Content>;
      return typeof found.name === 'string' ? (found as Content) : null;
    } catch (cause) {
      if (cause instanceof Rejected || cause instanceof SyntaxError) return null;
      throw cause;
    }
  }

  async #joined(at: OpenVault, { name, pieces = 0, side = 0, set }: Content): Promise<Json> {
    let text = '';
    for (let index = 0; index < pieces; index++) {
      const id = await this.#idOf(pieceName(name, side, index));
      const found = await this.#opened(await this.#relay.record(at, id));
      // Somebody is writing anew: their whole comes behind this one.
      if (found === null || found.set !== set || typeof found.value !== 'string') return undefined;
      text += found.value;
    }
    return JSON.parse(text) as Json;
  }

  async #push(at: OpenVault): Promise<boolean> {
    for (const { name, value } of this.#copies.all()) {
      const known = await this.#known(name);
      if (known !== null && known.version > 0 && same(known.value, value)) continue;
      try {
        const { version, side } = await this.#written(at, { name, value }, known);
        await this.#save(PREFIX + name, {
          version,
          value,
          ...(side === undefined ? {} : { side }),
        });
      } catch (cause) {
        if (!(cause instanceof Problem) || cause.problem !== 'record-moved') throw cause;
        return false;
      }
    }
    return true;
  }

  async #written(at: OpenVault, { name, value }: Copy, known: Known | null) {
    const was = known?.version ?? 0;
    const pieces = piecesOf(JSON.stringify(value));
    if (pieces.length === 1) {
      const { version } = await this.#put(at, name, was, { name, value });
      return { version, side: known?.side };
    }
    const side: 0 | 1 = known?.side === 0 ? 1 : 0;
    const set = toBase64Url(newId());
    for (const [index, piece] of pieces.entries()) {
      const named = pieceName(name, side, index);
      const before = await this.#versionOf(at, named);
      await this.#put(at, named, before, { name: named, value: piece, set });
    }
    const whole = { name, pieces: pieces.length, side, set };
    return { version: (await this.#put(at, name, was, whole)).version, side };
  }

  async #put(at: OpenVault, name: string, was: number, content: Content) {
    const text = new TextEncoder().encode(JSON.stringify({ v: 1, ...content }));
    const box = await sealVaultRecord(this.#vault.me.keys, { name, version: was + 1 }, text);
    return this.#relay.put(at, await this.#idOf(name), { was, box: toBase64Url(box) });
  }

  async #versionOf(at: OpenVault, name: string): Promise<number> {
    try {
      return (await this.#relay.record(at, await this.#idOf(name))).version;
    } catch (cause) {
      if (cause instanceof Problem && cause.problem === 'record-unknown') return 0;
      throw cause;
    }
  }

  async #idOf(name: string): Promise<string> {
    return toBase64Url(await vaultRecordId(this.#vault.me.keys, name));
  }

  async #known(name: string): Promise<Known | null> {
    const known = await this.#vault.load<Known>(PREFIX + name);
    return known?.value ?? null;
  }

  async #save(name: string, value: unknown): Promise<void> {
    const version = (await this.#vault.version(name)) + 1;
    await this.#vault.save({ name, version, value });
  }
}

/** What was removed from this device is known from now on by its version, and not by its words. */
export async function letGo(vault: Vault, name: string): Promise<void> {
  const known = await vault.load<Known>(PREFIX + name);
  if (known === null) return;
  const value = { ...known.value, value: null };
  await vault.save({ name: known.name, version: known.version + 1, value });
}

function pieceName(name: string, side: 0 | 1, index: number): string {
  return `piece/${side}/${index}/${name}`;
}

/** The text in pieces that each fit into a record, whatever its letters. */
function piecesOf(text: string): string[] {
  const most = MOST_RECORD_BYTES - AROUND_BYTES;
  if (new TextEncoder().encode(JSON.stringify(text)).length <= most) return [text];
  const half = cutBefore(text, text.length >> 1);
  return [...piecesOf(text.slice(0, half)), ...piecesOf(text.slice(half))];
}

/** Never between the two halves of a letter. */
function cutBefore(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
