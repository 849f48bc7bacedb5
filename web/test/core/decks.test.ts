import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalDeck, deckFragment, deckOfFragment, wishes } from '../../src/core/border';
import type { SoundDeck, UnsoundDeck, Wish, Wished } from '../../src/core/decks';
import { deckPin } from '../../src/core/pin';
import * as core from '../../target/core/kith-core.js';

/** The same files as `kith.decks.SharedDeckVectorsTest`: the same answers as the JVM, to the byte. */
const folder = new URL('../../../vectors/decks/', import.meta.url);

interface Gives {
  canonical: string;
  pin: string;
  fragment: string;
}

type Given =
  { deck: string } | { fragment: string } | { wishes: string; bond: string; day: number };

interface Vector {
  given: Given;
  gives?: Gives | Wished;
  refused?: string;
}

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

async function answer(given: Given): Promise<Omit<Vector, 'given'>> {
  if ('wishes' in given) {
    const text = core.wishes(given.wishes, given.bond, given.day);
    const value = JSON.parse(text) as Wished | { error: { reason: string; detail: string } };
    return 'error' in value ? { refused: value.error.detail } : { gives: value };
  }
  const deck = 'deck' in given ? canonicalDeck(given.deck) : deckOfFragment(given.fragment);
  return 'unsound' in deck ? { refused: deck.unsound } : { gives: await gives(deck) };
}

async function gives(deck: SoundDeck): Promise<Gives> {
  return {
    canonical: deck.canonical,
    pin: await deckPin(deck.canonical),
    fragment: deckFragment(deck),
  };
}

function sound(deck: SoundDeck | UnsoundDeck): SoundDeck {
  if ('unsound' in deck) throw new Error(deck.unsound);
  return deck;
}

describe('shared decks and wishes', () => {
  test('there are cases', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
  });

  test.each(files)('%s', async (name) => {
    const vector = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Vector;
    const expected = 'gives' in vector ? { gives: vector.gives } : { refused: vector.refused };
    expect(await answer(vector.given)).toEqual(expected);
    expect('refused' in vector).toBe(name.includes('refused'));
  });

  test('a deck can be shown before it is used', () => {
    const vector = JSON.parse(readFileSync(new URL('every-field.json', folder), 'utf8')) as {
      gives: Gives;
    };
    const { deck } = sound(deckOfFragment(`#${vector.gives.fragment}`));
    expect([deck.deck, deck.language, deck.suits]).toEqual(['winter', 'en', 'friends']);
    expect(deck.prompts.map((prompt) => prompt.text)).toEqual([
      'Which lamp do you like?',
      'Tell of a day in snow. What was it like?',
    ]);
  });

  test('wishes go in as values and come out as values', () => {
    const bond = '00112233445566778899aabbccddeeff';
    const all: Wish[] = [
      { prompt: 'founding/work-1-001', wish: 'favourite' },
      { prompt: 'founding/love-2-001', wish: 'not-now', until: 20010 },
      { prompt: 'founding/body-1-001', wish: 'not-with-you', bond },
    ];
    expect(wishes(all, bond, 20009)).toEqual({
      unwished: ['founding/love-2-001', 'founding/body-1-001'],
      favourites: ['founding/work-1-001'],
    });
    expect(wishes(all, 'f'.repeat(32), 20010).unwished).toEqual([]);
    const broken = [{ prompt: 'founding/work-1-001', wish: 'never' }] as unknown as Wish[];
    expect(() => wishes(broken, bond, 1)).toThrow('malformed');
  });
});
