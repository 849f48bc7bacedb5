import { words } from '../src/ui/words';
import type { Person } from './person';

export const DECK_QUESTION = 'What do you like to do when the power is out?';

/** A small deck, as somebody would hand it on. */
export const SOUND_DECK = JSON.stringify({
  v: 1,
  deck: 'winter-evenings',
  language: 'en',
  prompts: [
    { id: 'candles', topic: 'everyday', ring: 1, text: DECK_QUESTION },
    {
      id: 'first-snow',
      topic: 'everyday',
      ring: 2,
      text: 'Tell of a winter day that you would like to have back. What was it like?',
      kind: 'story',
      not: ['grief'],
    },
  ],
});

export const UNSOUND_DECK = SOUND_DECK.replace('"ring":1', '"ring":9');

/** Looks at a file with a deck. */
export async function opensDeck(person: Person, text: string): Promise<void> {
  await person.page
    .getByLabel(words.decks.file)
    .setInputFiles({ name: 'deck.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}
