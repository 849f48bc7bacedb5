import type { Wish } from '../core/decks';
import type { ExchangeId, Matter, Mine, Ring, Topic } from '../core/types';
import { DAY_MS } from './clock';

/** For how many days "not now" keeps a prompt from being suggested. */
const NOT_NOW_DAYS = 14;

/** The day, in whole days since 1970 UTC, of a time in milliseconds. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY_MS);
}

/** Which of the founding decks beside the one for any pair. */
export type Pair = 'any' | 'friends' | 'partners' | 'family';

/** How something that I told has landed with me, each 1 to 7; each may be skipped. */
export interface Landed {
  readonly understood?: number;
  readonly accepted?: number;
  readonly cared?: number;
  readonly brushed?: number;
}

/** What one person knows of one bond and never shows: kept sealed, told to no one. */
export interface Own {
  /** `after`: the last entry that had been read; what comes later may take the ground from it. */
  readonly votes: readonly (Matter & { readonly day: number; readonly after: number })[];
  readonly notes: readonly (Landed & { readonly exchange: ExchangeId })[];
  readonly checks: readonly {
    readonly day: number;
    readonly comfort: number;
    readonly free: number;
  }[];
  readonly safety: readonly { readonly day: number; readonly free: boolean }[];
  readonly marks: readonly ExchangeId[];
  /** Prompts not with this person (deck/id). */
  readonly notWithYou: readonly string[];
  /** Prompts not now, each until a day. */
  readonly notNow: readonly { readonly prompt: string; readonly until: number }[];
  readonly thrown: readonly ExchangeId[];
  /** What I draw from here: for whom, and the pins of the decks that I added. */
  readonly pair: Pair;
  readonly decks: readonly string[];
}

export const NOTHING_OWN: Own = {
  votes: [],
  notes: [],
  checks: [],
  safety: [],
  marks: [],
  notWithYou: [],
  notNow: [],
  thrown: [],
  pair: 'any',
  decks: [],
};

/** Something written and not said. `bond`: for that bond only (its local name); null: for any. */
export interface KeptSafe {
  readonly id: string;
  readonly topic: Topic;
  readonly ring: Ring;
  readonly text: string;
  readonly bond: string | null;
}

/** What one person keeps for themselves, whichever the bond. */
export interface Personal {
  readonly drawer: readonly KeptSafe[];
  /** Prompts one likes (deck/id). */
  readonly favourites: readonly string[];
  /** Prompts not ever, with anyone (deck/id). */
  readonly notEver: readonly string[];
  /** Exchanges of a story that one keeps close. */
  readonly keptClose: readonly ExchangeId[];
  /** Screens' own settings, by name: texts only, so that any version can keep any other's. */
  readonly settings: Readonly<Record<string, string>>;
}

export const NOTHING_PERSONAL: Personal = {
  drawer: [],
  favourites: [],
  notEver: [],
  keptClose: [],
  settings: {},
};

/** Something to be noted privately about one bond. It makes no event, and nobody else is told. */
export type Noted =
  | ({ readonly note: 'landed'; readonly exchange: ExchangeId } & Landed)
  | { readonly note: 'comfort'; readonly comfort: number; readonly free: number }
  | { readonly note: 'safety'; readonly free: boolean }
  /** `yes: false` takes a yes back: always possible, and at once. */
  | { readonly note: 'vote'; readonly matter: Matter; readonly yes: boolean }
  /** It went amiss for me; I do not tell. `on: false`: it no longer counts so. */
  | { readonly note: 'mark'; readonly exchange: ExchangeId; readonly on: boolean }
  /** `prompt`: deck/id. */
  | { readonly note: 'not-now'; readonly prompt: string; readonly on: boolean }
  | { readonly note: 'not-with-you'; readonly prompt: string; readonly on: boolean }
  /** What arrived too deep goes, unread. */
  | { readonly note: 'throw'; readonly exchange: ExchangeId }
  | { readonly note: 'pair'; readonly pair: Pair }
  | { readonly note: 'deck'; readonly pin: string; readonly on: boolean };

/** Notes after which the votes are uploaded anew, whatever was noted. */
export const MAY_CHANGE_A_YES: ReadonlySet<Noted['note']> = new Set([
  'vote',
  'comfort',
  'safety',
  'landed',
  'mark',
] as const);

