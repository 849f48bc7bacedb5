import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Card, MapCell } from '../../core/types';
import { newExchange } from '../deeds';
import { useKeepStep } from '../keep/step';
import { Act, Fold, Press, Sheet } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { freshIn, textOf } from './deck';

/** A cell of the map that was pressed, and its sheet. */
export function useCell(): { onPress: (cell: MapCell) => void; sheet: ComponentChildren } {
  const [at, setAt] = useState<MapCell | null>(null);
  const { view } = usePlace().bond;
  const cell = view.map.find((one) => one.topic === at?.topic && one.ring === at.ring);
  const sheet = cell === undefined ? null : <CellSheet cell={cell} close={() => setAt(null)} />;
  return { onPress: setAt, sheet };
}

/** What was shared there, a card to draw there, and keeping it closed. */
function CellSheet({ cell, close }: { cell: MapCell; close: () => void }) {
  const { view } = usePlace().bond;
  const title = `${words.topics[cell.topic]}, ${words.rings[cell.ring] ?? ''}`;
  const shared = [...view.table, ...view.story].filter(
    ({ prompt, state }) =>
      state !== 'drawn' && prompt.topic === cell.topic && prompt.ring === cell.ring,
  );
  const wedge = view.topics.find((one) => one.topic === cell.topic);
  return (
    <Sheet title={title} close={close}>
      {cell.open ? (
        <DrawHere cell={cell} close={close} />
      ) : (
        <p>{wedge?.ring === 0 ? words.cell.topicClosed : words.cell.closed}</p>
      )}
      <Shared cards={shared} />
      {cell.open && wedge?.stepBack === null ? <KeepClosed cell={cell} close={close} /> : null}
    </Sheet>
  );
}

function DrawHere({ cell, close }: { cell: MapCell; close: () => void }) {
  const { deeds, bond, decks, showAfter } = usePlace();
  const [at, setAt] = useState(0);
  if (useKeepStep()) return <p class="quiet">{words.keep.before}</p>;
  if (bond.view.may.draw !== null) {
    const reason = bond.view.may.draw;
    return <p class="quiet">{words.refusals[reason] ?? words.refusals.other}</p>;
  }
  const { unwished } = bond.view.wished;
  const fresh = freshIn(bond, decks, cell).filter(({ key }) => !unwished.includes(key));
  const prompt = fresh[at % Math.max(fresh.length, 1)];
  if (prompt === undefined) return <p class="quiet">{words.cell.none}</p>;
  return (
    <div class="stack tight">
      <p class="prompt">{prompt.text.split('\n')[0]}</p>
      <div class="row">
        <Act
          look="main"
          does={async () => {
            const exchange = newExchange();
            await deeds.act(bond.local, { type: 'draw', exchange, prompt: prompt.key });
            close();
            showAfter('table');
          }}
        >
          {words.table.draw}
        </Act>
        {fresh.length > 1 ? (
          <Press look="plain" onClick={() => setAt(at + 1)}>
            {words.cell.another}
          </Press>
        ) : null}
      </div>
    </div>
  );
}

function Shared({ cards }: { cards: readonly Card[] }) {
  if (cards.length === 0) return <p class="quiet">{words.cell.nothing}</p>;
  return (
    <section class="stack tight">
      <h3>{words.cell.shared}</h3>
      <ul class="lines">
        {cards.map((card) => (
          <li key={card.exchange}>{textOf(card.prompt).split('\n')[0]}</li>
        ))}
      </ul>
    </section>
  );
}

/** Calm, at once, and without a reason. */
function KeepClosed({ cell, close }: { cell: MapCell; close: () => void }) {
  const { deeds, bond } = usePlace();
  const topic = words.topics[cell.topic];
  const ring = (cell.ring - 1) as 0 | 1 | 2 | 3;
  return (
    <Fold title={words.cell.stepBack}>
      <p class="quiet">{words.cell.stepBackLead(topic)}</p>
      <Act
        does={async () => {
          await deeds.act(bond.local, { type: 'step-back', topic: cell.topic, ring });
          close();
        }}
      >
        {words.back.do}
      </Act>
    </Fold>
  );
}
