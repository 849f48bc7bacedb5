import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openBond, take, view } from '../../target/core/kith-core.js';

/** The same file as `kith.core.border.CountsTest`: the compiled core counts what the JVM counts. */
interface Counts {
  seed: string;
  deck: string;
  day: number;
  moves: { days: number; entry: object }[];
  counts: { depth: number; histories: number; states: number; openings: number }[];
}

const A_DAY = 86_400_000;
const NOTHING = '{"v":1,"sealed":[]}';
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const file = JSON.parse(read('vectors/counts/weeks.json')) as Counts;
const deck = read(`decks/src/main/resources/kith/decks/${file.deck}.json`);

function count(depth: number) {
  const states = new Set<string>();
  let histories = 0;
  let openings = 0;
  const follow = (entries: readonly string[], day: number): void => {
    const bond = openBond(0, file.seed, deck);
    for (const entry of entries) {
      expect(take(bond, entry)).toBe('');
    }
    const seen = view(bond, NOTHING, day * A_DAY);
    histories += 1;
    states.add(seen);
    openings += seen.split('"state":"opened"').length - 1;
    if (entries.length === depth) {
      return;
    }
    for (const move of file.moves) {
      const then = day + move.days;
      const entry = JSON.stringify({ seq: entries.length + 1, day: then, ...move.entry });
      follow([...entries, entry], then);
    }
  };
  follow([], file.day);
  return { depth, histories, states: states.size, openings };
}

test('histories, states and openings are as many as on the JVM', { timeout: 120_000 }, () => {
  const counted = file.counts.map(({ depth }) => count(depth));
  console.log(`counts: ${JSON.stringify(counted)}`);
  expect(counted).toEqual(file.counts);
});
