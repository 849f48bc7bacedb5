import type { Card, Prompt } from '../../core/types';
import { nameOnCards } from '../../net/decks';
import { usePlace } from '../place';
import { words } from '../words';

/**
 * Which of the two wrote a card for both; or which added deck it is from, and when that deck is not
 * here, what one can do about it.
 */
export function Source({ card, onPaper }: { card: Card; onPaper: boolean }) {
  const { name, bond } = usePlace();
  if (card.kind === 'sealed' && card.prompt.deck === 'own') {
    const { theirs, mine } = words.own.written;
    const said = onPaper ? theirs(card.writtenByMe ? bond.record.myName : name) : null;
    return <p class="quiet small">{said ?? (card.writtenByMe ? mine : theirs(name))}</p>;
  }
  return <DeckOf prompt={card.prompt} drawn={card.state === 'drawn'} />;
}

function DeckOf({ prompt, drawn }: { prompt: Prompt; drawn: boolean }) {
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
