/** What goes in and out of the core, field for field, as docs/model.md says. */
import type { Reason, Softer } from './reasons';

export type { Reason, Softer };

/** Nothing in the model prefers a seat. */
export type Seat = 0 | 1;

export type Topic =
  'everyday' | 'work' | 'family' | 'friends' | 'love' | 'body' | 'feelings' | 'beliefs';

/** 1 surface, 2 opening, 3 close, 4 core. */
export type Ring = 1 | 2 | 3 | 4;

/** Ways of hearing. */
export type WayOfHearing = 'heard' | 'thanks' | 'sense' | 'know' | 'glad' | 'no-reply-needed';

/** What can be taken back. */
export type Part = 'answer' | 'response' | 'prompt' | 'repair';

export type Misstep = 'too-much' | 'too-fast' | 'judged';

/** What both can say yes to. */
export type Matter =
  | { readonly on: 'deeper' | 'tonight'; readonly topic: Topic; readonly ring: Ring }
  | { readonly on: 'resume' | 'mended' | 'evening' };

/** In the order in which apologies work best. */
export interface Apology {
  readonly own: string;
  readonly differently: string;
  readonly regret: string;
}

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
export interface Offer extends Prompt {
  /** What it asks of the two; a question where it is left out. */
  readonly kind?: 'story' | 'act' | 'light' | 'grateful';
  /** It has been drawn before. */
  readonly again?: true;
}

export interface Response {
  readonly ways: readonly WayOfHearing[];
  readonly words: string;
  /** Taken back: nothing of it is left. */
  readonly withdrawn?: true;
}

/** Events of an entry, to be sealed into its event box. */
export type CoreEvent =
  | {
      readonly type: 'drawn';
      readonly exchange: ExchangeId;
      readonly prompt: Prompt;
      readonly held?: true;
    }
  | {
      readonly type: 'offered';
      readonly exchange: ExchangeId;
      readonly prompt: Prompt;
      readonly returns?: ExchangeId;
    }
  | { readonly type: 'asked'; readonly exchange: ExchangeId; readonly prompt: Prompt }
  | { readonly type: 'swapped'; readonly exchange: ExchangeId }
  | ({ readonly type: 'responded'; readonly exchange: ExchangeId } & Response)
  | { readonly type: 'withdrew'; readonly exchange: ExchangeId; readonly part: Part }
  | { readonly type: 'stepped-back'; readonly topic: Topic; readonly ring: 0 | 1 | 2 | 3 }
  | { readonly type: 'rested'; readonly until?: number }
  | {
      readonly type: 'told';
      readonly exchange: ExchangeId;
      readonly misstep: Misstep;
      readonly words: string;
    }
  | { readonly type: 'said-back'; readonly exchange: ExchangeId; readonly words: string }
  | ({ readonly type: 'owned'; readonly exchange: ExchangeId } & Apology)
  | { readonly type: 'evening-ended' }
  | { readonly type: 'ended'; readonly note: string; readonly takeBack: boolean }
  | { readonly type: 'note-withdrawn' }
  | { readonly type: 'speaks'; readonly version: number };

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
  | { readonly seq: number; readonly day: number; readonly unreadable: true }
  /** The first of two steps: both are bound, nothing can be read yet. */
  | {
      readonly seq: number;
      readonly day: number;
      readonly bound: { readonly exchange: ExchangeId };
    }
  /** Both said yes; `yes`: whose yes this device has verified; `at`: the later own time. */
  | {
      readonly seq: number;
      readonly day: number;
      readonly agreed: Matter & {
        readonly yes: readonly [boolean, boolean];
        readonly at?: number;
      };
    }
  /** It means nothing, such as the second gate of a light exchange. */
  | { readonly seq: number; readonly day: number; readonly nothing: true };

