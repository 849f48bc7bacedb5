import { describe, expect, it } from 'vitest';
import { german as derApp } from '../../src/ui/words/de';
import { germanInfo } from '../../src/ui/words/de/info';
import { english as ofTheApp } from '../../src/ui/words/en';
import { englishInfo } from '../../src/ui/words/en/info';

const english = { ...ofTheApp, info: englishInfo };
const german = { ...derApp, info: germanInfo };

/** What EXPERIENCE forbids: pressing, counting, comparing, watching; and what is not true of us. */
const NEVER = [
  /your turn/i,
  /waiting for/i,
  /has(n’t|n't| not) (answered|sealed|read|seen|replied|responded)/i,
  /\b(streaks?|scores?|points?|levels?|leaderboard|badges?|progress|percent|compatib\w*)\b/i,
  /\b(online|typing|last seen|delivered)\b/i,
  /\b(hurry up|don[’']t miss|reminder|remind|come back|only \d+ left|unlock new)\b/i,
  /%/,
  /\b(agreed|consent\w*)\b/i,
  /zero.knowledge|unhackable|unbreakable|military|bank.grade|guarantee|anonymous|untraceable/i,
  /!/,
];

const NIE = [
  /du bist dran|an der reihe/i,
  /wartet auf|warten auf/i,
  /hat noch nicht (geantwortet|gelesen|gesehen|versiegelt)/i,
  /\b(serie|punkte|punktzahl|stufe|rangliste|abzeichen|fortschritt|prozent|kompatib\w*)\b/i,
  /\b(online|tippt gerade|zuletzt gesehen|zugestellt)\b/i,
  /\b(beeil dich|verpass|erinnerung|freigeschaltet)\b/i,
  /%/,
  /zugestimmt|eingewilligt|einwilligung/i,
  /unknackbar|garantie|garantiert|anonym|militär/i,
  /!/,
];

/** One tone of voice: no dashes that stage a sentence, no shouting. */
const STAGED = /[—–]|\.\.\.|[A-Z]{4,}/;

/** A sentence, and not a name or the frame around one. */
const LONG = /^(\w+ ){3,}/;

/** A word that stands in capitals because it is a name. */
const NAMES = /JSON/g;

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    const said = value as (...given: unknown[]) => unknown;
    return [String(said('Ana', 'Ben', 'open')), String(said(false))];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentences);
}

/** The shape of a catalogue: the same keys, and lists of the same length. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return typeof value;
  const pairs = Object.entries(value).map(([key, part]) => [key, shape(part)] as const);
  return Object.fromEntries(pairs.sort(([one], [other]) => one.localeCompare(other)));
}

describe.each([
  ['English', english, NEVER],
  ['German', german, NIE],
] as const)('the words of the app in %s', (_, words, never) => {
  const all = sentences(words);

  it('never press, count, compare or claim too much', () => {
    expect(all.filter((one) => never.some((pattern) => pattern.test(one)))).toEqual([]);
    expect(all.length).toBeGreaterThan(300);
  });

  it('stay in one quiet voice', () => {
    expect(all.filter((one) => STAGED.test(one.replace(NAMES, '')))).toEqual([]);
  });

  it('are never empty, but for the ring that does not exist', () => {
    expect(all.filter((one) => one.trim() === '')).toEqual(['']);
  });
});

describe('both languages', () => {
  it('say the same things', () => {
    expect(shape(german)).toEqual(shape(english));
  });

  it('say them in their own words', () => {
    const spoken = new Set(sentences(english));
    const same = sentences(german).filter((one) => LONG.test(one) && spoken.has(one));
    expect(same).toEqual([]);
  });

  it('claim of the server no more than the threat model allows', () => {
    const claims = sentences(english).filter((one) => /server/i.test(one) && /cannot/i.test(one));
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(claim).toMatch(/cannot (read|be reached)/);
    expect(sentences(english).join(' ')).toContain('assume they can read everything');
  });
});

describe('the forbidden patterns', () => {
  it.each([
    [NEVER, 'It is your turn'],
    [NEVER, 'Ben hasn’t answered yet'],
    [NEVER, 'Your streak is 5 days'],
    [NEVER, 'On Monday you agreed on work'],
    [NIE, 'Du bist dran'],
    [NIE, 'Zuletzt gesehen um neun'],
  ] as const)('find what they are for', (patterns, sentence) => {
    expect(patterns.some((pattern) => pattern.test(sentence))).toBe(true);
  });
});
