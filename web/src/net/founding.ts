import family from '../../../decks/src/main/resources/kith/decks/founding-family.en.json?raw';
import friends from '../../../decks/src/main/resources/kith/decks/founding-friends.en.json?raw';
import partners from '../../../decks/src/main/resources/kith/decks/founding-partners.en.json?raw';
import founding from '../../../decks/src/main/resources/kith/decks/founding.en.json?raw';
import { addedTo, type AddedDeck, type Chosen } from './decks';
import type { Pair } from './own';

const FOR_PAIRS: Record<Exclude<Pair, 'any'>, string> = { friends, partners, family };

/** The text that the core opens a bond with: the decks that suit the pair, and those added. */
export function deckText(chosen: Chosen, kept: readonly AddedDeck[]): string {
  const added = addedTo(chosen, kept);
  if (chosen.pair === 'any' && added.length === 0) return founding;
  const ours = chosen.pair === 'any' ? [founding] : [founding, FOR_PAIRS[chosen.pair]];
  const decks = [
    ...ours.map((deck) => `{"deck":${deck}}`),
    ...added.map(({ pin, canonical }) => `{"pin":"${pin}","deck":${canonical}}`),
  ];
  return `{"v":1,"suits":"${chosen.pair}","decks":[${decks.join(',')}]}`;
}