/** What only my own devices know. */
export interface Mine {
  readonly v: 1;
  readonly sealed: readonly ExchangeId[];
  /** `after`: the number of the last entry taken when it was given; a yes from before is no answer. */
  readonly votes?: readonly (Matter & { readonly day: number; readonly after?: number })[];
  /** How it landed, 1 to 7, each may be skipped. */
  readonly notes?: readonly {
    readonly exchange: ExchangeId;
    readonly understood?: number;
    readonly accepted?: number;
    readonly cared?: number;
    readonly brushed?: number;
  }[];
  readonly checks?: readonly {
    readonly day: number;
    readonly comfort: number;
    readonly free: number;
  }[];
  readonly safety?: readonly { readonly day: number; readonly free: boolean }[];
  readonly drawer?: readonly { readonly id: string; readonly topic: Topic; readonly ring: Ring }[];
  /** Exchanges that went amiss for me, untold. */
  readonly marks?: readonly ExchangeId[];
  /** Prompts not with this person: deck/id. */
  readonly unwished?: readonly string[];
  /** What arrived too deep and I threw away. */
  readonly thrown?: readonly ExchangeId[];
  /** How many settled exchanges to show; without it, all. */
  readonly last?: number;
  /** Only of the first so many that settled, to page back: `earlier` of the view before. */
  readonly before?: number;
}

/** `seal` asks only; it makes no event. `length`: of the answer, as `String.length` counts. */
export type Command =
  | { readonly type: 'draw'; readonly exchange: ExchangeId; readonly prompt: string }
  | { readonly type: 'swap'; readonly exchange: ExchangeId }
  | {
      readonly type: 'seal';
      readonly exchange: ExchangeId;
      readonly length?: number;
      /** When its words were last changed, in ms. */
      readonly since?: number;
    }
  | ({ readonly type: 'respond'; readonly exchange: ExchangeId } & Response)
  | ({ readonly type: 'write' | 'ask' } & OwnWords)
  | ({ readonly type: 'offer'; readonly returns?: ExchangeId } & OwnWords)
  | { readonly type: 'withdraw'; readonly exchange: ExchangeId; readonly part: Part }
  | { readonly type: 'step-back'; readonly topic: Topic; readonly ring: 0 | 1 | 2 | 3 }
  | { readonly type: 'rest'; readonly until?: number }
  | {
      readonly type: 'tell';
      readonly exchange: ExchangeId;
      readonly misstep: Misstep;
      readonly words?: string;
    }
  | { readonly type: 'say-back'; readonly exchange: ExchangeId; readonly words: string }
  | ({ readonly type: 'own'; readonly exchange: ExchangeId } & Apology)
  | { readonly type: 'end-evening' | 'withdraw-note' | 'speak' }
  | {
      readonly type: 'end';
      readonly note?: string;
      readonly takeBack?: boolean;
      readonly later?: boolean;
    }
  | ({ readonly type: 'vote' } & Matter);

/** A prompt, line or question of one's own. */
export interface OwnWords {
  readonly exchange: ExchangeId;
  readonly topic: Topic;
  readonly ring: Ring;
  readonly language: string;
  readonly text: string;
}

export interface Accepted {
  readonly accepted: {
    readonly events: readonly CoreEvent[];
    /** What the relay keeps until a day between two and six weeks from now. */
    readonly later?: readonly CoreEvent[];
  };
}

export interface Refused {
  readonly refused: Reason;
  readonly softer?: readonly Softer[];
}

/** Events, none for `seal`, are to be written as one entry. */
export type DecisionAnswer = Accepted | Refused;

/** A text that the core could not take. `detail`: for the maker of the text, never quoting it. */
export interface CoreError {
  readonly error: { readonly reason: Reason; readonly detail: string };
}

export interface Answer {
  readonly words: string | null;
  readonly withdrawn?: true;
}

