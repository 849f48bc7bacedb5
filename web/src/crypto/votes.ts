import { bondContext, bondKey, checkedSeat, currentEpoch, type Bond, type Seat } from './bond';
import {
  concat,
  exactly,
  ID_BYTES,
  KEY_BYTES,
  lp,
  Reader,
  textOf,
  u32,
  u8,
  utf8,
  type Bytes,
} from './bytes';
import { EVENT_SIZES, pad, unpad } from './padding';
import { refuseUnless, rejecting } from './rejected';
import { AE_BYTES, derive, hash, hmac, KITH1, lab, open, seal, SU, type Suite } from './suite';

/** So many matters can be voted on at each tick; what is not in use is filled with noise. */
export const VOTE_SLOTS = 12;

/** So many uploads count for one tick; the last is never a yes, so taking back is always possible. */
export const VOTE_COUNTERS = 16;

const BOX_BYTES = EVENT_SIZES[0];
const OVERHEAD = 1 + 4 + AE_BYTES;

/** Which question it is. */
export interface VoteQuestion {
  /** 0 to 11, by matter (docs/crypto.md). */
  readonly slot: number;
  /** Its exact name, such as `deeper/feelings/2`. */
  readonly matter: string;
  /** The number of the relay's tick epoch. */
  readonly tick: number;
}

/** The sixteen tags of a yes: one for each counter that the other may be at. 512 bytes. */
export async function yesTags(
  bond: Bond,
  question: VoteQuestion,
  mine: { readonly seat: Seat; readonly counter: number },
  suite: Suite = KITH1,
): Promise<Bytes> {
  const epoch = currentEpoch(bond);
  const key = await derive(suite, bondKey(bond, epoch), 'vote/tag', bondContext(bond, epoch));
  const tags: Bytes[] = [];
  for (let theirs = 1; theirs <= VOTE_COUNTERS; theirs++) {
    const [zero, one] = mine.seat === 0 ? [mine.counter, theirs] : [theirs, mine.counter];
    const message = concat(asked('vote-tag', bond, question, suite), u8(zero), u8(one));
    tags.push(await hmac(key, message));
  }
  return concat(...tags);
}

/** The sixteen tags of anything but a yes: 512 random bytes. */
export function noTags(suite: Suite = KITH1): Bytes {
  return suite.random(VOTE_COUNTERS * KEY_BYTES);
}

/** The box of a yes: 1024 bytes, bound to seat, tick and matter. */
export async function sealVote(
  bond: Bond,
  question: VoteQuestion,
  seat: Seat,
  text: string,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const epoch = currentEpoch(bond);
  const { key, aad } = await boxBinding(bond, question, seat, epoch, suite);
  const padded = pad(text, OVERHEAD, [BOX_BYTES]);
  return concat(SU, u32(epoch), await seal(suite, key, aad, padded));
}

/** The box of anything but a yes: looks the same, and opens for nobody. */
export function blankVote(bond: Bond, suite: Suite = KITH1): Bytes {
  const before = concat(SU, u32(currentEpoch(bond)));
  return concat(before, suite.random(BOX_BYTES - before.length));
}

/** The text of a yes to this question by this seat. */
export async function openVote(
  bond: Bond,
  question: VoteQuestion,
  seat: Seat,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<string> {
  return rejecting(async () => {
    refuseUnless(box.length === BOX_BYTES);
    const reader = new Reader(box);
    reader.expect(SU);
    const { key, aad } = await boxBinding(bond, question, seat, reader.number(4), suite);
    return textOf(unpad(await open(key, aad, reader.rest())));
  });
}

/** By this tag a device knows its owner's own yes when it comes back. */
export async function voteSelfTag(
  bond: Bond,
  amk: Uint8Array,
  question: VoteQuestion,
  seat: Seat,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const message = concat(asked('vote-self', bond, question, suite), u8(checkedSeat(seat)));
  return hmac(exactly(amk, KEY_BYTES, 'an author secret'), message);
}

/**
 * The id of a vote's gate on the relay. `agreements`: how many there have been in the bond; after
 * each one all gates are new, so that a gate says nothing about its matter.
 */
export async function voteGate(
  bond: Bond,
  { slot, matter }: Omit<VoteQuestion, 'tick'>,
  agreements: number,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const key = bondKey(bond, currentEpoch(bond));
  const context = concat(bond.id, u8(slot), lp(utf8(matter)), u32(agreements));
  return derive(suite, key, 'vote/gate', context, ID_BYTES);
}

/**
 * The exchange under which an evening, or a ring for it, meets at a gate at once: the first 16 bytes
 * of H(lab("matter") || SU || bond || lp(matter) || u32 agreements).
 */
export async function tonightExchange(
  bond: Bond,
  matter: string,
  agreements: number,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const text = lp(utf8(matter));
  const whole = await hash(lab(suite, 'matter'), SU, bond.id, text, u32(agreements));
  return whole.slice(0, ID_BYTES);
}

async function boxBinding(
  bond: Bond,
  question: VoteQuestion,
  seat: Seat,
  epoch: number,
  suite: Suite,
) {
  const key = await derive(suite, bondKey(bond, epoch), 'vote/box', bondContext(bond, epoch));
  const aad = concat(asked('vote', bond, question, suite), u8(checkedSeat(seat)), u32(epoch));
  return { key, aad };
}

function asked(label: string, bond: Bond, question: VoteQuestion, suite: Suite): Bytes {
  const { slot, matter, tick } = question;
  if (slot < 0 || slot >= VOTE_SLOTS) throw new RangeError('a slot is 0 to 11');
  return concat(lab(suite, label), SU, bond.id, u8(slot), lp(utf8(matter)), u32(tick));
}
