import type { Entry, ExchangeId, Matter, Seat } from '../../core/types';
import { spoken as said } from './lines';
import made from './story.json?raw';
import { Theatre } from './theatre';

/** A scene: the day it happens on, counted from the first, what it is called, and what is done. */
export interface Scene {
  readonly day: number;
  /** Whether the guided tour stops here, and with which words. */
  readonly stop?: keyof typeof STOPS;
  /** What happens in it, for `words.demo.scenes`, where the tour does not stop. */
  readonly shows?: Shown;
  readonly plays: (theatre: Theatre) => void;
}

/** What happens in a scene. */
export type Shown = 'drawn' | 'opened' | 'heard' | 'saidBack' | 'deeper';

const MARA: Seat = 0;
const JONAS: Seat = 1;
const BOTH = [MARA, JONAS] as const;

/** The stops of the guided tour, in order, for `words.demo.stops`. */
export const STOPS = {
  begin: 0,
  sealed: 1,
  opened: 2,
  ring: 3,
  back: 4,
  map: 5,
  misstep: 6,
  repair: 7,
  mended: 8,
  end: 9,
} as const;

interface Prompt {
  readonly id: string;
}

/** An event as the lab writes it, as far as a scene looks at it. */
interface Event {
  readonly type: string;
  readonly exchange: ExchangeId;
  readonly prompt?: Prompt;
}

/** An entry as the lab writes it: docs/model.md, with a place kept for every word. */
interface Made {
  readonly seq: number;
  readonly day: number;
  readonly by?: Seat;
  readonly events?: readonly Event[];
  readonly opened?: {
    readonly exchange: ExchangeId;
    readonly answers: readonly [{ readonly at: number }, { readonly at: number }];
  };
  readonly bound?: { readonly exchange: ExchangeId };
  readonly agreed?: Matter;
}

/** What `kith lab pair` makes. */
interface Story {
  readonly simulated: true;
  readonly firstDay: number;
  readonly entries: readonly Made[];
}

const STORY = JSON.parse(made) as Story;

/** Of every card, the name of its prompt. */
const PROMPTS = new Map(
  STORY.entries
    .flatMap((entry) => entry.events ?? [])
    .flatMap(({ exchange, prompt }) => (prompt === undefined ? [] : [[exchange, prompt.id]])),
);

const WORDLESS = ['…', '…', '', ''] as const;

function lines(exchange: ExchangeId) {
  return said.lines[PROMPTS.get(exchange) ?? ''] ?? WORDLESS;
}

/** The exchange that Mara speaks up about. */
const HURT = STORY.entries.flatMap((entry) => entry.events ?? []).find(is('told'))?.exchange;

function is(type: string) {
  return (event: Event) => event.type === type;
}

/** An event with the words that were written for it. */
function worded(event: Event, by: Seat): object {
  switch (event.type) {
    case 'responded': {
      const [, , hers, his] = lines(event.exchange);
      const brisk = event.exchange === HURT && by === JONAS;
      return { ...event, words: brisk ? said.brisk : by === MARA ? hers : his };
    }
    case 'told':
      return { ...event, words: said.mending.told };
    case 'said-back':
      return { ...event, words: said.mending.saidBack };
    case 'owned': {
      const { own, differently, regret } = said.mending;
      return { ...event, own, differently, regret };
    }
    default:
      return event;
  }
}

function withWords(entry: Made): Entry {
  const { by, events, opened } = entry;
  if (opened !== undefined) {
    const [hers, his] = lines(opened.exchange);
    const [one, other] = opened.answers;
    const answers = [
      { ...one, words: hers },
      { ...other, words: his },
    ];
    return { ...entry, opened: { ...opened, answers } } as unknown as Entry;
  }
  const spoken = events?.map((event) => worded(event, by ?? MARA));
  return (spoken === undefined ? entry : { ...entry, events: spoken }) as unknown as Entry;
}

/** How Mara and Jonas take what they have read: their own notes are theirs, and in no entry. */
function landed(theatre: Theatre, exchange: ExchangeId): void {
  for (const seat of BOTH) {
    const how = exchange === HURT && seat === MARA ? 3 : 6;
    const felt = { understood: how, accepted: how, cared: how, brushed: 8 - how };
    theatre.note(seat, { note: 'landed', exchange, ...felt });
  }
}

