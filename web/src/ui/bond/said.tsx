import type { Answer, Card, Response } from '../../core/types';
import { usePlace } from '../place';
import { words } from '../words';
import { foreign, textOf } from './deck';
import { Source } from './source';

/** Where a card lies: its topic and its ring, as a number and in words, which stay together. */
export function whereOf(place: { topic: Card['prompt']['topic']; ring: number }): string {
  return `${words.topics[place.topic]} · ${place.ring}\u00a0${words.rings[place.ring] ?? ''}`;
}

/** The rings by their number, as a choice shows them: the number and its word. */
export function ringNames(): Record<string, string> {
  return Object.fromEntries(
    [1, 2, 3, 4].map((ring) => [String(ring), `${ring} ${words.rings[ring] ?? ''}`]),
  );
}

export function Asked({ card, onPaper = false }: { card: Card; onPaper?: boolean }) {
  const [question = '', ...tail] = textOf(card.prompt).split('\n');
  const lang = foreign(card.prompt);
  return (
    <>
      <p class="where">{whereOf(card.prompt)}</p>
      <p class="prompt" lang={lang}>
        {question}
      </p>
      {tail.length === 0 ? null : (
        <p class="tail" lang={lang}>
          {tail.join(' ')}
        </p>
      )}
      <Source card={card} onPaper={onPaper} />
    </>
  );
}

/** What was asked, and what each said. `onPaper`: whoever reads it there is none of the two. */
export function Said({ card, onPaper = false }: { card: Card; onPaper?: boolean }) {
  const { name, bond } = usePlace();
  const me = onPaper ? bond.record.myName : words.table.you;
  const both = card.mine !== null && card.theirs !== null;
  return (
    <>
      <Asked card={card} onPaper={onPaper} />
      <div class={both ? 'pair two' : 'pair'}>
        {card.theirs === null ? null : <Leaf who={name} look="theirs" said={card.theirs} />}
        {card.mine === null ? null : <Leaf who={me} look="" said={card.mine} />}
      </div>
    </>
  );
}

function Leaf({ who, look, said }: { who: string; look: string; said: Answer }) {
  return (
    <figure class={`leaf ${look}`}>
      <figcaption class="where">{who}</figcaption>
      <Told said={said} />
    </figure>
  );
}

function Told({ said }: { said: Answer }) {
  if (said.withdrawn === true) return <p class="quiet">{words.table.withdrawn}</p>;
  if (said.words === null) return <p class="quiet">{words.table.notOpened}</p>;
  return <blockquote class="said">{said.words}</blockquote>;
}

/** What each answered to the other's words; below all else, so that nothing moves when it comes. */
export function Responses({ card, onPaper = false }: { card: Card; onPaper?: boolean }) {
  const { name, bond } = usePlace();
  const mine = onPaper ? words.respond.theirs(bond.record.myName) : words.respond.yours;
  return (
    <>
      <Responded who={words.respond.theirs(name)} response={card.theirResponse} />
      <Responded who={mine} response={card.myResponse} />
    </>
  );
}

/** What one of the two answered to the other's words. */
export function Responded({ who, response }: { who: string; response: Response | null }) {
  if (response === null) return null;
  if (response.withdrawn === true) return <p class="quiet">{words.respond.takenBack}</p>;
  return (
    <div class="stack tight told">
      <p class="where">{who}</p>
      {response.ways.length === 0 ? null : (
        <p>{response.ways.map((way) => words.respond.ways[way]).join(' · ')}</p>
      )}
      {response.words === '' ? null : <p class="said">{response.words}</p>}
    </div>
  );
}
