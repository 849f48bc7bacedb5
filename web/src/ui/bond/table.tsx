import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../../core/types';
import type { BondRecord } from '../../net/record';
import { dayName } from '../deeds';
import { Legend, Onion } from '../onion';
import { Screen } from '../parts';
import { KeepStep, useKeepStep } from '../keep/step';
import { usePlace } from '../place';
import { words } from '../words';
import { showsTheTop } from './beginning';
import { Check } from './check';
import { Draw } from './draw';
import { DrawnCard } from './drawn';
import { Ended } from './ended';
import { Held } from './held';
import { OpenedCard } from './opened';
import { OwnCard } from './own';
import { Questions } from './questions';
import { liesOpen, Repairs } from './repair';
import { Unsent } from './unsent';
import { useCell } from './cell';

/** The table of a bond: what lies on it, what is asked of oneself alone, and a card to draw. */
export function TablePart() {
  const { bond, name } = usePlace();
  const title = words.table.title(name);
  const { onPress, sheet } = useCell();
  const keeping = useKeeping();
  if (bond.view.together.state === 'ended') return <Ended title={title} />;
  return (
    <Screen title={title} wide>
      <div class="table">
        <div class="stack">
          <Head title={title} />
          <Repairs />
          <Unsent />
          <Cards />
          <Held />
          <Questions after={keeping === 'asked' ? <KeepStep /> : null} />
          {keeping === 'after-mending' ? <p class="quiet">{words.keep.before}</p> : null}
          {keeping === 'answered' ? (
            <>
              <Draw />
              <OwnCard />
            </>
          ) : null}
        </div>
        <aside class="stack wide-only" aria-label={words.table.map}>
          <Onion cells={bond.view.map} whole onPress={onPress} />
          <Legend />
        </aside>
      </div>
      {sheet}
    </Screen>
  );
}

/**
 * Whether keeping is asked for now; until it was answered, no second card is offered. Nobody is
 * asked to see to a sheet while a card, a rest, or something to mend that lies open has the table.
 */
function useKeeping(): 'answered' | 'asked' | 'after-mending' | 'waits' {
  const { bond, personal } = usePlace();
  const { table, together } = bond.view;
  const isDue = useKeepStep();
  if (!isDue) return 'answered';
  const isFree = table.every((card) => card.state === 'opened' && card.may.respond !== null);
  if (together.state !== 'goes-on' || !isFree) return 'waits';
  const isMending = together.repairs.some((repair) => liesOpen(repair, personal));
  return isMending ? 'after-mending' : 'asked';
}

function Head({ title }: { title: string }) {
  const { bond, name, href, kith } = usePlace();
  const { stage } = bond.record;
  const isJoining = stage.name === 'joining';
  return (
    <>
      <div class="stack tight">
        <h1>{title}</h1>
        <div class="row beside">
          <a class="small quiet" href={href('more')} onClick={useShow('more')}>
            {words.more.title}
          </a>
          {!isJoining && kith !== null ? <CheckFirst /> : null}
        </div>
      </div>
      {isJoining && stage.sent ? <p class="notice">{words.join.almost(name)}</p> : null}
      <p role="status" class={bond.waiting ? 'quiet small' : 'visually-hidden'}>
        {bond.waiting ? words.table.onItsWay : ''}
      </p>
      <Standing />
    </>
  );
}

/** Until they have compared their numbers, the way to it stands here; then under looking after. */
function CheckFirst() {
  const { comparedOn } = usePlace().bond.record;
  // Whoever compares them here reads here that it is noted.
  const [isDue] = useState(comparedOn === null);
  return isDue ? <Check /> : null;
}

/** How the two stand, where it is not simply going on. */
function Standing() {
  const { bond, kith } = usePlace();
  const { together, table } = bond.view;
  const before = useRef(together.state);
  // What one was at is gone from the page then, and why stands above.
  useEffect(() => {
    if (before.current !== together.state) showsTheTop(kith);
    before.current = together.state;
  }, [together.state, kith]);
  if (together.outdated) return <p class="notice">{words.state.outdated}</p>;
  if (together.state === 'rests') {
    const { day } = together;
    return (
      <div class="notice stack tight">
        <p>{words.rest.resting}</p>
        {day === null ? null : <p>{words.rest.until(dayName(day))}</p>}
        {table.some((card) => isBegun(bond.record, card)) ? <p>{words.rest.draftKept}</p> : null}
      </div>
    );
  }
  return together.evening ? <p class="notice">{words.evening.on}</p> : null;
}

/** Whether something was begun for it and not sealed. */
function isBegun({ drafts }: BondRecord, { state, exchange }: Card): boolean {
  return state === 'drawn' && (drafts[exchange] ?? '') !== '';
}

/** What one has not read yet comes first; what waits for nothing of oneself comes last. */
function Cards() {
  const { table } = usePlace().bond.view;
  const rank = (card: Card): number => {
    if (card.state === 'drawn') return 1;
    return card.may.respond === null ? 0 : 2;
  };
  const ordered = [...table].sort((one, other) => rank(one) - rank(other));
  return (
    <>
      {ordered.map((card) =>
        card.state === 'drawn' ? (
          <DrawnCard key={card.exchange} card={card} />
        ) : (
          <OpenedCard key={card.exchange} card={card} />
        ),
      )}
    </>
  );
}

/** Goes to a part of the bond without leaving the page. */
export function useShow(part: Parameters<ReturnType<typeof usePlace>['show']>[0]) {
  const { show } = usePlace();
  return (event: Event) => {
    event.preventDefault();
    show(part);
  };
}
