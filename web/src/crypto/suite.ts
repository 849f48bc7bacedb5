import { hmac as hmacOf } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equal, exactly, KEY_BYTES, u8, utf8, type Bytes } from './bytes';
import { refuseUnless } from './rejected';

/**
 * The suite byte 0x01: HPKE with KEM 0x647a (X-Wing), KDF 0x0001 and AEAD 0x0002; HKDF-SHA256;
 * AES-256-GCM; Ed25519. There is no other, and nothing is negotiated.
 */
export const SU = Uint8Array.of(0x01);

/** Bytes of a GCM nonce: random, and always in front of what it sealed. */
export const NONCE_BYTES = 12;

/** Bytes of a GCM tag: never shortened. */
export const TAG_BYTES = 16;

/** What AE adds to a text. */
export const AE_BYTES = NONCE_BYTES + TAG_BYTES;

/**
 * The product label, and where random bytes come from. Both are fixed in the product (`KITH1`); this
 * module is not part of the public face, so that only tests can make another.
 */
export interface Suite {
  readonly label: string;
  readonly random: (length: number) => Bytes;
}

export const KITH1: Suite = {
  label: 'kith1',
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** lab(name) = ASCII label, "/", name, 0x00; a dozen of them stand around each answer. */
export function lab(suite: Suite, name: string): Bytes {
  const text = `${suite.label}/${name}\0`;
  const known = labels.get(text) ?? utf8(text);
  labels.set(text, known);
  return known;
}

/** There are as many as the protocol has names for. */
const labels = new Map<string, Bytes>();

/**
 * Up to here hashing takes less time than handing the bytes to the browser and back: opening a story
 * needs a dozen short hashes for each answer (decision 0081). A body of an answer is longer.
 */
const MOST_HERE_BYTES = 512;

/** H: SHA-256. */
export async function hash(...parts: readonly Uint8Array[]): Promise<Bytes> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > MOST_HERE_BYTES) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
  }
  digester = NOTHING_YET._cloneInto(digester);
  for (const part of parts) digester.update(part);
  return digester.digest();
}

/** Where every short hash begins. */
const NOTHING_YET = sha256.create();

/** Used again by each short hash: a new one costs as much as what it computes. It is wiped in between. */
let digester = sha256.create();

/** HMAC-SHA256. */
export function hmac(key: Uint8Array, message: Uint8Array): Promise<Bytes> {
  return Promise.resolve(hmacOf(sha256, key, message));
}

/** A secret to derive from: 32 bytes, or an HKDF key that the browser will not give out. */
export type Secret = Uint8Array | CryptoKey;

/** An HKDF key, not extractable, that stands for `secret` and can be kept in IndexedDB. */
export async function hkdfKey(secret: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret.slice(), 'HKDF', false, ['deriveBits']);
}

/** HKDF-SHA256 (RFC 5869), extract and expand. */
export async function hkdf(
  ikm: Secret,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Promise<Bytes> {
  if (!(ikm instanceof CryptoKey)) return expanded(extracted(ikm, salt), info, length);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: salt.slice(), info: info.slice() };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, ikm, length * 8));
}

/** HMAC under a pseudorandom key, as far as it is the same for every info. */
type Extracted = ReturnType<typeof hmacOf.create>;

/**
 * The last few secrets that were derived from: a whole story is opened with the same bond key, and
 * each content key is asked twice. Latest first.
 */
const lately: { readonly ikm: Bytes; readonly salt: Bytes; readonly prk: Extracted }[] = [];

/** More would be searched for longer than it takes to extract anew. */
const MOST_LATELY = 4;

function extracted(ikm: Uint8Array, salt: Uint8Array): Extracted {
  const at = lately.findIndex((each) => equal(each.ikm, ikm) && equal(each.salt, salt));
  const known = at < 0 ? undefined : lately.splice(at, 1)[0];
  const prk = known?.prk ?? hmacOf.create(sha256, extract(salt, ikm));
  lately.unshift(known ?? { ikm: concat(ikm), salt: concat(salt), prk });
  if (lately.length > MOST_LATELY) lately.pop();
  return prk;
}

/** Extracting under the empty salt begins the same every time, and nearly all of it is that. */
const UNSALTED = hmacOf.create(sha256, new Uint8Array());

function extract(salt: Uint8Array, ikm: Uint8Array): Uint8Array {
  return salt.length > 0 ? hmacOf(sha256, salt, ikm) : keyed(UNSALTED, ikm);
}

function expanded(prk: Extracted, info: Uint8Array, length: number): Bytes {
  const blocks = [keyed(prk, info, FIRST_BLOCK)];
  for (let i = 2; blocks.length * KEY_BYTES < length; i++) {
    blocks.push(keyed(prk, blocks.at(-1) ?? info, info, u8(i)));
  }
  return concat(...blocks).slice(0, length);
}

/** What ends the input of the first block of an expansion. */
const FIRST_BLOCK = u8(1);

/** Used again like `digester`. */
let authenticator = UNSALTED.clone();

/** HMAC under a key that is there already. */
function keyed(key: Extracted, ...parts: readonly Uint8Array[]): Bytes {
  authenticator = key._cloneInto(authenticator);
  for (const part of parts) authenticator.update(part);
  return authenticator.digest();
}

/** D(secret, name, context, length): HKDF with an empty salt and info = lab(name) || context. */
export async function derive(
  suite: Suite,
  secret: Secret,
  name: string,
  context: Uint8Array,
  length = KEY_BYTES,
): Promise<Bytes> {
  if (!(secret instanceof CryptoKey) && secret.length < KEY_BYTES) {
    throw new RangeError('a secret has at least 32 bytes');
  }
  return hkdf(secret, new Uint8Array(), concat(lab(suite, name), context), length);
}

/** AE(key, aad, text): 12 fresh random bytes, then AES-256-GCM with its 16-byte tag. */
export async function seal(suite: Suite, key: Bytes, aad: Bytes, text: Uint8Array): Promise<Bytes> {
  const nonce = exactly(suite.random(NONCE_BYTES), NONCE_BYTES, 'a nonce');
  const sealed = await crypto.subtle.encrypt(gcm(nonce, aad), await gcmKey(key), text.slice());
  return concat(nonce, new Uint8Array(sealed));
}

/** Opens what AE sealed under the same key and the same aad; throws otherwise. */
export async function open(key: Bytes, aad: Bytes, sealed: Uint8Array): Promise<Bytes> {
  refuseUnless(sealed.length >= AE_BYTES);
  const nonce = sealed.slice(0, NONCE_BYTES);
  const rest = sealed.slice(NONCE_BYTES);
  return new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, aad), await gcmKey(key), rest));
}

function gcm(iv: Bytes, aad: Bytes): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: aad, tagLength: TAG_BYTES * 8 };
}

async function gcmKey(key: Bytes): Promise<CryptoKey> {
  if (key.length !== KEY_BYTES) throw new RangeError('a key must be 32 bytes');
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
