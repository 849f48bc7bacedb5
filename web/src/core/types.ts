/** What goes in and out of the core, field for field, as docs/model.md says. */

/** Nothing in the model prefers a seat. */
export type Seat = 0 | 1;

export type Topic =
  'everyday' | 'work' | 'family' | 'friends' | 'love' | 'body' | 'feelings' | 'beliefs';

/** 1 surface, 2 opening, 3 close, 4 core. */
export type Ring = 1 | 2 | 3 | 4;

/** Ways of hearing. */
export type WayOfHearing = 'heard' | 'thanks' | 'sense' | 'know' | 'glad' | 'no-reply-needed';

/** Why something is refused: names for programs; the words for people live with the screens. */
export type Reason =
  | 'malformed'
  | 'entry-already-taken'
  | 'entry-missing'
  | 'card-on-table'
  | 'not-on-table'
  | 'exchange-known'
  | 'topic-closed'
  | 'ring-closed'
  | 'prompt-unknown'
  | 'not-opened'
  | 'already-responded'
  | 'answer-unreadable'
  | 'words-missing'
  | 'words-too-long';

/** `null`: it may be done. */
export type May = Reason | null;

/** 16 bytes as base64url without padding. */
export type ExchangeId = string;

export interface Prompt {
  readonly deck: string;
  readonly id: string;
  readonly topic: Topic;
  readonly ring: Ring;
  readonly language: string;
  readonly text: string;
}

/** A prompt that may be drawn. */
export type Offer = Prompt;

export interface Response {
  readonly ways: readonly WayOfHearing[];
  readonly words: string;
}

/** Events of an entry, to be sealed into its event box. */
export type CoreEvent =
  | { readonly type: 'drawn'; readonly exchange: ExchangeId; readonly prompt: Prompt }
  | { readonly type: 'swapped'; readonly exchange: ExchangeId }
  | ({ readonly type: 'responded'; readonly exchange: ExchangeId } & Response);

/** `null` words could not be opened. */
export interface EntryAnswer {
  readonly at: number;
  readonly words: string | null;
}

/**
 * One entry, decrypted and verified. seq: 1, 2, 3 ... without gaps. What the author wrote (`at`,
 * `v`, `events`, answers) is handed on as it is: the core sets aside what it does not know.
 */
export type Entry =
  | {
      readonly seq: number;
      readonly day: number;
      readonly by: Seat;
      readonly at: unknown;
      readonly v: unknown;
      readonly events: unknown;
    }
  | {
      readonly seq: number;
      readonly day: number;
      readonly opened: {
        readonly exchange: ExchangeId;
        readonly answers: readonly [EntryAnswer, EntryAnswer];
      };
    }
  | { readonly seq: number; readonly day: number; readonly unreadable: true };

/** What only my own devices know. */
export interface Mine {
  readonly v: 1;
  readonly sealed: readonly ExchangeId[];
}

/** `seal` asks only; it makes no event. `length`: of the answer, as `String.length` counts. */
export type Command =
  | { readonly type: 'draw'; readonly exchange: ExchangeId; readonly prompt: string }
  | { readonly type: 'swap'; readonly exchange: ExchangeId }
  | { readonly type: 'seal'; readonly exchange: ExchangeId; readonly length?: number }
  | ({ readonly type: 'respond'; readonly exchange: ExchangeId } & Response);

export interface Accepted {
  readonly accepted: { readonly events: readonly CoreEvent[] };
}

export interface Refused {
  readonly refused: Reason;
}

/** Events, none for `seal`, are to be written as one entry. */
export type DecisionAnswer = Accepted | Refused;

/** A text that the core could not take. `detail`: for the maker of the text, never quoting it. */
export interface CoreError {
  readonly error: { readonly reason: Reason; readonly detail: string };
}

export interface Answer {
  readonly words: string | null;
}

export interface Card {
  readonly exchange: ExchangeId;
  readonly state: 'drawn' | 'opened' | 'settled';
  readonly prompt: Prompt;
  /** The day on which it was drawn or, once opened, on which it opened. */
  readonly day: number;
  /** While drawn: the last day on which it lies on the table, and so of its gate. */
  readonly lastDay: number | null;
  readonly sealedByMe: boolean;
  readonly mine: Answer | null;
  readonly theirs: Answer | null;
  readonly myResponse: Response | null;
  readonly theirResponse: Response | null;
  readonly may: { readonly seal: May; readonly swap: May; readonly respond: May };
}

/** One cell of the onion map. `shared`: exchanges opened together there. */
export interface MapCell {
  readonly topic: Topic;
  readonly ring: Ring;
  readonly open: boolean;
  readonly shared: number;
}

/** A bond as one person sees it. Not in it: what the other has sealed, who drew or swapped. */
export interface View {
  readonly v: 1;
  readonly seat: Seat;
  /** The card drawn, and what was opened and not yet settled, in the order of drawing. */
  readonly table: readonly Card[];
  /** What has settled, in the order of drawing. */
  readonly story: readonly Card[];
  /** Up to three prompts to draw from, the same for both people. */
  readonly offers: readonly Offer[];
  readonly may: { readonly draw: May };
  /** 8 topics x 4 rings, topic by topic, outermost ring first. */
  readonly map: readonly MapCell[];
  /** How many events and entries changed nothing. */
  readonly setAside: number;
}
