import { concat, equal, exactly, hex, KEY_BYTES, type Bytes } from './bytes';
import { fromBase64Url } from './base64url';
import { refuseUnless } from './rejected';

/** Bytes of an Ed25519 signature (RFC 8032). */
export const SIGNATURE_BYTES = 64;

/** PKCS#8 of an Ed25519 private key is this, then the 32-byte seed (RFC 8410). */
const PKCS8_PREFIX = hex('302e020100300506032b657004220420');

/** Points of order 1, 2, 4 and 8, sign bit cleared: as a public key, anyone could sign for them. */
const SMALL_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map(hex);

export interface SigningKey {
  readonly key: CryptoKey;
  readonly publicKey: Bytes;
}

/** The signing key of a 32-byte seed; the private half cannot be read out again. */
export async function signingKey(seed: Uint8Array): Promise<SigningKey> {
  const pkcs8 = concat(PKCS8_PREFIX, exactly(seed, KEY_BYTES, 'a seed'));
  const readable = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', readable);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  return { key, publicKey: exactly(fromBase64Url(x ?? ''), KEY_BYTES, 'a public key') };
}

export async function sign(signer: SigningKey, message: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', signer.key, message.slice()));
}

/** Refuses unless the signature is right and the public key is a real one. */
export async function verify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<void> {
  refuseUnless(!isSmallOrder(publicKey) && signature.length === SIGNATURE_BYTES);
  const raw = publicKey.slice();
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  refuseUnless(await crypto.subtle.verify('Ed25519', key, signature.slice(), message.slice()));
}

function isSmallOrder(publicKey: Uint8Array): boolean {
  refuseUnless(publicKey.length === KEY_BYTES);
  const unsigned = publicKey.slice();
  unsigned[KEY_BYTES - 1] = (unsigned[KEY_BYTES - 1] ?? 0) & 0x7f;
  return SMALL_ORDER.some((point) => equal(point, unsigned));
}
