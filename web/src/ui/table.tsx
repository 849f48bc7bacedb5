import type { Card, Offer } from '../core/types';
import type { Kith, OpenBond } from '../net/kith';
import { useState } from 'preact/hooks';
import { AnswerCard } from './answer';
import { Check } from './check';
import { Invite } from './invite';
import { Onion, OnionTable } from './onion';
import { Opened } from './opened';
import { Act, Screen } from './parts';
import { words } from './words';

/** One bond: the card on the table, cards to draw, the map, and the story so far. */
export function Bond({ kith, bond }: { kith: Kith; bond: OpenBond }) {
  const { alarm, stage } = bond.record;
  if (alarm !== null) return <Alarm reason={alarm} />;
  if (stage.name === 'inviting' || stage.name === 'asked' || stage.name === 'closed') {
    return <Invite kith={kith} bond={bond} />;
  }
  return <Table kith={kith} bond={bond} />;
}

function Alarm({ reason }: { reason: 'not-mine' | 'gap' }) {
  const sentence = reason === 'not-mine' ? words.state.alarm : words.state.gap;
  return (
    <Screen title={words.name}>
      <p class="notice alert" role="alert">
        {sentence}
      </p>
    </Screen>
  );
}

function Table({ kith, bond }: { kith: Kith; bond: OpenBond }) {
  const { view, record } = bond;
  const name = record.theirName ?? '';
  const title = words.table.title(name);
  return (
    <Screen title={title} wide>
      <div class="table">
        <div class="stack">
          <h1>{title}</h1>
          {record.stage.name === 'joining' ? (
            <p class="notice">{words.join.almost(name)}</p>
          ) : (
            <Check kith={kith} bond={bond} />
          )}
          <p role="status" class={bond.waiting ? 'quiet small' : 'visually-hidden'}>
            {bond.waiting ? words.table.onItsWay : ''}
          </p>
          {view.table.map((card) => (
            <OnTable key={card.exchange} kith={kith} bond={bond} card={card} name={name} />
          ))}
          {view.may.draw === null ? <Drawing kith={kith} bond={bond} /> : null}
          <Story bond={bond} name={name} />
        </div>
        <aside class="stack map" aria-label={words.table.map}>
          <h2>{words.table.map}</h2>
          <Onion cells={view.map} />
          <p class="quiet small">{words.table.mapLead}</p>
          <details>
            <summary>{words.table.mapTable}</summary>
            <OnionTable cells={view.map} />
          </details>
        </aside>
      </div>
    </Screen>
  );
}

function OnTable(properties: { kith: Kith; bond: OpenBond; card: Card; name: string }) {
  const { card } = properties;
  return card.state === 'drawn' ? <AnswerCard {...properties} /> : <Opened {...properties} />;
}

/** One thing at a time: while an answer waits to be responded to, drawing keeps in the background. */
function Drawing({ kith, bond }: { kith: Kith; bond: OpenBond }) {
  const draw = <Draw kith={kith} local={bond.local} offers={bond.view.offers} />;
  if (bond.view.table.every((card) => card.may.respond !== null)) return draw;
  return (
    <details>
      <summary>{words.table.drawAnother}</summary>
      {draw}
    </details>
  );
}

function Draw(properties: { kith: Kith; local: string; offers: readonly Offer[] }) {
  const { kith, local, offers } = properties;
  const [chosen, setChosen] = useState<string | null>(null);
  const present = offers.find((offer) => offer.id === chosen);
  return (
    <section class="part">
      <h2>{words.table.drawTitle}</h2>
      <p class="quiet">{words.table.drawLead}</p>
      <fieldset class="stack tight">
        <legend class="visually-hidden">{words.table.drawTitle}</legend>
        {offers.map((offer) => (
          <label class="choice deck" key={offer.id}>
            <input
              type="radio"
              name="offer"
              checked={offer.id === chosen}
              onChange={() => setChosen(offer.id)}
            />
            <span>
              <span>
                <span class="where">{whereOf(offer)}</span>
                <span class="prompt block">{offer.text}</span>
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <Act
        look="main"
        disabled={present === undefined}
        does={async () => {
          if (present !== undefined) await kith.draw(local, present.id);
        }}
      >
        {words.table.draw}
      </Act>
    </section>
  );
}

export function whereOf(place: { topic: Offer['topic']; ring: number }): string {
  return `${words.topics[place.topic]} · ${words.rings[place.ring] ?? ''}`;
}

function Story({ bond, name }: { bond: OpenBond; name: string }) {
  const { story } = bond.view;
  return (
    <section class="part">
      <h2>{words.table.story}</h2>
      {story.length === 0 ? <p class="quiet">{words.table.storyEmpty}</p> : null}
      {[...story].reverse().map((card) => (
        <article class="card stack" key={card.exchange}>
          <Said card={card} name={name} />
          <Responses card={card} name={name} />
        </article>
      ))}
    </section>
  );
}

/** What was asked, and what each said. */
export function Said({ card, name }: { card: Card; name: string }) {
  const { mine, theirs, prompt } = card;
  return (
    <>
      <p class="where">{whereOf(prompt)}</p>
      <p class="prompt">{prompt.text}</p>
      <div class="pair">
        <Leaf who={name} look="theirs" said={theirs?.words ?? null} />
        <Leaf who={words.table.you} look="" said={mine?.words ?? null} />
      </div>
    </>
  );
}

/** What each answered to the other's words; below all else, so that nothing moves when it comes. */
export function Responses({ card, name }: { card: Card; name: string }) {
  return (
    <>
      <Response who={words.respond.theirs(name)} response={card.theirResponse} />
      <Response who={words.respond.yours} response={card.myResponse} />
    </>
  );
}

function Leaf({ who, look, said }: { who: string; look: string; said: string | null }) {
  return (
    <figure class={`leaf ${look}`}>
      <figcaption class="where">{who}</figcaption>
      {said === null ? (
        <p class="quiet">{words.table.notOpened}</p>
      ) : (
        <blockquote class="said">{said}</blockquote>
      )}
    </figure>
  );
}

function Response({ who, response }: { who: string; response: Card['myResponse'] }) {
  if (response === null) return null;
  return (
    <div class="stack tight">
      <p class="where">{who}</p>
      <p>{response.ways.map((way) => words.respond.ways[way]).join(' · ')}</p>
      {response.words === '' ? null : <p class="said">{response.words}</p>}
    </div>
  );
}
