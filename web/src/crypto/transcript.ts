import type { Bond, Seat } from './bond';
import { bondKey, checkedSeat } from './bond';
import { concat, exactly, ID_BYTES, u32, u64, u8, type Bytes } from './bytes';
import { derive, hash, KITH1, lab, SU, type Suite } from './suite';

/**
 * What one device has read of a bond, as one hash over all of it, entry by entry: places, days,
 * seats, handles and event boxes. Bodies and key records can be erased or replaced, and are bound
 * by what the event boxes say of them.
 */
export interface Transcript {
  /** The place of the last entry; 0 before the first. */
  readonly seq: number;
  /** h of that place. */
  readonly head: Bytes;
}

/** Who made an entry, and what is hashed of it. */
export type Seen =
  | { readonly by: Seat; readonly handle: Uint8Array; readonly event: Uint8Array }
  | { readonly gate: Uint8Array; readonly events: readonly [Uint8Array, Uint8Array] };

/** Bits of one of the four words. */
const WORD_BITS = 10;

/** Before the first entry: h_0 = H(lab("transcript") || SU || bond). */
export async function startTranscript(bond: Uint8Array, suite: Suite = KITH1): Promise<Transcript> {
  const head = await hash(lab(suite, 'transcript'), SU, exactly(bond, ID_BYTES, 'a bond id'));
  return { seq: 0, head };
}

/** With the next entry, as the relay shows it on that day. */
export async function nextTranscript(
  before: Transcript,
  day: number,
  seen: Seen,
  suite: Suite = KITH1,
): Promise<Transcript> {
  const seq = before.seq + 1;
  const place = concat(lab(suite, 'chain'), before.head, u64(seq), u32(day));
  return { seq, head: await hash(place, await content(seen)) };
}

async function content(seen: Seen): Promise<Bytes> {
  if ('gate' in seen) {
    const [zero, one] = seen.events;
    return concat(u8(1), exactly(seen.gate, ID_BYTES, 'a gate'), await hash(zero), await hash(one));
  }
  const handle = exactly(seen.handle, ID_BYTES, 'a handle');
  return concat(u8(0), u8(checkedSeat(seen.by)), handle, await hash(seen.event));
}

/**
 * The places in the list of four words to compare aloud: the same on both devices if both have read
 * the same entries in the same order. Made with the bond's key, so that no server can try out
 * histories until two sound alike.
 */
export async function transcriptWords(
  bond: Bond,
  { seq, head }: Transcript,
  suite: Suite = KITH1,
): Promise<readonly number[]> {
  const context = concat(bond.id, u64(seq), head);
  const bytes = await derive(suite, bondKey(bond, 0), 'transcript/words', context, 8);
  const bits = bytes.slice(0, 5).reduce((sum, byte) => sum * 256 + byte, 0);
  return [3, 2, 1, 0].map((place) => Math.floor(bits / 2 ** (place * WORD_BITS)) % 2 ** WORD_BITS);
}
