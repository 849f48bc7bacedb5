import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Seat } from '../../src/crypto';
import { newId, newSecret, sealAnswer, toBase64Url } from '../../src/crypto';
import { keysOf } from '../../src/net/exchange';
import type { BondRecord } from '../../src/net/record';
import { openWords, spoken, withTexts } from '../../src/net/spoken';
import { fromHex } from '../crypto/vectors';

/** Made by the reading in Python; read here as the partner reads them (docs/crypto.md, 7). */
interface Vector {
  readonly case: string;
  readonly given: {
    readonly bond: string;
    readonly keys: readonly string[];
    readonly handle: string;
    readonly seat: Seat;
    readonly events: readonly unknown[];
  };
  readonly sealed?: unknown;
  readonly body?: string;
  readonly key?: string;
  readonly opened: { readonly events: readonly never[] };
}

const FOLDER = resolve('..', 'vectors', 'words');
const vectors = readdirSync(FOLDER).map(
  (name) => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8')) as Vector,
);

const spelt = (hex: string) => toBase64Url(fromHex(hex));

/** As much of a bond's record as reading asks for. */
function recordOf({ bond, keys, seat }: Vector['given']): BondRecord {
  const [key, ...later] = keys.map(spelt);
  const other = 1 - seat;
  return { bond: spelt(bond), key, turned: { keys: later }, seat: other } as unknown as BondRecord;
}

async function read({ given, sealed, body, key }: Vector): Promise<readonly unknown[]> {
  const parts = {
    event: '',
    ...(body === undefined ? {} : { body: spelt(body) }),
    ...(key === undefined ? {} : { key: spelt(key) }),
  };
  const place = { handle: fromHex(given.handle), seat: given.seat };
  return withTexts(given.events, await openWords(recordOf(given), place, sealed, parts));
}

describe('words of an entry', () => {
  test.each(vectors)('$case: stand where their dashes were, or the dashes stay', async (vector) => {
    expect(await read(vector)).toEqual(vector.opened.events);
  });

  test('what is said goes into the body and a dash stays', () => {
    const whole = vectors.find((vector) => vector.case === 'words');
    const events = whole?.opened.events ?? [];
    expect(events).toHaveLength(4);
    const { events: bare, texts } = spoken(events);
    expect(bare).toEqual(whole?.given.events);
    expect(withTexts(bare, texts)).toEqual(events);
  });

  test("words under one's own name that the other has sealed stay a dash", async () => {
    const whole = vectors.find((vector) => vector.case === 'words');
    if (whole === undefined) throw new Error('there is no such vector');
    const [mine, others] = [newSecret(), newSecret()];
    const own = { ...recordOf(whole.given), seat: 1, mark: toBase64Url(mine) } as BondRecord;
    expect(await openSealed(own, mine)).toEqual(['not by me']);
    // Whoever has the bond's keys can seal for either seat, but for the tag of its author.
    expect(await openSealed(own, others)).toEqual([]);
    expect(await openSealed({ ...own, seat: 0 }, others)).toEqual(['not by me']);
  });
});

/** What a device reads of words in seat 1 that were sealed with that secret. */
async function openSealed(record: BondRecord, amk: Uint8Array): Promise<readonly unknown[]> {
  const handle = newId();
  const card = {
    exchange: handle,
    ring: 1,
    prompt: { deck: 'kith', id: 'words', language: '', text: '' },
  };
  const text = JSON.stringify({ v: 1, words: ['not by me'] });
  const author = { seat: 1, rev: 1 } as const;
  const { sealed, body, key } = await sealAnswer(keysOf(record), amk, { card, author, text });
  const parts = { event: '', body: toBase64Url(body), key: toBase64Url(key) };
  return openWords(record, { handle, seat: 1 }, sealed, parts);
}
