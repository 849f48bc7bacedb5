import { ID_BYTES, KEY_BYTES, nfc, type Bytes } from './bytes';
import { refuseUnless } from './rejected';
import { KITH1, type Suite } from './suite';
import { WORDS } from './words';

/** Sixty bits, each guess of which costs 64 MiB and three passes. */
const COUNT = 6;

/** Who does not write a word out writes so many letters of it. */
const SHORT = 4;

/**
 * The only cost of unlock words: Argon2id (RFC 9106), 64 MiB, three passes, four lanes. A server
 * names it by this number; whatever else it names is refused, so that nobody can make the words
 * cheaper to guess.
 */
export const WORDS_COST = 1;

/** Computes Argon2id at `ARGON2ID`: a quarter of a second of work, best not on the page's thread. */
export type Strengthen = (words: Uint8Array, salt: Uint8Array) => Promise<Uint8Array>;

/** The word at that place in the list. */
export function wordAt(place: number): string {
  const word = WORDS[place];
  if (word === undefined) throw new RangeError('a place is 0 to 1023');
  return word;
}

/** Six words with a space between them: made here, never thought up, which is their strength. */
export function newUnlockWords(suite: Suite = KITH1): string {
  const one = () => {
    const [high = 0, low = 0] = suite.random(2);
    return wordAt(((high << 8) | low) % WORDS.length);
  };
  return Array.from({ length: COUNT }, one).join(' ');
}

/**
 * The words as they were made, from how they were typed: in capitals or not, with any spaces or commas, each
 * in full or by its first four letters. Throws `Rejected` unless they are six of the list's.
 */
export function readUnlockWords(typed: string): string {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/[\s\p{Z},;.]+/u)
    .filter((word) => word !== '')
    .map(meant);
  refuseUnless(words.length === COUNT);
  return words.join(' ');
}

/**
 * us of unlock words, as they were typed. `salt`: 16 random bytes made with the words. What fails in
 * `strengthen` is no fault of the words, and is not said to be.
 */
export async function wordsSecret(
  typed: string,
  { salt, cost }: { readonly salt: Uint8Array; readonly cost: number },
  strengthen: Strengthen,
): Promise<Bytes> {
  refuseUnless(cost === WORDS_COST && salt.length === ID_BYTES);
  const secret = await strengthen(nfc(readUnlockWords(typed)), salt);
  refuseUnless(secret.length === KEY_BYTES);
  return secret.slice();
}

function meant(typed: string): string {
  const found = WORDS.find(
    (word) => word === typed || (typed.length === SHORT && word.startsWith(typed)),
  );
  refuseUnless(found !== undefined);
  return found;
}
