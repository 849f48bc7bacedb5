import type { UnlockerKind } from '../crypto';
import type { Copies } from './mirror';

/** A way in as a screen lists it. */
export interface KeptWay {
  readonly id: string;
  readonly kind: UnlockerKind;
  readonly label: string;
  /** Milliseconds since 1970 UTC. */
  readonly made: number;
  /** It is this very device. */
  readonly here: boolean;
  /** It is being put in place: it is not certain yet that it counts. */
  readonly coming: boolean;
}

/** How it stands with what others of one's devices could come to. */
export interface KeptState {
  /** There is a vault on the relay. */
  readonly kept: boolean;
  readonly ways: readonly KeptWay[];
  /** Another of one's devices has cut this one off. */
  readonly removed: boolean;
  /** Everything from here is there, too. */
  readonly even: boolean;
}

export const NOTHING_KEPT: KeptState = { kept: false, ways: [], removed: false, even: false };

/** For what the vault is kept. */
export interface KeepingFor {
  /** What all devices hold. */
  readonly shared: Copies;
  /** How it stands is another now. */
  readonly changed: () => void;
  /** This device acts under new keys; nothing of it has gone to the vault yet. */
  readonly renewing: () => Promise<void>;
}
