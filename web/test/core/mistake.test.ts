import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explained, mistakeOf } from '../../src/ui/decks/mistake';

/** Every reason for which a deck of `vectors/decks` is refused. */
const folder = new URL('../../../vectors/decks/', import.meta.url);

const refused = readdirSync(folder)
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { refused?: string })
  .flatMap((vector) => (vector.refused === undefined ? [] : [vector.refused]))
  .filter((detail) => !detail.startsWith('wishes'));

test('every mistake that the core finds in a deck is explained in plain words', () => {
  expect(refused.length).toBeGreaterThan(30);
  const unexplained = refused.filter((detail) => mistakeOf(detail, '{') === 'other');
  expect(unexplained).toEqual([]);
});

test('a mistake in a card says in which', () => {
  expect(explained('deck.prompts[4].ring is not a whole number from 1 to 4', '{')).toMatch(
    /^Card\s5:\s/,
  );
});

test('a deck as it is written is told from a deck as it is handed on', () => {
  expect(mistakeOf('not JSON: no value where one is due at character 0', '---\n')).toBe('markdown');
  expect(mistakeOf('not JSON: no value where one is due at character 0', 'x')).toBe('json');
});
