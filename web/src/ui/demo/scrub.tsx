import { useEffect, useId, useMemo, useReducer, useState } from 'preact/hooks';
import type { Seat } from '../../core/types';
import { BondParts } from '../bond/bond';
import { Press } from '../parts';
import { PlaceContext, type Place } from '../place';
import type { PartName } from '../routes';
import { words } from '../words';
import { SCENES, STOPS, told, type Scene } from './story';
import type { Theatre } from './theatre';

const DAYS_A_WEEK = 7;

const SEATS = [0, 1] as const;

/** The scenes at which the guided tour stops. */
const TOUR = SCENES.flatMap((scene, index) => (scene.stop === undefined ? [] : [index]));

/** A bond of two simulated people, told over three months; one can go to and fro in it. */
export function StoryOfMonths({ guided, tryIt }: { guided: boolean; tryIt: () => void }) {
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<PartName | null>(null);
  const scene = guided ? (TOUR[at] ?? 0) : at;
  const theatre = useMemo(() => told(scene), [scene]);
  const most = (guided ? TOUR.length : SCENES.length) - 1;
  const stop = SCENES[scene]?.stop;
  const starts = guided ? partOf(stop) : (chosen ?? partOf(stop));
  const week = Math.floor((SCENES[scene]?.day ?? 0) / DAYS_A_WEEK) + 1;
  return (
    <div class="stack">
      <p class="quiet small">{words.demo.simulated}</p>
      <Going guided={guided} at={at} most={most} go={setAt} />
      <p class="lead said-now" aria-live="polite">
        <strong>{words.demo.week(week)}.</strong> {sentenceOf(SCENES[scene])}
      </p>
      {guided && at === most ? (
        <span>
          <Press onClick={tryIt}>{words.demo.tabs.try}</Press>
        </span>
      ) : null}
      <div class="demo-pair">
        {SEATS.map((seat) => (
          <Phone key={`${seat}/${scene}`} {...{ theatre, seat, starts }} chose={setChosen} />
        ))}
      </div>
    </div>
  );
}

/** What happens in that scene, in the words of the tour where it stops there. */
function sentenceOf(scene: Scene | undefined): string {
  if (scene?.stop !== undefined) return words.demo.stops[STOPS[scene.stop]] ?? '';
  return scene?.shows === undefined ? '' : words.demo.scenes[scene.shows];
}

/** Where the phones open: the map where the tour speaks of it. */
function partOf(stop: keyof typeof STOPS | undefined): PartName {
  return stop === 'ring' || stop === 'map' ? 'map' : 'table';
}

function Going(properties: {
  guided: boolean;
  at: number;
  most: number;
  go: (at: number) => void;
}) {
  const { guided, at, most, go } = properties;
  const id = useId();
  return (
    <div class="row going">
      <Press rests={at === 0} onClick={() => go(at - 1)}>
        {words.demo.previous}
      </Press>
      {guided ? (
        <span>{words.demo.stop(at + 1, most + 1)}</span>
      ) : (
        <span class="scrub">
          <label class="visually-hidden" for={id}>
            {words.demo.scrub}
          </label>
          <input
            id={id}
            type="range"
            min={0}
            max={most}
            value={at}
            aria-valuetext={words.demo.week(Math.floor((SCENES[at]?.day ?? 0) / DAYS_A_WEEK) + 1)}
            onInput={(event) => go(Number(event.currentTarget.value))}
          />
        </span>
      )}
      <Press look="main" rests={at === most} onClick={() => go(at + 1)}>
        {words.demo.next}
      </Press>
    </div>
  );
}

/** What one of the two sees; it can be used, and forgets all of it at the next scene. */
function Phone(properties: {
  theatre: Theatre;
  seat: Seat;
  starts: PartName;
  /** Told which place was chosen, so that a visitor stays on the map while months pass. */
  chose: (part: PartName) => void;
}) {
  const { theatre, seat, chose } = properties;
  const [part, setPart] = useState<PartName>(properties.starts);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => theatre.subscribe(() => redraw(undefined)), [theatre]);
  const deeds = useMemo(() => theatre.deeds(seat), [theatre, seat]);
  const bond = theatre.open(seat);
  const show = (next: PartName) => {
    setPart(next);
    chose(next);
  };
  const place: Place = {
    deeds,
    bond,
    personal: theatre.personal(seat),
    decks: [],
    name: bond.record.theirName ?? '',
    part,
    show,
    // Nothing takes time here, so nobody has gone elsewhere.
    showAfter: show,
    href: () => location.hash || '#demo',
    kith: null,
  };
  const title = seat === 0 ? words.demo.onOne : words.demo.onOther;
  return (
    <section class="phone" aria-label={title}>
      <h2>{title}</h2>
      <div class="glass" tabIndex={0} role="group" aria-label={title}>
        <PlaceContext.Provider value={place}>
          <BondParts />
        </PlaceContext.Provider>
      </div>
    </section>
  );
}
