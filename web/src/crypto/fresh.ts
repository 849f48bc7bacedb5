import { ID_BYTES, KEY_BYTES, type Bytes } from './bytes';
import { hash, KITH1 } from './suite';

/** 16 random bytes: the id of a bond, an exchange, an unlocker, or the handle of an entry. */
export function newId(): Bytes {
  return KITH1.random(ID_BYTES);
}

/** 32 random bytes: a seat's capability, or the author secret (AMK) of a bond. */
export function newSecret(): Bytes {
  return KITH1.random(KEY_BYTES);
}

/** The seat hash: all that the relay keeps of a capability. */
export async function seatHash(capability: Uint8Array): Promise<Bytes> {
  return hash(capability);
}
