import type { Entry } from '../../src/core/types';
import { NOTHING_SAID, type BondRecord, type ReadEntry } from '../../src/net/record';

const DAY_MS = 86_400_000;
const PROMPT = { deck: 'own', id: 'own', topic: 'work', ring: 1, language: 'en' } as const;
const TOLD = 'It was the year in which we moved, and I remember the boxes and the light.';

/** A story of so many entries, ten a day, up to yesterday. */
export function story(many: number): ReadEntry[] {
  const today = Math.floor(Date.now() / DAY_MS);
  return Array.from({ length: many }, (_, i): ReadEntry => {
    const day = today - Math.ceil((many - i) / 10);
    const at = day * DAY_MS;
    const [seq, h] = [i + 1, 'A'.repeat(43)];
    const exchange = `${String(Math.floor(i / 4)).padStart(21, '0')}A`;
    const by = (i % 2) as 0 | 1;
    if (i % 4 === 0) {
      const prompt = { ...PROMPT, text: `What was that like, number ${String(i)}?` };
      return { seq, day, by, at, v: 1, events: [{ type: 'drawn', exchange, prompt }], h };
    }
    const answer = { at, words: TOLD };
    if (i % 4 === 1) return { seq, day, opened: { exchange, answers: [answer, answer] }, h };
    return {
      ...({ seq, day, by, at, v: 1 } satisfies Partial<Entry>),
      events: [{ type: 'responded', exchange, ways: ['heard'], words: 'I see it before me.' }],
      h,
    };
  });
}

/** A bond in which nothing has been read. */
export const RECORD: BondRecord = {
  ...NOTHING_SAID,
  bond: 'A'.repeat(22),
  seat: 0,
  capability: 'A'.repeat(43),
  key: 'A'.repeat(43),
  mark: 'A'.repeat(43),
  myName: 'Ana',
  theirName: 'Ben',
};
