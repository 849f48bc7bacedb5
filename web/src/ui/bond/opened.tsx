import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card, WayOfHearing } from '../../core/types';
import { Refused } from '../../net/exchange';
import { Act, Area, Choices, Fold, Press } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { Amiss } from './amiss';
import { showsTheTop, useBeginning } from './beginning';
import { Phrases } from './phrases';
import { Responses, Said } from './said';
import { useSaying } from './writing';

/** The longest response in words; the core says the same. */
const RESPONSE_LENGTH = 2000;

/** The cards that have turned before this person's eyes; each turns once. */
const turned = new Set<string>();

/** What opened together: first only reading, then the listener's help, then a response. */
export function OpenedCard({ card }: { card: Card }) {
  const { bond } = usePlace();
  const [turning] = useState(() => turns(card, bond.local));
  const place = useBeginning(card.exchange, card.state);
  return (
    <article
      ref={place}
      tabIndex={-1}
      class={turning ? 'card stack turning' : 'card stack'}
      data-card={card.state}
    >
      <h2>{titleOf(card)}</h2>
      <p role="status" class="visually-hidden">
        {turning ? (card.kind === 'sealed' ? words.state.opened : titleOf(card)) : ''}
      </p>
      <Said card={card} />
      {card.may.respond === null ? <Respond card={card} /> : null}
      <Responses card={card} />
      <Returning card={card} />
      <Later text={bond.record.drafts[card.exchange]} />
      <Amiss card={card} />
    </article>
  );
}

function turns(card: Card, local: string): boolean {
  const name = `${local}/${card.exchange}`;
  const isNew = card.may.respond === null && !turned.has(name);
  turned.add(name);
  return isNew;
}

function titleOf(card: Card): string {
  if (card.kind === 'first-step') return words.firstStep.heardTitle;
  return card.kind === 'ask' ? words.ask.heardTitle : words.table.openedTitle;
}

/** Words that were written when an earlier version had just opened; they are not lost. */
function Later({ text }: { text: string | undefined }) {
  if (text === undefined || text === '') return null;
  return (
    <div class="notice stack tight">
      <p>{words.table.later}</p>
      <p class="said">{text}</p>
    </div>
  );
}

/** After a first step was heard, one may offer one in return; nobody has to. */
function Returning({ card }: { card: Card }) {
  const { show, bond } = usePlace();
  const heard = card.kind === 'first-step' && card.toldByThem && card.myResponse !== null;
  if (!heard || bond.view.may.offer !== null) return null;
  return (
    <span>
      <Press look="plain" onClick={() => show('yours')}>
        {words.firstStep.inReturn}
      </Press>
    </span>
  );
}

function Respond({ card }: { card: Card }) {
  const [reading, setReading] = useState(true);
  if (!reading) return <Hearing card={card} />;
  return (
    <div class="stack tight">
      <p class="quiet">{words.respond.first}</p>
      <span>
        <Press look="main" onClick={() => setReading(false)}>
          {words.respond.begin}
        </Press>
      </span>
    </div>
  );
}

function Hearing({ card }: { card: Card }) {
  const { deeds, bond, kith, name } = usePlace();
  const place = useRef<HTMLElement>(null);
  // What was pressed to come here is gone.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const [ways, setWays] = useState<WayOfHearing[]>([]);
  const { exchange } = card;
  const { text, write, sent } = useSaying('response', exchange);
  return (
    <section ref={place} tabIndex={-1} class="stack">
      <Choices
        legend={words.respond.title(name)}
        options={words.respond.ways}
        chosen={ways}
        several
        onChange={setWays}
      />
      <Area
        label={words.respond.more}
        hint={words.respond.keep}
        short
        value={text}
        maxLength={RESPONSE_LENGTH}
        onInput={write}
      />
      <Phrases names={[...ways, 'say-back', 'ask-gently']} text={text} write={write} />
      <Fold title={words.respond.helps}>
        <ul class="lines">
          {words.respond.helpLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Fold>
      <Act
        look="main"
        rests={ways.length === 0 && text.trim() === ''}
        does={async () => {
          const said = { exchange, ways, words: text.trim() };
          if (ways.length === 0 && said.words === '') throw new Refused('response-empty');
          await deeds.act(bond.local, { type: 'respond', ...said });
          sent();
          showsTheTop(kith);
        }}
      >
        {words.respond.send}
      </Act>
    </section>
  );
}
