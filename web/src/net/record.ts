import type { Entry } from '../core/types';
import type { Card as AnsweredCard } from '../crypto';
import type { Base64Url, Parts, Pending } from '../wire/messages';
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
export type Alarm = 'not-mine' | 'gap';

/** My own answer to a card, as this device sealed it. */
export interface SealedByMe {
  /** Rises with every sealing and taking back. */
  revision: number;
  words: string;
  /** The revision that the relay is known to hold now; a lower one may never open. */
  standing: number;
  /** Null once it was taken back. */
  parts: Parts | null;
}

/** A card on the table, as far as an answer is bound to it. */
export interface DrawnCard {
  exchange: Base64Url;
  ring: number;
  prompt: AnsweredCard['prompt'];
}

/**
 * All that this device keeps of one bond. It is stored as one sealed box (CRYPTO.md 4.1, bond
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
  entries: Entry[];
  /** The exchange that each gate belongs to. */
  gates: Record<Base64Url, Base64Url>;
  /** The id of the invitation that this bond began with. */
  invitationId: Base64Url;
  drafts: Record<string, string>;
  sealed: Record<string, SealedByMe>;
  /** Writes that the relay has not acknowledged yet, oldest first. */
  outbox: Pending[];
}