/** What the tour says where an entry of that kind stands for the first time. */
function stopAt(entry: Made): keyof typeof STOPS | undefined {
  if (entry.opened !== undefined) return 'opened';
  if (entry.agreed?.on === 'mended') return 'mended';
  if (entry.agreed?.on === 'deeper' && entry.agreed.ring === 2) return 'ring';
  if (entry.agreed?.on === 'deeper' && entry.agreed.ring === 3) return 'map';
  const type = entry.events?.[0]?.type ?? '';
  return ({ swapped: 'back', told: 'misstep', owned: 'repair' } as const)[type];
}

/** What an entry of that kind tells; nothing of what stands in the tour's own words each time. */
function shownBy(entry: Made): Shown | undefined {
  if (entry.opened !== undefined) return 'opened';
  if (entry.agreed?.on === 'deeper') return 'deeper';
  const type = entry.events?.[0]?.type ?? '';
  const kinds = { drawn: 'drawn', responded: 'heard', 'said-back': 'saidBack' } as const;
  return (kinds as Readonly<Record<string, Shown>>)[type];
}

/** Both have responded: one scene, in which both also note how it landed. */
function isResponse(entry: Made | undefined): boolean {
  return entry?.events?.some(is('responded')) ?? false;
}

/** The entries that one scene shows: a step to a binding and the opening, and two responses. */
function together(entries: readonly Made[]): Made[][] {
  const scenes: Made[][] = [];
  for (const entry of entries) {
    const last = scenes.at(-1);
    const before = last?.at(-1);
    const joins = before?.bound !== undefined || (isResponse(before) && isResponse(entry));
    if (joins) last?.push(entry);
    else scenes.push([entry]);
  }
  return scenes;
}

function sceneOf(entries: readonly Made[]): Scene {
  const [first] = entries;
  const stop = entries.map(stopAt).find((each) => each !== undefined);
  const shows = entries.map(shownBy).find((each) => each !== undefined);
  return {
    day: (first?.day ?? 0) - STORY.firstDay,
    ...(stop === undefined ? {} : { stop }),
    ...(shows === undefined ? {} : { shows }),
    plays: (theatre) => {
      for (const entry of entries) theatre.hear(withWords(entry));
      const heard = entries.flatMap((entry) => entry.events ?? []).find(is('responded'));
      if (heard !== undefined) landed(theatre, heard.exchange);
    },
  };
}

/** Mara has sealed, and Jonas not yet: that stands in no entry, since nobody but her sees it. */
const SEALED: Scene = {
  day: STORY.entries.find((entry) => entry.opened)?.day ?? 0,
  stop: 'sealed',
  plays: (theatre) => {
    const [card] = theatre.open(MARA).view.table;
    if (card) theatre.seal(MARA, card.exchange, lines(card.exchange)[0]);
  },
};

/** Each stop of the tour once, where it is reached first. */
function stoppingOnce(scenes: readonly Scene[]): Scene[] {
  const seen = new Set<string>();
  return scenes.map(({ stop, ...scene }) => {
    const first = stop !== undefined && !seen.has(stop);
    if (first) seen.add(stop);
    return first ? { ...scene, stop } : scene;
  });
}

const BEGIN: Scene = { day: 0, stop: 'begin', plays: freeToSayNo };

/**
 * Both answer, each for themselves, whether they can say no without fear: asked of everyone from
 * time to time, and not what a scene is about.
 */
function freeToSayNo(theatre: Theatre): void {
  for (const seat of BOTH) {
    const { questions } = theatre.open(seat).view.own;
    if (questions.some(({ ask }) => ask === 'safety'))
      theatre.note(seat, { note: 'safety', free: true });
  }
}

/** Not of the simulated story: a card for whoever looks on, to use both phones with. */
const END: Scene = {
  day: 84,
  stop: 'end',
  plays: (theatre) =>
    theatre.act(MARA, {
      type: 'write',
      exchange: theatre.next(),
      topic: 'friends',
      ring: 1,
      language: said.language,
      text: said.last,
    }),
};

function all(): Scene[] {
  const [drawn, ...rest] = together(STORY.entries).map(sceneOf);
  const begun = drawn === undefined ? [] : [drawn];
  const sealed = { ...SEALED, day: drawn?.day ?? 0 };
  return stoppingOnce([BEGIN, ...begun, sealed, ...rest, END]);
}

/** Three months of two people who do not exist, as the lab has made them. */
export const SCENES: readonly Scene[] = all();

/** The story as far as that scene, told anew. */
export function told(scenes: number): Theatre {
  const theatre = new Theatre(STORY.firstDay, ['Mara', 'Jonas']);
  let day = 0;
  for (const scene of SCENES.slice(0, scenes + 1)) {
    theatre.pass(scene.day - day);
    day = scene.day;
    scene.plays(theatre);
    freeToSayNo(theatre);
  }
  return theatre;
}
