import { bondKey, currentEpoch, type Bond } from './bond';
import { concat, exactly, KEY_BYTES, Reader, u32, type Bytes } from './bytes';
import { refuseUnless } from './rejected';
import { AE_BYTES, derive, hash, hmac, lab, open, seal, SU, type Suite } from './suite';

/** Bytes of a key record R: suite, epoch, nonce, content key, tag. */
export const KEY_RECORD_BYTES = 1 + 4 + AE_BYTES + KEY_BYTES;

/** What one content key CK gives under one header. */
export interface ContentKeys {
  /** ek, under which the body is sealed. */
  readonly key: Bytes;
  /** The key commitment: GCM alone would let one box open to two texts under two keys. */
  readonly kc: Bytes;
}

export async function contentKeys(
  contentKey: Uint8Array,
  header: Bytes,
  suite: Suite,
): Promise<ContentKeys> {
  const key = await derive(suite, contentKey, 'answer/key', header);
  return { key, kc: await derive(suite, contentKey, 'answer/commit', header) };
}

/** com = H(lab("com") || Hh || kc || H(body)). */
export async function commitment(
  header: Bytes,
  kc: Bytes,
  body: Uint8Array,
  suite: Suite,
): Promise<Bytes> {
  return hash(lab(suite, 'com'), header, kc, await hash(body));
}

/** self = HMAC(AMK, lab("self") || com): only the author can make or check it. */
export async function selfTag(amk: Uint8Array, com: Bytes, suite: Suite): Promise<Bytes> {
  return hmac(exactly(amk, KEY_BYTES, 'an author secret'), concat(lab(suite, 'self'), com));
}

/** What a key record is bound to, besides its epoch. */
export interface RecordPlace {
  /** Hh. */
  readonly header: Bytes;
  readonly kc: Bytes;
}

/** R: the content key, sealed under the bond key. */
export async function sealRecord(
  bond: Bond,
  place: RecordPlace,
  contentKey: Uint8Array,
  suite: Suite,
): Promise<Bytes> {
  const epoch = currentEpoch(bond);
  const { key, aad } = await recordBinding(bond, epoch, place, suite);
  return concat(SU, u32(epoch), await seal(suite, key, aad, contentKey));
}

/** The content key in R; throws when R belongs elsewhere. */
export async function openRecord(
  bond: Bond,
  place: RecordPlace,
  record: Uint8Array,
  suite: Suite,
): Promise<Bytes> {
  refuseUnless(record.length === KEY_RECORD_BYTES);
  const reader = new Reader(record);
  reader.expect(SU);
  const { key, aad } = await recordBinding(bond, reader.number(4), place, suite);
  return open(key, aad, reader.rest());
}

async function recordBinding(bond: Bond, epoch: number, place: RecordPlace, suite: Suite) {
  const context = concat(u32(epoch), place.header);
  const key = await derive(suite, bondKey(bond, epoch), 'answer/reveal', context);
  return { key, aad: concat(lab(suite, 'reveal'), context, place.kc) };
}
