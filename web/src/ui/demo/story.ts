import type { Ring, Seat, Topic, WayOfHearing } from '../../core/types';
import { LINES } from './lines';
import { Theatre } from './theatre';

/** A scene: the day it happens on, counted from the first, what it is called, and what is done. */
export interface Scene {
  readonly day: number;
  /** Whether the guided tour stops here, and with which words. */
  readonly stop?: keyof typeof STOPS;
  readonly plays: (theatre: Theatre) => void;
}

const MARA: Seat = 0;
const JONAS: Seat = 1;
const BOTH = [MARA, JONAS] as const;

/** The stops of the guided tour, in order, for `words.demo.stops`. */
export const STOPS = {
  begin: 0,
  sealed: 1,
  opened: 2,
  deeper: 3,
  ring: 4,
  map: 5,
  misstep: 6,
  repair: 7,
  rest: 8,
  end: 9,
} as const;

/** An exchange from drawing to settling: both answer, both respond. */
function exchange(day: number, prompt: string, way: WayOfHearing = 'heard'): Scene {
  return { day, plays: (theatre) => whole(theatre, prompt, way) };
}

function whole(theatre: Theatre, prompt: string, way: WayOfHearing): void {
  const id = theatre.next();
  theatre.act(MARA, { type: 'draw', exchange: id, prompt });
  const [hers, his, her, him] = LINES[prompt] ?? ['…', '…', '', ''];
  theatre.seal(MARA, id, hers);
  theatre.seal(JONAS, id, his);
  theatre.act(MARA, { type: 'respond', exchange: id, ways: ['glad'], words: her });
  theatre.act(JONAS, { type: 'respond', exchange: id, ways: [way], words: him });
  landed(theatre, id, 6);
}

function landed(theatre: Theatre, id: string, how: number): void {
  const felt = { understood: how, accepted: how, cared: how, brushed: 8 - how };
  for (const seat of BOTH) theatre.note(seat, { note: 'landed', exchange: id, ...felt });
}

/** Both, each for themselves, say that they would; it opens at the next daily tick. */
function deeper(day: number, topic: Topic, ring: Ring, stop?: keyof typeof STOPS): Scene {
  return {
    day,
    ...(stop === undefined ? {} : { stop }),
    plays: (theatre) => {
      for (const seat of BOTH) {
        theatre.note(seat, { note: 'comfort', comfort: 6, free: 7 });
        theatre.note(seat, { note: 'vote', matter: { on: 'deeper', topic, ring }, yes: true });
      }
    },
  };
}

/** Mara felt judged and says so; the topic steps back, Jonas listens, says back, owns it. */
function misstep(theatre: Theatre): void {
  const id = theatre.next();
  theatre.act(JONAS, { type: 'draw', exchange: id, prompt: 'family-2-003' });
  const [hers, his] = LINES['family-2-003'] ?? ['…', '…'];
  theatre.seal(MARA, id, hers);
  theatre.seal(JONAS, id, his);
  theatre.act(MARA, { type: 'respond', exchange: id, ways: ['heard'], words: '' });
  const brisk = 'I would simply have told them. It is not that hard.';
  theatre.act(JONAS, { type: 'respond', exchange: id, ways: ['heard'], words: brisk });
  const words = 'It was hard, for me. I read “not that hard” three times.';
  theatre.act(MARA, { type: 'tell', exchange: id, misstep: 'judged', words });
}

function amended(theatre: Theatre, act: (exchange: string) => Parameters<Theatre['act']>[1]): void {
  const [repair] = theatre.open(JONAS).view.together.repairs;
  if (repair !== undefined) theatre.act(JONAS, act(repair.exchange));
}

const SAID_BACK = 'You told me something that was hard, and I made it small.';

const OWNED = {
  own: 'I gave advice where you had asked for none.',
  differently: 'Next time I will first only read.',
  regret: 'I am sorry that it hurt.',
};

