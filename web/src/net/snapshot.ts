import { newId, toBase64Url } from '../crypto';
import type { Command, ExchangeId } from '../core/types';
import type { Bonds } from './bonds';
import type { AddedDeck, Decks } from './decks';
import type { KeepingFor, KeptState } from './kept';
import type { Personal } from './own';
import type { PersonalState } from './personal';
import type { Relay } from './relay';
import type { OpenBond } from './shown';
import type { Vault } from './vault';

/** All that screens show. */
export interface Snapshot {
  bonds: readonly OpenBond[];
  reachable: boolean;
  /** What this person keeps for themselves, whichever the bond. */
  personal: Personal;
  /** The decks that were added on this device. */
  decks: readonly AddedDeck[];
  /** False: when this page is closed, everything in it is gone. */
  lasts: boolean;
  /** The ways in, and whether other devices could come to all this. */
  keeping: KeptState;
}

/** A command; whoever does not name a new exchange has one made. */
export type Deed = Command extends infer Each
  ? Each extends { readonly type: 'draw' | 'write' | 'ask' | 'offer' }
    ? Omit<Each, 'exchange'> & { readonly exchange?: ExchangeId }
    : Exclude<Each, { readonly type: 'seal' | 'vote' }>
  : never;

/** The command, with a new exchange where it makes one. */
export function named(deed: Deed): Command {
  const makes = ['draw', 'write', 'offer', 'ask'].includes(deed.type);
  const exchange = 'exchange' in deed ? deed.exchange : undefined;
  if (!makes || exchange !== undefined) return deed as Command;
  return { ...deed, exchange: toBase64Url(newId()) } as Command;
}

/** Asks the browser not to clear away what it keeps for Kith; it may say no. */
export function askToStay(): void {
  if (typeof navigator !== 'undefined' && 'storage' in navigator) void navigator.storage.persist();
}

/** What keeping has to be told before there is anybody to tell it. */
export type Waiting = { -readonly [Name in 'changed' | 'renewing']: KeepingFor[Name] };

/** What Kith is over. `wanted`: when bonds that look the same as before are to be folded. */
export interface Over {
  readonly vault: Vault;
  readonly relay: Relay;
  readonly wanted: () => Promise<void>;
}

/** What one person keeps on this device. */
export interface AllKept {
  readonly bonds: Bonds;
  readonly personal: PersonalState;
  readonly decks: Decks;
}
