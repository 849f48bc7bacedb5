import { checkedSeat, type Bond } from './bond';
import { toBase64Url } from './base64url';
import { concat, equal, exactly, ID_BYTES, KEY_BYTES, u8, utf8, type Bytes } from './bytes';
import type { EntryPlace } from './events';
import { hash, hmac, KITH1, lab, SU, type Suite } from './suite';

const BEFORE = ',"mark":"';
const AFTER = '"}';

/** 32 bytes in base64url. */
const TAG_LETTERS = 43;

/**
 * A JSON object's text with one's own mark as its last field: a tag that only this person can make
 * or check, so that not even the partner and the relay together can write under one's name unseen.
 * `amk` is the author's own secret of this bond.
 */
export async function withMark(
  bond: Bond,
  amk: Uint8Array,
  place: EntryPlace,
  object: string,
  suite: Suite = KITH1,
): Promise<string> {
  if (!object.endsWith('}') || object.length < 3) {
    throw new RangeError('an object that is not empty is needed');
  }
  const marked = object.slice(0, -1);
  const tag = await markTag(bond, amk, place, marked, suite);
  return marked + BEFORE + toBase64Url(tag) + AFTER;
}

/** Whether oneself has written this text at this place. */
export async function isMarked(
  bond: Bond,
  amk: Uint8Array,
  place: EntryPlace,
  text: string,
  suite: Suite = KITH1,
): Promise<boolean> {
  const at = text.length - BEFORE.length - TAG_LETTERS - AFTER.length;
  if (at < 1 || !text.startsWith(BEFORE, at) || !text.endsWith(AFTER)) return false;
  const tag = text.slice(at + BEFORE.length, -AFTER.length);
  const right = toBase64Url(await markTag(bond, amk, place, text.slice(0, at), suite));
  return equal(new TextEncoder().encode(tag), utf8(right));
}

/** HMAC(AMK, lab("mark") || SU || bond || handle || u8 seat || H(text before the mark)). */
async function markTag(
  bond: Bond,
  amk: Uint8Array,
  { handle, seat }: EntryPlace,
  marked: string,
  suite: Suite,
): Promise<Bytes> {
  const place = concat(bond.id, exactly(handle, ID_BYTES, 'a handle'), u8(checkedSeat(seat)));
  const message = concat(lab(suite, 'mark'), SU, place, await hash(utf8(marked)));
  return hmac(exactly(amk, KEY_BYTES, 'an author secret'), message);
}
