/** What crosses the network, seen from outside (docs/protocol.md, wire version 1). */

export const WIRE_VERSION = 1;

/** Binary values travel as base64url without padding. */
export type Base64Url = string;

/** One author's part of an entry: an event box, and for words a body and its key record. */
export interface Parts {
  event: Base64Url;
  body?: Base64Url;
  key?: Base64Url;
  /** In place of body and key: the sealed word that they were taken back. */
  tombstone?: Base64Url;
}

/** An entry that one seat appended. */
export interface Appended {
  seq: number;
  day: number;
  by: 0 | 1;
  handle: Base64Url;
  parts: Parts;
}

/** An entry that a gate made: both seats' parts, seat 0 first. */
export interface Opening {
  seq: number;
  day: number;
  gate: Base64Url;
  parts: [Parts, Parts];
}

export type Entry = Appended | Opening;

export interface Page {
  entries: Entry[];
  more: boolean;
  day: number;
  /** The number of the running tick epoch. */
  tick: number;
  /** The number of the last change to an entry that stood already. */
  change: number;
  /** The day on which the bond ended; null while it goes on. */
  ended: number | null;
}

/** Entries that have changed since they were written, in the order of their last change. */
export interface ChangePage {
  changes: { change: number; entry: Entry }[];
  more: boolean;
}

/** Which counters the next upload of votes carries, one for each of three tick epochs. */
export interface Counters {
  tick: number;
  counters: number[];
}

/** Votes of one seat, always in the same shape: twelve gates, each for three epochs. */
export interface Upload extends Counters {
  gates: { gate: Base64Url; votes: { tags: Base64Url; box: Base64Url }[] }[];
}

export interface Invitation {
  offer: Base64Url;
  accept: Base64Url | null;
  confirm: Base64Url | null;
  expires: number;
  day: number;
}

/** What a server says of itself: nothing a client trusts, only what it shows. */
export interface About {
  wire: number;
  day: number;
  origins: string[];
  operator: string | null;
}

/** A write that waits, unchanged, until the relay has acknowledged it. */
export type Pending =
  | { kind: 'append'; handle: Base64Url; parts: Parts; closes: Base64Url[] }
  | { kind: 'deposit'; gate: Base64Url; revision: number; expires: number; parts: Parts | null }
  /** The last entry of a bond, now. */
  | { kind: 'end'; handle: Base64Url; event: Base64Url };

/** A bond as the relay knows it, with the capability that opens its seat. */
export interface Seat {
  bond: Base64Url;
  capability: Base64Url;
}

/** A way into a vault, as the relay keeps it: nothing in it opens anything. */
export interface KeptUnlocker {
  unlocker: Base64Url;
  /** 1 passkey, 2 words, 3 recovery, 4 device. */
  kind: number;
  envelope: Base64Url;
  /** Ed25519: whose signature opens a session. */
  public_key: Base64Url;
  /** Of words only. */
  salt?: Base64Url;
  kdf?: number;
}

/** What somebody who wants to come in is told; of a vault that does not exist, too. */
export interface VaultChallenge {
  challenge: Base64Url;
  words: { unlocker: Base64Url; salt: Base64Url; kdf: number };
  recovery: { unlocker: Base64Url };
}

/** Somebody came in: the session, and the root key as it is sealed to the way they came. */
export interface VaultEntered {
  session: Base64Url;
  envelope: Base64Url;
  generation: number;
  /** The last day of the session. */
  expires: number;
}

/** A record of a vault; without a box it was erased. */
export interface VaultRecord {
  record: Base64Url;
  version: number;
  /** Where its last change stands among all of the vault. */
  change: number;
  box: Base64Url | null;
}
