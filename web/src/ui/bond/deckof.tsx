import type { Prompt } from '../../core/types';
import { nameOnCards } from '../../net/decks';
import { usePlace } from '../place';
import { words } from '../words';

/** Which added deck a card is from; and when that deck is not here, what one can do about it. */
export function DeckOf({ prompt, drawn }: { prompt: Prompt; drawn: boolean }) {
  const { decks } = usePlace();
  const [name = '', mark] = prompt.deck.split('@');
  if (mark === undefined) return null;
  const isHere = decks.some((each) => nameOnCards(each) === prompt.deck);
  return (
    <p class="quiet small">
      {isHere || !drawn ? words.decks.from(name) : words.decks.unknown(name)}
    </p>
  );
}
