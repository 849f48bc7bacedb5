import { expect, test } from 'vitest';
import { newId, newSecret, openAnswer, openOwnAnswer, sealAnswer } from '../../src/crypto';
import type { Bond } from '../../src/crypto';
import { computeArgon2id } from '../../src/net/argon';

/** A story of years is opened at once when a device is new. */
const MANY = 1_000;

// The goal is 300 ms in an idle browser; the figure is printed, since a busy machine takes longer.
test('opening a thousand answers takes a moment', async () => {
  const bond = { id: newId(), keys: [newSecret()] };
  const amk = newSecret();
  const pairs = await Promise.all(
    Array.from({ length: MANY / 2 }, (_, i) => pairOf(bond, amk, `What do you see? (${i})`)),
  );
  // As the app does when it reads a story: card by card, the two answers of each at once.
  for (const pass of ['first', 'again']) {
    const began = performance.now();
    for (const { card, sealed } of pairs) {
      const [mine, theirs] = await Promise.all([
        openOwnAnswer(bond, amk, { card, seat: 0 }, sealed[0]),
        openAnswer(bond, { card, seat: 1 }, sealed[1]),
      ]);
      expect(mine.confirmed && mine.text === theirs).toBe(true);
    }
    const took = performance.now() - began;
    console.log(`opening ${String(MANY)} answers, ${pass}: ${took.toFixed(0)} ms`);
  }
});

/** A card with both answers, each sealed under a content key of its own. */
async function pairOf(bond: Bond, amk: Uint8Array, question: string) {
  const prompt = { deck: 'own', id: 'own', language: 'en', text: question };
  const card = { exchange: newId(), ring: 1, prompt };
  const text = 'the river, and a boat';
  const sealed = ([0, 1] as const).map((seat) =>
    sealAnswer(bond, amk, { card, author: { seat, rev: 1 }, text }),
  );
  const [zero, one] = await Promise.all(sealed);
  if (zero === undefined || one === undefined) throw new Error('two answers are needed');
  return { card, sealed: [zero, one] as const };
}

// A quarter of a second is meant: then four times slower phones stay below 1.5 s.
test('unlock words cost a guess a quarter of a second, and a person no more', async () => {
  await computeArgon2id(newSecret(), newId());
  const began = performance.now();
  const secret = await computeArgon2id(newSecret(), newId());
  const took = performance.now() - began;
  console.log(`unlock words, Argon2id at cost 1: ${took.toFixed(0)} ms`);
  expect(secret).toHaveLength(32);
});
