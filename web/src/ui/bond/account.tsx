import { useState } from 'preact/hooks';
import type { View } from '../../core/types';
import { dayName, today } from '../deeds';
import { Legend, Onion } from '../onion';
import { Press, Screen } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { GoTo } from './more';
import { toldOf } from './told';

/** A printable account for a counsellor: topics, exchanges, pauses if wished; never any words. */
export function Account() {
  const { bond } = usePlace();
  const [pauses, setPauses] = useState(false);
  const { view } = bond;
  const isOver = view.together.state === 'ended';
  const home = isOver ? 'table' : 'more';
  const back = isOver ? words.places.back : words.more.title;
  return (
    <Screen title={words.account.title}>
      <div class="printed">
        <div class="stack tight">
          <div class="no-print">
            <GoTo part={home} look="back">{`‹ ${back}`}</GoTo>
          </div>
          <h1>{words.account.title}</h1>
        </div>
        <p class="quiet">{words.account.made(dayName(today(bond)))}</p>
        <div class="stack no-print">
          <label class="choice">
            <input
              type="checkbox"
              checked={pauses}
              onChange={(event) => setPauses(event.currentTarget.checked)}
            />
            <span>{words.account.withPauses}</span>
          </label>
          <span>
            <Press look="main" onClick={() => window.print()}>
              {words.account.print}
            </Press>
          </span>
        </div>
        <section class="stack tight">
          <h2>{words.account.topics}</h2>
          <Onion cells={view.map} whole />
          <Legend />
          <Topics view={view} />
        </section>
        {pauses ? <Pauses view={view} /> : null}
      </div>
    </Screen>
  );
}

function Topics({ view }: { view: View }) {
  return (
    <div class="scroll" role="group" aria-label={words.account.topics} tabIndex={0}>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{words.table.topic}</th>
            <th scope="col">{words.own.ring}</th>
            <th scope="col">{words.account.exchanges}</th>
          </tr>
        </thead>
        <tbody>
          {view.topics.map((wedge) => {
            const days = toldOf(view)
              .filter((card) => card.prompt.topic === wedge.topic)
              .map((card) => card.day);
            return (
              <tr key={wedge.topic}>
                <th scope="row">{words.topics[wedge.topic]}</th>
                <td>
                  {wedge.ring === 0
                    ? words.account.closed
                    : `${wedge.ring} ${words.rings[wedge.ring] ?? ''}`}
                </td>
                <td>{openedOn(days)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** How often something was opened there, and from which day to which. */
function openedOn(days: readonly number[]): string {
  const [first] = days;
  if (first === undefined) return words.account.none;
  return words.account.times(days.length, dayName(first), dayName(days.at(-1) ?? first));
}

function Pauses({ view }: { view: View }) {
  const { state, repairs } = view.together;
  return (
    <section class="stack tight">
      <h2>{words.account.pauses}</h2>
      <p>{state === 'rests' ? words.account.resting : words.account.noPauses}</p>
      <p>{words.account.repairs(repairs.some((repair) => !repair.mended))}</p>
    </section>
  );
}
