import type { SharedDeck, SharedPrompt } from '../../core/decks';
import type { AddedDeck } from '../../net/decks';
import { whereOf } from '../bond/said';
import { words } from '../words';

/** How many cards, in which language, for whom. */
export function factsOf({ prompts, language, suits }: SharedDeck): string {
  const names = new Intl.DisplayNames(document.documentElement.lang, { type: 'language' });
  return [
    words.decks.cards(String(prompts.length)),
    names.of(language) ?? language,
    ...(suits === undefined ? [] : [words.decks.suits[suits]]),
  ].join(' · ');
}

/** A deck, every card of it, as somebody sees it before it is used. */
export function WholeDeck({ deck, pin }: Pick<AddedDeck, 'deck' | 'pin'>) {
  return (
    <div class="stack" data-deck={deck.deck}>
      <p class="quiet">{factsOf(deck)}</p>
      {placesOf(deck).map(([where, prompts]) => (
        <section class="stack tight" key={where}>
          <h3 class="where">{where}</h3>
          <ul class="lines" lang={deck.language}>
            {prompts.map((prompt) => (
              <li key={prompt.id}>
                {prompt.text.replaceAll('\n', ' ')} <Remarks prompt={prompt} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="quiet small">
        {words.decks.pin}: <code class="link block">{pin}</code>
        {words.decks.pinLead}
      </p>
    </div>
  );
}

function Remarks({ prompt }: { prompt: SharedPrompt }) {
  const { kind, not = [] } = prompt;
  const remarks = [
    ...(kind === undefined ? [] : [words.decks.kinds[kind]]),
    ...not.map((one) => `${words.decks.not} ${words.decks.notFor[one]}`),
  ];
  if (remarks.length === 0) return null;
  return (
    <span class="quiet small" lang={document.documentElement.lang}>
      ({remarks.join('; ')})
    </span>
  );
}

/** The cards by topic and ring, in the order in which the deck first comes to each. */
function placesOf(deck: SharedDeck): readonly (readonly [string, readonly SharedPrompt[]])[] {
  const places = new Map<string, SharedPrompt[]>();
  for (const prompt of deck.prompts) {
    const where = whereOf(prompt);
    places.set(where, [...(places.get(where) ?? []), prompt]);
  }
  return [...places];
}