/** Three months of two people who do not exist. */
export const SCENES: readonly Scene[] = [
  {
    day: 0,
    stop: 'begin',
    plays: (theatre) => {
      for (const seat of BOTH) theatre.note(seat, { note: 'safety', free: true });
    },
  },
  {
    day: 1,
    plays: (theatre) =>
      theatre.act(MARA, { type: 'draw', exchange: theatre.next(), prompt: 'everyday-1-001' }),
  },
  {
    day: 1,
    stop: 'sealed',
    plays: (theatre) => {
      const [card] = theatre.open(MARA).view.table;
      if (card) theatre.seal(MARA, card.exchange, LINES['everyday-1-001']?.[0] ?? '');
    },
  },
  {
    day: 2,
    stop: 'opened',
    plays: (theatre) => {
      const [card] = theatre.open(JONAS).view.table;
      if (card) theatre.seal(JONAS, card.exchange, LINES['everyday-1-001']?.[1] ?? '');
    },
  },
  {
    day: 2,
    plays: (theatre) => {
      const [card] = theatre.open(JONAS).view.table;
      if (card === undefined) return;
      for (const seat of BOTH) {
        const said = { exchange: card.exchange, ways: ['glad'] as const, words: '' };
        theatre.act(seat, { type: 'respond', ...said });
      }
      landed(theatre, card.exchange, 6);
    },
  },
  exchange(4, 'friends-1-002', 'know'),
  exchange(6, 'feelings-1-003'),
  exchange(9, 'family-1-001', 'glad'),
  exchange(11, 'everyday-1-003'),
  exchange(14, 'feelings-1-001', 'thanks'),
  deeper(15, 'feelings', 2, 'deeper'),
  exchange(17, 'feelings-2-002', 'thanks'),
  exchange(20, 'family-1-003'),
  exchange(23, 'friends-1-001'),
  exchange(25, 'beliefs-1-001', 'sense'),
  exchange(28, 'work-1-001'),
  exchange(30, 'beliefs-1-003', 'know'),
  deeper(31, 'family', 2, 'ring'),
  exchange(33, 'family-2-004', 'thanks'),
  exchange(35, 'work-1-003'),
  exchange(38, 'feelings-2-001', 'know'),
  exchange(40, 'friends-1-004'),
  exchange(42, 'everyday-1-002'),
  exchange(44, 'family-2-001', 'thanks'),
  deeper(45, 'friends', 2, 'map'),
  deeper(47, 'feelings', 3),
  exchange(50, 'feelings-3-002', 'thanks'),
  { day: 52, stop: 'misstep', plays: misstep },
  {
    day: 53,
    plays: (theatre) =>
      amended(theatre, (id) => ({ type: 'say-back', exchange: id, words: SAID_BACK })),
  },
  {
    day: 54,
    stop: 'repair',
    plays: (theatre) => amended(theatre, (id) => ({ type: 'own', exchange: id, ...OWNED })),
  },
  {
    day: 55,
    plays: (theatre) => {
      for (const seat of BOTH) {
        theatre.note(seat, { note: 'vote', matter: { on: 'mended' }, yes: true });
      }
    },
  },
  exchange(58, 'friends-2-001', 'thanks'),
  exchange(61, 'beliefs-1-002'),
  {
    day: 63,
    stop: 'rest',
    plays: (theatre) => theatre.act(JONAS, { type: 'rest', until: theatre.day + 7 }),
  },
  exchange(72, 'everyday-1-004', 'glad'),
  exchange(75, 'friends-2-003', 'sense'),
  exchange(79, 'work-1-002'),
  {
    day: 84,
    stop: 'end',
    plays: (theatre) =>
      theatre.act(MARA, {
        type: 'write',
        exchange: theatre.next(),
        topic: 'friends',
        ring: 1,
        language: 'en',
        text: 'What are you glad of, from these three months?',
      }),
  },
];

/** The first day of the story; any would do. */
const FIRST_DAY = 20_454;

/** The story as far as that scene, told anew. */
export function told(scenes: number): Theatre {
  const theatre = new Theatre(FIRST_DAY, ['Mara', 'Jonas']);
  let day = 0;
  for (const scene of SCENES.slice(0, scenes + 1)) {
    theatre.pass(scene.day - day);
    day = scene.day;
    scene.plays(theatre);
  }
  return theatre;
}
