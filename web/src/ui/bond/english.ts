import evening from '../../../../decks/src/main/resources/kith/decks/evening.en.json';
import family from '../../../../decks/src/main/resources/kith/decks/founding-family.en.json?raw';
import friends from '../../../../decks/src/main/resources/kith/decks/founding-friends.en.json?raw';
import partners from '../../../../decks/src/main/resources/kith/decks/founding-partners.en.json?raw';
import founding from '../../../../decks/src/main/resources/kith/decks/founding.en.json?raw';
import phrases from '../../../../decks/src/main/resources/kith/decks/words.en.json';
import { library, type Library } from './library';

let read: Library | null = null;

/**
 * The language in which prompts are drawn, so that both devices read one entry alike. Its decks are
 * read when somebody first looks something up: the table is drawn without them.
 */
export function english(): Library {
  return (read ??= library({ decks: [founding, friends, partners, family], phrases, evening }));
}
