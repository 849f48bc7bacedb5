import type { MapCell, May, Ring, Topic, Wedge } from '../core/types';
import type { SeenView } from './seen';

/** How deep each topic is open to two people who have just met, as the core has it. */
const AT_FIRST: Record<Topic, 0 | 1> = {
  everyday: 1,
  work: 1,
  family: 1,
  friends: 1,
  love: 0,
  body: 1,
  feelings: 1,
  beliefs: 1,
};

const NOBODY_YET: May = 'not-both';

const RINGS: readonly Ring[] = [1, 2, 3, 4];

const TOPICS = Object.entries(AT_FIRST) as [Topic, 0 | 1][];

const WEDGES = TOPICS.map(([topic, ring]): Wedge => {
  return { topic, ring, deeper: NOBODY_YET, myYes: false, stepBack: NOBODY_YET };
});

const MAP = TOPICS.flatMap(([topic, open]) =>
  RINGS.map((ring): MapCell => ({ topic, ring, open: ring <= open, shared: 0 })),
);

/** A bond in which nobody has met yet: nothing lies there, and nothing can be done in it. */
export const BEFORE: SeenView = {
  v: 1,
  seat: 0,
  table: [],
  story: [],
  earlier: 0,
  offers: [],
  may: {
    draw: NOBODY_YET,
    offer: NOBODY_YET,
    ask: NOBODY_YET,
    rest: NOBODY_YET,
    resume: NOBODY_YET,
    evening: NOBODY_YET,
    endEvening: NOBODY_YET,
    mended: NOBODY_YET,
    end: NOBODY_YET,
  },
  map: MAP,
  topics: WEDGES,
  together: {
    state: 'goes-on',
    day: null,
    note: null,
    evening: false,
    light: false,
    repairs: [],
    outdated: false,
  },
  own: { questions: [], yes: [], lighter: false, help: false, drawer: [], held: [] },
  setAside: 0,
  asked: {},
  wished: { unwished: [], favourites: [] },
};