export interface Card {
  readonly exchange: ExchangeId;
  readonly state: 'drawn' | 'opened' | 'settled';
  readonly kind: 'sealed' | 'first-step' | 'ask';
  readonly toldByMe: boolean;
  readonly toldByThem: boolean;
  /** Who wrote what is asked; neither of the two where it came from a deck. */
  readonly writtenByMe: boolean;
  readonly writtenByThem: boolean;
  /** Both are bound to what they sealed; only the keys are missing. */
  readonly bound: boolean;
  readonly prompt: Prompt;
  /** The day on which it was drawn or, once opened, on which it opened. */
  readonly day: number;
  /** While drawn: the last day on which it lies on the table, and so of its gate. */
  readonly lastDay: number | null;
  readonly sealedByMe: boolean;
  /** My own device suggests to swap it; nobody else knows. */
  readonly ratherNot: boolean;
  readonly mine: Answer | null;
  readonly theirs: Answer | null;
  readonly myResponse: Response | null;
  readonly theirResponse: Response | null;
  readonly may: {
    readonly seal: May;
    readonly swap: May;
    readonly respond: May;
    readonly tell: May;
    readonly takeBack: May;
  };
}

/** One cell of the onion map. `shared`: exchanges opened together there. */
export interface MapCell {
  readonly topic: Topic;
  readonly ring: Ring;
  readonly open: boolean;
  readonly shared: number;
}

/** One topic as one person sees it. `ring`: how deep it is open now, 0 closed. */
export interface Wedge {
  readonly topic: Topic;
  readonly ring: 0 | Ring;
  readonly deeper: May;
  /** My yes to that stands; nobody else knows. */
  readonly myYes: boolean;
  readonly stepBack: May;
}

export interface Repair {
  readonly exchange: ExchangeId;
  readonly topic: Topic;
  readonly mine: boolean;
  readonly misstep: Misstep;
  readonly words: string;
  readonly saidBack: string | null;
  readonly apology: Apology | null;
  readonly mended: boolean;
  readonly may: { readonly sayBack: May; readonly own: May };
}

/** How the two stand, as both know it. `day`: the last of a rest, or that of the end. */
export interface Together {
  readonly state: 'goes-on' | 'rests' | 'ended';
  readonly day: number | null;
  readonly note: { readonly words: string; readonly mine: boolean } | null;
  readonly evening: boolean;
  readonly light: boolean;
  readonly repairs: readonly Repair[];
  readonly outdated: boolean;
}

/** A private question that is due. */
export type Question =
  | { readonly ask: 'landed'; readonly exchange: ExchangeId }
  | { readonly ask: 'deeper'; readonly topic: Topic; readonly ring: Ring }
  | { readonly ask: 'comfort' | 'mended' | 'resume' | 'safety' };

/** What only I know. */
export interface Own {
  readonly questions: readonly Question[];
  /** My yeses that stand, to be brought to their gates. */
  readonly yes: readonly Matter[];
  readonly lighter: boolean;
  readonly help: boolean;
  readonly drawer: readonly { readonly id: string; readonly share: May; readonly firstStep: May }[];
  /** What arrived too deep; its text only once its ring is open. */
  readonly held: readonly {
    readonly exchange: ExchangeId;
    readonly topic: Topic;
    readonly ring: Ring;
    readonly text: string | null;
  }[];
}

/** A bond as one person sees it. Not in it: what the other has sealed, who drew or swapped. */
export interface View {
  readonly v: 1;
  readonly seat: Seat;
  /** The card drawn, and what was opened and not yet settled, in the order of drawing. */
  readonly table: readonly Card[];
  /** What has settled, or the page that was asked for, in the order of settling. */
  readonly story: readonly Card[];
  /** How many exchanges settled before those shown. */
  readonly earlier: number;
  /** Up to three prompts to draw from, the same for both people. */
  readonly offers: readonly Offer[];
  readonly may: {
    readonly draw: May;
    readonly offer: May;
    readonly ask: May;
    readonly rest: May;
    readonly resume: May;
    readonly evening: May;
    readonly endEvening: May;
    readonly mended: May;
    readonly end: May;
  };
  /** 8 topics x 4 rings, topic by topic, outermost ring first. */
  readonly map: readonly MapCell[];
  readonly topics: readonly Wedge[];
  readonly together: Together;
  readonly own: Own;
  /** How many events and entries changed nothing. */
  readonly setAside: number;
}
