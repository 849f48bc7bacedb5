import { useState } from 'preact/hooks';
import type { Card, WayOfHearing } from '../core/types';
import type { Kith, OpenBond } from '../net/kith';
import { Act, Choices } from './parts';
import { Responses, Said } from './table';
import { words } from './words';

/** The longest response in words; the core says the same. */
const RESPONSE_LENGTH = 2000;

/** Two answers that opened together; first only reading, then a response. */
export function Opened(properties: { kith: Kith; bond: OpenBond; card: Card; name: string }) {
  const { kith, bond, card, name } = properties;
  return (
    <article class="card stack opened" data-card={card.state}>
      <h2>{words.table.openedTitle}</h2>
      <Said card={card} name={name} />
      {card.may.respond === null ? (
        <Respond kith={kith} bond={bond} card={card} name={name} />
      ) : null}
      <Responses card={card} name={name} />
      <Later words={bond.record.drafts[card.exchange]} />
    </article>
  );
}

/** Words that were written when an earlier version had just opened; they are not lost. */
function Later({ words: text }: { words: string | undefined }) {
  if (text === undefined || text === '') return null;
  return (
    <div class="notice stack tight">
      <p>{words.table.later}</p>
      <p class="said">{text}</p>
    </div>
  );
}

function Respond(properties: { kith: Kith; bond: OpenBond; card: Card; name: string }) {
  const { kith, bond, card, name } = properties;
  const [ways, setWays] = useState<WayOfHearing[]>([]);
  const [text, setText] = useState('');
  const id = `response-${card.exchange}`;
  return (
    <section class="stack">
      <Choices
        legend={words.respond.title(name)}
        hint={words.respond.help}
        options={words.respond.ways}
        chosen={ways}
        several
        onChange={setWays}
      />
      <div class="field">
        <label for={id}>{words.respond.more}</label>
        <textarea
          id={id}
          class="short"
          value={text}
          maxLength={RESPONSE_LENGTH}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <span class="quiet small">{words.respond.keep}</span>
      </div>
      <Act
        look="main"
        does={() => kith.respond(bond.local, card.exchange, { ways, words: text.trim() })}
      >
        {words.respond.send}
      </Act>
    </section>
  );
}
