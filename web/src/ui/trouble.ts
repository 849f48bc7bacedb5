import { Rejected } from '../crypto';
import { StorageTrouble } from '../net/database';
import { LinkTrouble } from '../net/meeting';
import { Refused } from '../net/exchange';
import { PasskeyTrouble } from '../net/passkey';
import { WakeTrouble } from '../net/waking';
import { WayTrouble } from '../net/ways';
import { Problem, Unreachable } from '../wire/problems';
import { isNotFetched } from './fetched';
import { words } from './words';

/** What to tell a person about anything that went wrong: the cause, and what to do about it. */
export function sentenceFor(cause: unknown): string {
  if (cause instanceof LinkTrouble) return words.trouble[cause.kind];
  if (cause instanceof Refused) return words.refusals[cause.reason] ?? words.refusals.other;
  if (cause instanceof PasskeyTrouble) return words.passkeyTrouble[cause.kind];
  if (cause instanceof WakeTrouble) return words.wakeTrouble[cause.kind];
  if (cause instanceof WayTrouble) return words.wayTrouble[cause.kind];
  if (cause instanceof Unreachable || isNotFetched(cause)) return words.trouble.unreachable;
  if (cause instanceof Rejected) return words.wayTrouble.wrong;
  if (cause instanceof Problem && cause.problem === 'too-many') return words.wayTrouble['too-many'];
  if (cause instanceof Problem) return words.trouble.refused;
  if (cause instanceof StorageTrouble) return words.trouble.storage;
  return words.trouble.unknown;
}
