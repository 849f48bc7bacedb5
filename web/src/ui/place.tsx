import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AddedDeck } from '../net/decks';
import type { Kith, OpenBond } from '../net/kith';
import type { KeptState } from '../net/kept';
import type { Personal } from '../net/own';
import type { Deeds } from './deeds';
import type { PartName } from './routes';

/** Where one is: a bond, and what can be done there. */
export interface Place {
  readonly deeds: Deeds;
  readonly bond: OpenBond;
  readonly personal: Personal;
  /** The decks that were added on this device. */
  readonly decks: readonly AddedDeck[];
  /** What the other is called. */
  readonly name: string;
  readonly part: PartName;
  /** Shows another part of this bond. */
  readonly show: (part: PartName) => void;
  /** Shows another part once something is done, unless one has gone elsewhere meanwhile. */
  readonly showAfter: (part: PartName) => void;
  readonly href: (part: PartName) => string;
  /** What only a real bond has, over a relay: the numbers to compare. */
  readonly kith: Kith | null;
  /** Whether others of one's devices could come to this; only a real bond has that. */
  readonly keeping?: KeptState;
}

export const PlaceContext = createContext<Place | null>(null);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error('a part of a bond was shown outside of one');
  return place;
}
