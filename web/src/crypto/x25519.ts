import { fromBase64Url } from './base64url';
import { concat, exactly, hex, KEY_BYTES, type Bytes } from './bytes';

/** PKCS#8 of an X25519 private key is this, then the 32 bytes (RFC 8410). */
const PKCS8_PREFIX = hex('302e020100300506032b656e04220420');

/** An X25519 key pair (RFC 7748) in the browser's own keeping. */
export interface DiffieHellmanKey {
  readonly key: CryptoKey;
  readonly publicKey: Bytes;
}

/** The pair of 32 secret bytes; the private half cannot be read out again. */
export async function x25519Key(secret: Uint8Array): Promise<DiffieHellmanKey> {
  const pkcs8 = concat(PKCS8_PREFIX, exactly(secret, KEY_BYTES, 'a secret'));
  const readable = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', true, ['deriveBits']);
  const { x } = await crypto.subtle.exportKey('jwk', readable);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  return { key, publicKey: exactly(fromBase64Url(x ?? ''), KEY_BYTES, 'a public key') };
}

/** What both sides share; throws for a point of small order, which would share nothing. */
export async function x25519(key: CryptoKey, theirs: Uint8Array): Promise<Bytes> {
  const point = await crypto.subtle.importKey('raw', theirs.slice(), 'X25519', false, []);
  const parameters = { name: 'X25519', public: point };
  const shared = await crypto.subtle.deriveBits(parameters, key, KEY_BYTES * 8);
  return new Uint8Array(shared);
}
