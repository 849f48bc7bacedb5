import { describe, expect, it } from 'vitest';
import { words } from '../../src/ui/words';

/** What EXPERIENCE forbids: pressing, counting, comparing, watching; and what is not true of us. */
const NEVER = [
  /your turn/i,
  /waiting for/i,
  /has(n’t|n't| not) (answered|sealed|read|seen)/i,
  /\b(streak|score|points?|level|leaderboard|badge|progress|percent|compatib)/i,
  /\b(online|typing|last seen)\b/i,
  /%/,
  /zero.knowledge|unhackable|military|bank.grade|100 ?%|guarantee/i,
  /!$/,
];

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String((value as (one: unknown) => unknown)('Ana'))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentences);
}

describe('the words of the app', () => {
  const all = sentences(words);

  it('never press, count, compare or claim too much', () => {
    const bad = all.filter((sentence) => NEVER.some((pattern) => pattern.test(sentence)));
    expect(bad).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });

  it('are found by this test when they do', () => {
    expect(NEVER.some((pattern) => pattern.test('It is your turn'))).toBe(true);
  });
});
