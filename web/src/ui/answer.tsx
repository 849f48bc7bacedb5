import { useRef, useState } from 'preact/hooks';
import type { Card } from '../core/types';
import { isTakingBack } from '../net/exchange';
import type { Kith, OpenBond } from '../net/kith';
import { Act, Trouble } from './parts';
import { whereOf } from './table';
import { words } from './words';

/** The longest answer to one card, in characters; the core says the same. */
const ANSWER_LENGTH = 8000;
const SHOW_LEFT_BELOW = 500;

/** A card that nobody has opened: write in peace, seal, change, take back, or swap it. */
export function AnswerCard(properties: { kith: Kith; bond: OpenBond; card: Card }) {
  const { kith, bond, card } = properties;
  const [changing, setChanging] = useState(false);
  const [takenBack, setTakenBack] = useState(false);
  const sealed = card.sealedByMe && !changing;
  const takingBack = isTakingBack(bond.record, card.exchange) ? words.table.takingBack : null;
  return (
    <article class="card stack" data-card={card.state}>
      <p class="where">{whereOf(card.prompt)}</p>
      <p class="prompt">{card.prompt.text}</p>
      {sealed ? (
        <Sealed
          kith={kith}
          bond={bond}
          card={card}
          change={() => setChanging(true)}
          tookBack={() => setTakenBack(true)}
        />
      ) : (
        <Writing
          kith={kith}
          bond={bond}
          card={card}
          done={() => {
            setChanging(false);
            setTakenBack(false);
          }}
        />
      )}
      <Trouble sentence={takingBack ?? (takenBack && !sealed ? words.table.takenBack : null)} />
      <div class="row small quiet">
        <Act look="plain" does={() => kith.swap(bond.local, card.exchange)}>
          {words.table.swap}
        </Act>
        <span>{words.table.swapHint}</span>
      </div>
    </article>
  );
}

function Writing(properties: { kith: Kith; bond: OpenBond; card: Card; done: () => void }) {
  const { kith, bond, card, done } = properties;
  const { record } = bond;
  const before = record.drafts[card.exchange] ?? record.sealed[card.exchange]?.words ?? '';
  const [text, setText] = useState(before);
  const newest = useRef(before);
  const [kept, setKept] = useState(false);
  const left = ANSWER_LENGTH - text.length;
  const write = (value: string) => {
    setText(value);
    setKept(false);
    newest.current = value;
    kith
      .draft(bond.local, card.exchange, () => newest.current)
      .then(
        () => setKept(newest.current === value),
        () => setKept(false),
      );
  };
  const id = `answer-${card.exchange}`;
  return (
    <div class="stack tight">
      <label for={id}>{words.table.yourAnswer}</label>
      <textarea
        id={id}
        value={text}
        maxLength={ANSWER_LENGTH}
        placeholder={words.table.placeholder}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <p class="quiet small" data-kept={kept}>
        {kept ? words.table.kept : words.table.remember}
      </p>
      {left < SHOW_LEFT_BELOW ? <p class="quiet small">{words.table.left(left)}</p> : null}
      <Act
        look="main"
        does={async () => {
          await kith.seal(bond.local, card.exchange, text);
          done();
        }}
      >
        {words.table.seal}
      </Act>
    </div>
  );
}

function Sealed(properties: {
  kith: Kith;
  bond: OpenBond;
  card: Card;
  change: () => void;
  tookBack: () => void;
}) {
  const { kith, bond, card } = properties;
  return (
    <div class="stack tight">
      <p role="status">
        <strong>{words.table.sealed}.</strong> {words.table.sealedLead}
      </p>
      <div class="row">
        <button type="button" onClick={properties.change}>
          {words.table.change}
        </button>
        <Act
          does={async () => {
            await kith.takeBack(bond.local, card.exchange);
            properties.tookBack();
          }}
        >
          {words.table.takeBack}
        </Act>
      </div>
    </div>
  );
}
