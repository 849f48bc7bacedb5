/** Decks that people hand to each other, and private wishes, as docs/prompts.md says. */
import type { Ring, Topic } from './types';

/** When or for whom a prompt is the wrong one. */
export type NotFor =
  'grief' | 'illness' | 'eating' | 'work' | 'conflict' | 'distance' | 'estrangement' | 'parting';

export interface SharedPrompt {
  readonly id: string;
  readonly topic: Topic;
  readonly ring: Ring;
  readonly text: string;
  /** A question where it is left out. */
  readonly kind?: 'story' | 'act' | 'light' | 'grateful';
  readonly not?: readonly NotFor[];
}

/** Words and nothing else; at least one prompt. */
export interface SharedDeck {
  readonly v: 1;
  readonly deck: string;
  readonly language: string;
  /** Any pair where it is left out. */
  readonly suits?: 'friends' | 'partners' | 'family';
  readonly prompts: readonly SharedPrompt[];
}

/** A deck that may be shown, and then used. `canonical`: the one way to write it. */
export interface SoundDeck {
  readonly canonical: string;
  readonly deck: SharedDeck;
}

/** unsound: one phrase for the maker of the deck, naming what and where, never quoting it. */
export interface UnsoundDeck {
  readonly unsound: string;
}

/** What a person has marked, sealed on their own devices; nobody else knows. prompt: deck/id. */
export type Wish =
  | { readonly prompt: string; readonly wish: 'favourite' | 'not-ever' }
  /** until: the first day, since 1970 UTC, on which it may come again. */
  | { readonly prompt: string; readonly wish: 'not-now'; readonly until: number }
  /** bond: its id in lower-case hex. */
  | { readonly prompt: string; readonly wish: 'not-with-you'; readonly bond: string };

/** What wishes come to in one bond on one day; the first goes into `Mine`. */
export interface Wished {
  readonly unwished: readonly string[];
  readonly favourites: readonly string[];
}
