import type { CoreEvent, Entry, ExchangeId } from '../core/types';
import type { Card as AnsweredCard } from '../crypto';
import type { Base64Url, Parts, Pending } from '../wire/messages';
import { NOTHING_OWN, type Own } from './own';
import type { Packed } from './packed';

/** How far the meeting of the two people has come. */
export type Stage =
  /** I made a link and nobody has opened it yet. */
  | { name: 'inviting'; invitation: Packed }
  /** Somebody accepted; I have not yet said that it is them. */
  | { name: 'asked'; invitation: Packed; accept: Base64Url }
  /** I said that it is them; the relay has not yet acknowledged it. */
  | { name: 'confirming'; secret: Base64Url; confirm: Base64Url }
  /** I accepted, and the inviter has not yet said that it is me; `sent` once the relay has it. */
  | { name: 'joining'; secret: Base64Url; joining: Packed; sent: boolean }
  /** Both are there; `tidy` is the invitation's secret until its boxes are gone from the relay. */
  | { name: 'joined'; tidy: Base64Url | null }
  /** The invitation ended without a bond. */
  | { name: 'closed'; why: Ending };

export type Ending = 'expired' | 'used' | 'wrong-answer' | 'stopped';

/** Why this device has stopped in a bond; nothing is sent in it any more. */
export type Alarm =
  /** The relay shows less, or other, than it has shown before. */
  | 'rolled-back'
  /** The other has read another story than this device. */
  | 'forked'
  /** Something is shown as mine that I did not write, or not any more. */
  | 'not-mine'
  /** Something that both could read is missing, or stands elsewhere than it did. */
  | 'gap'
  /** Keys that nobody vouches for who held the ones before: the other's, or under my name. */
  | 'keys';

/** My own answer to a card, as this device sealed it. */
export interface SealedByMe {
  /** Rises with every sealing and taking back. */
  revision: number;
  words: string;
  /** The revision that the relay is known to hold now; a lower one may never open. */
  standing: number;
  /** What lies at the first gate; null once it was taken back. */
  parts: Parts | null;
  /**
   * The key records of what lay at the first gate of a card that opens in two steps, by revision:
   * nobody but me can read it until I give the right one to the second gate.
   */
  reveals: Record<number, Base64Url>;
  /** Given to the second gate: from then on it may be read. */
  released: boolean;
}

/** A card on the table, as far as an answer is bound to it. */
export interface DrawnCard {
  exchange: Base64Url;
  ring: number;
  prompt: AnsweredCard['prompt'];
}

/** What both gave to the first gate of a card that opens in two steps, seat 0 first. */
export interface Bound {
  parts: readonly [Parts, Parts];
  day: number;
  /** Which version of mine it is. */
  revision: number;
}

/** An entry as it was read, and the hash over all entries up to it (docs/crypto.md, transcript). */
export type ReadEntry = Entry & { readonly h?: Base64Url };

/** What is known here of the uploads of votes. */
export interface Ballot {
  /** The tick epoch in which this device uploaded last. */
  readonly tick: number;
  /** What was noted, and how many agreements there were, when it did. */
  readonly noted: number;
  readonly agreements: number;
  /** What the relay may hold as a yes of this person. */
  readonly yes: readonly string[];
  /** The highest counter that the relay has acknowledged, by epoch: what comes before it is void. */
  readonly counters: Readonly<Record<number, number>>;
}

/** Words of mine that the relay is still to erase: of which entry, and on which day if not now. */
export interface TakingBack {
  readonly seq: number;
  readonly on: number | null;
}

/** An end that I have put off: nobody sees it before its day. */
export interface Leaving {
  readonly on: number;
  readonly handle: Base64Url;
  readonly event: Base64Url;
  readonly takeBack: boolean;
  readonly sent: boolean;
}

/** What was taken back after the end, when no entry can say so any more. */
export interface Epilogue {
  readonly by: 0 | 1;
  readonly at: number;
  readonly events: readonly CoreEvent[];
}

/** The keys of a bond as entries have changed them; of two devices the one that read further knows. */
export interface Turned {
  /** The place of the entry that changed one last; 0 before any has. */
  readonly seq: number;
  /** The bond's keys of the epochs 1, 2 and so on. */
  readonly keys: readonly Base64Url[];
  /** The other's signed statement; null where an earlier Kith met them and kept only its hash. */
  readonly statement: Base64Url | null;
}

/** How far a bond has come under the generation of my own keys. */
export interface Renewal {
  /** The last generation that the other is told of, by what was sent or waits in the outbox. */
  readonly told: number;
  /** The generation in which a new capability was last asked for. */
  readonly asked: number;
  /** The generation under which I last made a key of this bond that counts. */
  readonly made: number;
  /** Asked for, and not yet acknowledged. */
  readonly capability: Base64Url | null;
  /** All that were asked for lately: of several devices that asked at once, the relay took one. */
  readonly capabilities?: readonly Base64Url[];
  /** Keys that I made and have not read back, by the handles of their entries. */
  readonly rotations: Readonly<
    Record<Base64Url, { readonly key: Base64Url; readonly generation: number }>
  >;
}

/** Where the two answers of a card meet, and which of its gates it is. */
export interface GateOf {
  exchange: ExchangeId;
  step: 1 | 2;
}

/** A write that waits, and what its author means by it until it can be read back. */
export type Outgoing = Pending & {
  /** What an append says, so that this device can show it before the relay has it. */
  events?: readonly CoreEvent[];
  at?: number;
  /** The place that the relay said it has; kept until it is read there. */
  seq?: number;
};

