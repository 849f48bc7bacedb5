import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  decide,
  openBond,
  openBondOf,
  problem,
  take,
  takeRead,
  view,
} from '../../target/core/kith-core.js';

/** The same files as `kith.core.border.GoldenTest`: the compiled core gives the same bytes as the JVM. */
const folder = new URL('../../../vectors/core/', import.meta.url);
const module = new URL('../../target/core/kith-core.js', import.meta.url);
const LARGEST_GZIPPED = 80_000;

/** A text, or a value that stands for the text that JSON.stringify makes of it. */
type Text = string | object;

type Step =
  | { take: Text; gives: Text }
  | { view: { mine: [Text, Text]; now: number }; gives: [Text, Text] }
  | { decide: Text; seat: 0 | 1; mine: Text; now: number; gives: Text };

interface History {
  about: string;
  seed: string;
  deck: string;
  steps: Step[];
}

const text = (value: Text) => (typeof value === 'string' ? value : JSON.stringify(value));
const read = (file: URL) => readFileSync(file, 'utf8');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('golden histories', () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThanOrEqual(15);
  });

  test.each(files)('%s', (name) => {
    const history = JSON.parse(read(new URL(name, folder))) as History;
    const deck = read(
      new URL(`../../../decks/src/main/resources/kith/decks/${history.deck}.json`, import.meta.url),
    );
    const zero = openBond(0, history.seed, deck);
    const one = openBond(1, history.seed, deck);
    // The same person once more, who takes what was read already wherever it is a text that reads.
    const again = openBondOf(0, history.seed, JSON.parse(deck) as object);
    expect([zero, one, again].map(problem)).toEqual(['', '', '']);
    for (const step of history.steps) {
      if ('take' in step) {
        const gives = text(step.gives);
        const entry = step.take;
        const read = typeof entry === 'string' ? take(again, entry) : takeRead(again, entry);
        const taken = [take(zero, text(entry)), take(one, text(entry)), read];
        expect(taken).toEqual([gives, gives, gives]);
      } else if ('view' in step) {
        const { mine, now } = step.view;
        const given = [view(zero, text(mine[0]), now), view(one, text(mine[1]), now)];
        expect(given).toEqual(step.gives.map(text));
        expect(view(again, text(mine[0]), now)).toBe(given[0]);
      } else {
        const bond = step.seat === 0 ? zero : one;
        const given = decide(bond, text(step.decide), text(step.mine), step.now);
        expect(given).toBe(text(step.gives));
      }
    }
  });
});

test('the core stays small', () => {
  const size = gzipSync(readFileSync(module), { level: 9 }).length;
  console.log(`kith-core.js: ${size} bytes gzipped`);
  expect(size).toBeLessThan(LARGEST_GZIPPED);
});

test('the core turns no text into code', () => {
  expect(read(module)).not.toMatch(/\beval\(|new Function\b|\bFunction\(/);
});
