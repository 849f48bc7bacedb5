import { useState } from 'preact/hooks';
import type { Card } from '../../core/types';
import { isTakingBack } from '../../net/exchange';
import { Act, Fold, Press, Trouble } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { showsFromItsBeginning, useBeginning } from './beginning';
import { keyOf } from './deck';
import { Asked } from './said';
import { Wishes } from './wishes';
import { Writing } from './writing';

/** A card that nobody has opened: answer it in peace, or listen, or put it back. */
export function DrawnCard({ card }: { card: Card }) {
  const place = useBeginning(card.exchange, String(card.sealedByMe));
  return (
    <article
      ref={place}
      tabIndex={-1}
      class="card stack"
      data-card={card.state}
      data-kind={card.kind}
    >
      <KindOf card={card} />
      <Asked card={card} />
      {card.ratherNot ? <p class="notice small">{words.table.ratherNot}</p> : null}
      {card.bound ? (
        <p role="status">{words.table.bound}</p>
      ) : card.toldByMe ? (
        <Answering card={card} />
      ) : (
        <Listening card={card} />
      )}
      <PutBack card={card} />
    </article>
  );
}

function KindOf({ card }: { card: Card }) {
  const { name } = usePlace();
  if (card.kind === 'sealed') return null;
  const said = card.kind === 'first-step' ? words.firstStep : words.ask;
  const isMine = card.kind === 'first-step' ? card.toldByMe : card.toldByThem;
  return (
    <div class="stack tight">
      <h2>{said.title}</h2>
      <p class="quiet">{isMine ? said.mineLead : said.theirsLead(name)}</p>
    </div>
  );
}

function Answering({ card }: { card: Card }) {
  const { bond } = usePlace();
  const [changing, setChanging] = useState(false);
  const [takenBack, setTakenBack] = useState(false);
  const sealed = card.sealedByMe && !changing;
  const takingBack = isTakingBack(bond.record, card.exchange) ? words.table.takingBack : null;
  const done = () => {
    setChanging(false);
    setTakenBack(false);
  };
  return (
    <>
      {sealed ? (
        <Sealed card={card} change={() => setChanging(true)} tookBack={() => setTakenBack(true)} />
      ) : (
        <>
          {card.sealedByMe ? (
            <div class="row beside">
              <p class="quiet">{words.table.changing}</p>
              <Press look="plain" onClick={done}>
                {words.table.leaveAsItWas}
              </Press>
            </div>
          ) : null}
          <Writing card={card} done={done} />
        </>
      )}
      <Trouble sentence={takingBack ?? (takenBack && !sealed ? words.table.takenBack : null)} />
    </>
  );
}

function Sealed(properties: { card: Card; change: () => void; tookBack: () => void }) {
  const { deeds, bond } = usePlace();
  const { exchange } = properties.card;
  const mine = bond.record.sealed[exchange]?.words ?? '';
  return (
    <div class="stack tight">
      <p role="status">
        <strong>{words.table.sealed}.</strong> {words.table.sealedLead}
      </p>
      <div class="buttons">
        <Press onClick={properties.change}>{words.table.change}</Press>
        <Act
          does={async () => {
            await deeds.takeBack(bond.local, exchange);
            properties.tookBack();
          }}
        >
          {words.table.takeBack}
        </Act>
      </div>
      {mine === '' ? null : (
        <Fold title={words.table.whatIWrote}>
          <p class="said">{mine}</p>
        </Fold>
      )}
    </div>
  );
}

/** One who only listens seals nothing but being ready. */
function Listening({ card }: { card: Card }) {
  const { deeds, bond } = usePlace();
  if (card.kind === 'ask') return null;
  if (card.sealedByMe) {
    return (
      <div class="stack tight">
        <p role="status">{words.firstStep.readySaid}</p>
        <Act look="plain" does={() => deeds.takeBack(bond.local, card.exchange)}>
          {words.firstStep.notReady}
        </Act>
      </div>
    );
  }
  return (
    <Act
      look="main"
      does={() => {
        showsFromItsBeginning(card.exchange);
        return deeds.seal(bond.local, card.exchange, '');
      }}
    >
      {words.firstStep.ready}
    </Act>
  );
}

function PutBack({ card }: { card: Card }) {
  const { deeds, bond } = usePlace();
  const isDeck = card.prompt.deck !== 'own';
  const swap = { type: 'swap', exchange: card.exchange } as const;
  const label = {
    sealed: words.table.swap,
    'first-step': words.firstStep.pass,
    ask: card.writtenByMe ? words.ask.takeBack : words.ask.pass,
  }[card.kind];
  return (
    <div class="stack tight small">
      <div class="row">
        <Act look="plain" does={() => deeds.act(bond.local, swap)}>
          {label}
        </Act>
        {isDeck ? <Wishes prompt={keyOf(card.prompt)} /> : null}
      </div>
      <p class="quiet">
        {card.kind === 'sealed' ? words.table.swapHint : words.firstStep.passHint}
      </p>
    </div>
  );
}