/**
 * All that this device keeps of one bond. It is stored as sealed boxes (CRYPTO.md 4.1, bond
 * record); no part of it is ever readable outside this browser, and none of it is sent.
 */
export interface BondRecord {
  v: 1;
  bond: Base64Url;
  seat: 0 | 1;
  capability: Base64Url;
  /** Bond key of epoch 0; null for the inviter until the accept is opened. */
  key: Base64Url | null;
  /** The key of my own marks (AMK), never shared. */
  mark: Base64Url;
  myName: string;
  theirName: string | null;
  kind: string;
  /** Fingerprint of the other's account statement, pinned. */
  theirFingerprint: Base64Url | null;
  /** Twelve digits that both can read aloud; null until both sides have spoken. */
  spokenCheck: string | null;
  /** The day on which the two compared them (ISO 8601, local). */
  comparedOn: string | null;
  stage: Stage;
  alarm: Alarm | null;
  /** Milliseconds that bring this device's clock into the relay's day. */
  clockShift: number;
  /** Sequence number of the last entry read. */
  head: number;
  /** Opened entries, as the core takes them, in order. */
  entries: ReadEntry[];
  /** The exchange that each gate belongs to. */
  gates: Record<Base64Url, GateOf>;
  /** Cards of which both are bound to their words and the keys are still missing. */
  bound: Record<ExchangeId, Bound>;
  /** The id of the invitation that this bond began with. */
  invitationId: Base64Url;
  /** Texts that are being written, by a name that their screen gives them. */
  drafts: Record<string, string>;
  /** When each draft was last changed, in ms. */
  draftedAt: Record<string, number>;
  sealed: Record<string, SealedByMe>;
  /** What only this person knows of this bond. */
  own: Own;
  /** Writes that have not been read back yet, oldest first. */
  outbox: Outgoing[];
  /** In which epoch of the bond's keys an exchange was laid on the table; 0 where nothing is said. */
  epochs: Record<ExchangeId, number>;
  turned: Turned;
  renewal: Renewal;
  /** The other has made new keys since the two compared. */
  newSince: boolean;
  /** Keys of my own opened words are still to be sealed under the bond's last epoch. */
  rewrap: boolean;
  /** By which entries epochs began whose keys were looked for ahead of their places. */
  turnedBy: Record<number, Base64Url>;
  /** The revision of an answer that the relay has acknowledged to this device. */
  acknowledged: Record<ExchangeId, number>;
  /** Whether this device has given the key of what both are bound to. */
  gave: Record<ExchangeId, true>;
  /** Answers of which two devices have made one and the same revision: to be sealed anew. */
  again: Record<ExchangeId, true>;
  /** The highest revision that any device of mine has given to an evening's gate. */
  evenings: number;
  /** The relay's running tick epoch, as it was read last. */
  tick: number;
  /** Rises with everything that may change what this person says yes to. */
  noted: number;
  /** How many times both have said yes to the same. */
  agreements: number;
  ballot: Ballot;
  /** An evening's deposits of mine, by matter: the last revision, and whether it stands. */
  tonight: Record<string, { readonly revision: number; readonly stands: boolean }>;
  takingBack: TakingBack[];
  leaving: Leaving | null;
  /** The day on which the relay ended the bond. */
  over: number | null;
  /** The number of the last change to an entry that was read. */
  change: number;
  epilogue: Epilogue[];
}

/** What a record has besides, in the beginning and after an earlier Kith. */
export const NOTHING_FURTHER = {
  epochs: {},
  turned: { seq: 0, keys: [], statement: null },
  renewal: { told: 1, asked: 1, made: 1, capability: null, rotations: {} },
  newSince: false,
  rewrap: false,
  turnedBy: {},
  acknowledged: {},
  gave: {},
  again: {},
  evenings: 0,
  tick: 0,
  noted: 0,
  agreements: 0,
  ballot: { tick: -1, noted: 0, agreements: 0, yes: [], counters: {} },
  tonight: {},
  takingBack: [],
  leaving: null,
  over: null,
  change: 0,
  epilogue: [],
} satisfies Partial<BondRecord>;

/** What the record of a bond holds, but for who is in it, when both have joined and said nothing. */
export const NOTHING_SAID = {
  v: 1,
  key: null,
  kind: 'friend',
  theirFingerprint: null,
  spokenCheck: null,
  comparedOn: null,
  stage: { name: 'joined', tidy: null },
  alarm: null,
  clockShift: 0,
  head: 0,
  entries: [],
  gates: {},
  bound: {},
  invitationId: '',
  drafts: {},
  draftedAt: {},
  sealed: {},
  own: NOTHING_OWN,
  outbox: [],
  ...NOTHING_FURTHER,
} satisfies Partial<BondRecord>;

/** A record as it was stored, perhaps by an earlier Kith, with everything that it needs now. */
export function complete(stored: BondRecord): BondRecord {
  const earlier: Partial<BondRecord> = stored;
  const read = stored.entries.slice(0, stored.head);
  const unknown = read.findIndex(({ h }) => h === undefined);
  const entries = unknown < 0 ? read : read.slice(0, unknown);
  return {
    ...NOTHING_FURTHER,
    ...stored,
    entries,
    // What the browser has lost of the story is read again.
    head: entries.length,
    bound: earlier.bound ?? {},
    draftedAt: earlier.draftedAt ?? {},
    own: { ...NOTHING_OWN, ...earlier.own },
  };
}
