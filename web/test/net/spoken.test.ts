import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Seat } from '../../src/crypto';
import { toBase64Url } from '../../src/crypto';
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
});
