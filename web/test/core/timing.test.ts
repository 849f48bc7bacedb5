import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openBond, take, view } from '../../target/core/kith-core.js';

/**
 * What folding costs in Node, in time of this process alone, so that a busy machine does not speak
 * for the core. It prints; it fails only when growth is far from linear.
 */
const MANY = 10_000;
/** Spread over several seconds, so that one of them finds the machine at rest. */
const ROUNDS = 8;
/** How much longer the longer history is. Linear growth makes of it four, quadratic sixteen. */
const TIMES = 4;
const FAR_FROM_LINEAR = 8;
const DAY = 20_000;
const A_DAY = 86_400_000;
const deck = readFileSync(
  new URL('../../../decks/src/main/resources/kith/decks/founding.en.json', import.meta.url),
  'utf8',
);

function entries(many: number): string[] {
  const texts: string[] = [];
  for (let i = 0; i < many; i++) {
    const exchange = `${String(Math.floor(i / 4)).padStart(21, '0')}A`;
    const prompt = {
      deck: 'own',
      id: 'own',
      topic: 'work',
      ring: 1,
      language: 'en',
      text: 'What?',
    };
    const answer = { at: DAY * A_DAY, words: 'words' };
    const at = { seq: i + 1, day: DAY };
    const by = { ...at, by: i % 2, at: DAY * A_DAY, v: 1 };
    const step = i % 4;
    texts.push(
      JSON.stringify(
        step === 0
          ? { ...by, events: [{ type: 'drawn', exchange, prompt }] }
          : step === 1
            ? { ...at, opened: { exchange, answers: [answer, answer] } }
            : { ...by, events: [{ type: 'responded', exchange, ways: ['heard'], words: '' }] },
      ),
    );
  }
  return texts;
}

function fold(texts: readonly string[]) {
  const bond = openBond(0, '00112233445566778899aabbccddeeff', deck);
  const began = process.cpuUsage();
  for (const text of texts) {
    take(bond, text);
  }
  const { user, system } = process.cpuUsage(began);
  return { bond, took: (user + system) / 1000 };
}

/** The least of several rounds of each, taken in turn: the ones least disturbed. */
function best(one: readonly string[], other: readonly string[]): [number, number] {
  let [least, leastOther] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    least = Math.min(least, fold(one).took);
    leastOther = Math.min(leastOther, fold(other).took);
  }
  return [least, leastOther];
}

test('folding four times as much costs about four times as much', { timeout: 120_000 }, () => {
  const longer = entries(TIMES * MANY);
  const [once, more] = best(entries(MANY), longer);
  const { bond } = fold(longer);
  const began = performance.now();
  const seen = view(bond, '{"v":1,"sealed":[],"last":20}', DAY * A_DAY);
  const looked = performance.now() - began;
  console.log(
    `timing: fold of ${String(MANY)} entries ${once.toFixed(1)} ms, of ${String(TIMES)} times as many ` +
      `${more.toFixed(1)} ms, ratio ${(more / once).toFixed(2)}; one more ` +
      `${(((more - once) / ((TIMES - 1) * MANY)) * 1000).toFixed(2)} us; one view ${looked.toFixed(2)} ms`,
  );
  expect(seen).toContain('"setAside":0');
  expect(more / once).toBeLessThan(FAR_FROM_LINEAR);
});
