import evening from '../../../../decks/src/main/resources/kith/decks/evening.de.json';
import family from '../../../../decks/src/main/resources/kith/decks/founding-family.de.json?raw';
import friends from '../../../../decks/src/main/resources/kith/decks/founding-friends.de.json?raw';
import partners from '../../../../decks/src/main/resources/kith/decks/founding-partners.de.json?raw';
import founding from '../../../../decks/src/main/resources/kith/decks/founding.de.json?raw';
import phrases from '../../../../decks/src/main/resources/kith/decks/words.de.json';
import { library } from './library';

/** Loaded only when somebody reads German. */
export const german = library({ decks: [founding, friends, partners, family], phrases, evening });