/** When something is noted: on that day, and after that entry. */
export interface When {
  readonly day: number;
  readonly after: number;
}

/** The private state with one thing more noted. */
export function withNoted(own: Own, noted: Noted, { day, after }: When): Own {
  switch (noted.note) {
    case 'landed': {
      const { exchange, understood, accepted, cared, brushed } = noted;
      const landed = given({ understood, accepted, cared, brushed });
      const others = own.notes.filter((each) => each.exchange !== exchange);
      return { ...own, notes: [...others, { exchange, ...landed }] };
    }
    case 'comfort': {
      const check = { day, comfort: noted.comfort, free: noted.free };
      return { ...own, checks: [...own.checks.filter((each) => each.day !== day), check] };
    }
    case 'safety':
      return { ...own, safety: [...own.safety, { day, free: noted.free }] };
    case 'vote':
      return { ...own, votes: withVote(own.votes, noted, { day, after }) };
    case 'mark':
      return { ...own, marks: toggled(own.marks, noted.exchange, noted.on) };
    case 'not-now': {
      const others = own.notNow.filter((each) => each.prompt !== noted.prompt && each.until > day);
      const later = { prompt: noted.prompt, until: day + NOT_NOW_DAYS };
      return { ...own, notNow: noted.on ? [...others, later] : others };
    }
    case 'not-with-you':
      return { ...own, notWithYou: toggled(own.notWithYou, noted.prompt, noted.on) };
    case 'throw':
      return { ...own, thrown: toggled(own.thrown, noted.exchange, true) };
    case 'pair':
      return { ...own, pair: noted.pair };
    case 'deck':
      return { ...own, decks: toggled(own.decks, noted.pin, noted.on) };
  }
}

function withVote(
  votes: Own['votes'],
  { matter, yes }: { readonly matter: Matter; readonly yes: boolean },
  when: When,
): Own['votes'] {
  const others = votes.filter((vote) => !sameMatter(vote, matter));
  return yes ? [...others, { ...matter, ...when }] : others;
}

/** Whether both are a yes to the same. */
export function sameMatter(one: Matter, other: Matter): boolean {
  if (one.on !== other.on) return false;
  if (!('topic' in one) || !('topic' in other)) return true;
  return one.topic === other.topic && one.ring === other.ring;
}

/** Only what was not skipped. */
function given(points: { readonly [Name in keyof Landed]-?: number | undefined }): Landed {
  return Object.fromEntries(Object.entries(points).filter(([, value]) => value !== undefined));
}

/** What a person keeps, but for that in the drawer. */
export function withoutKeptSafe(personal: Personal, id: string): Personal {
  return { ...personal, drawer: personal.drawer.filter((each) => each.id !== id) };
}

/** The list with or without that one. */
export function toggled(list: readonly string[], one: string, on: boolean): readonly string[] {
  const others = list.filter((each) => each !== one);
  return on ? [...others, one] : others;
}

/** All that I have marked, as it counts in the bond of that id (lower-case hex). */
export function wishesOf(own: Own, personal: Personal, bond: string): readonly Wish[] {
  const each = (prompts: readonly string[], wish: 'favourite' | 'not-ever'): Wish[] =>
    prompts.map((prompt) => ({ prompt, wish }));
  return [
    ...each(personal.favourites, 'favourite'),
    ...own.notNow.map(({ prompt, until }): Wish => ({ prompt, wish: 'not-now', until })),
    ...own.notWithYou.map((prompt): Wish => ({ prompt, wish: 'not-with-you', bond })),
    ...each(personal.notEver, 'not-ever'),
  ];
}

/** All that the core is told of what only I know. */
export function mineOf(
  own: Own,
  personal: Personal,
  bond: {
    readonly local: string;
    readonly sealed: readonly ExchangeId[];
    readonly unwished: readonly string[];
  },
): Mine {
  const drawer = personal.drawer
    .filter((kept) => kept.bond === null || kept.bond === bond.local)
    .map(({ id, topic, ring }) => ({ id, topic, ring }));
  return {
    v: 1,
    sealed: bond.sealed,
    votes: own.votes,
    notes: own.notes,
    checks: own.checks,
    safety: own.safety,
    drawer,
    marks: own.marks,
    unwished: bond.unwished,
    thrown: own.thrown,
  };
}
