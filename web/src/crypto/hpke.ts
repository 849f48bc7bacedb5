import { ml_kem768_x25519 } from '@noble/post-quantum/hybrid.js';
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, type KEM, type Key } from 'hpke';
import { concat, exactly, KEY_BYTES, type Bytes } from './bytes';
import { Rejected, rejecting, refuseUnless } from './rejected';

/** Bytes of an X-Wing public key: ML-KEM-768 (1184), then X25519 (32). */
export const PUBLIC_KEY_BYTES = 1216;

/** Bytes that carry the shared secret: an ML-KEM-768 ciphertext (1088), then an X25519 point (32). */
export const ENCAPSULATION_BYTES = 1120;

interface XWingKey extends Key {
  readonly bytes: Bytes;
}

/** Who may open: the recipient's key, the shared secret of both, its name, and what it is for. */
export interface Sealing {
  /** Exactly 32 bytes: more than RFC 9180 asks, so that every use looks alike. */
  readonly psk: Uint8Array;
  /** Not empty. */
  readonly pskId: Uint8Array;
  readonly info: Uint8Array;
}

/** X-Wing (KEM 0x647a) over noble; private keys are the 32-byte seeds that we derive ourselves. */
export const xWing = (): KEM<XWingKey> => ({
  id: 0x647a,
  type: 'KEM',
  name: 'X-Wing',
  Nsecret: 32,
  Nenc: ENCAPSULATION_BYTES,
  Npk: PUBLIC_KEY_BYTES,
  Nsk: KEY_BYTES,
  // Libraries disagree about DeriveKeyPair for X-Wing, so there is none (CRYPTO.md, section 10).
  DeriveKeyPair: () => Promise.reject(new Rejected()),
  GenerateKeyPair: () => Promise.reject(new Rejected()),
  SerializePublicKey: (key) => Promise.resolve(key.bytes),
  SerializePrivateKey: (key) => Promise.resolve(key.bytes),
  DeserializePublicKey: (bytes) => Promise.resolve(xWingKey('public', bytes)),
  DeserializePrivateKey: (bytes) => Promise.resolve(xWingKey('private', bytes)),
  Encap: (key) => {
    const { cipherText, sharedSecret } = ml_kem768_x25519.encapsulate(key.bytes);
    return Promise.resolve({ shared_secret: sharedSecret, enc: cipherText });
  },
  Decap: (enc, key) => Promise.resolve(ml_kem768_x25519.decapsulate(enc, key.bytes)),
});

function xWingKey(type: 'public' | 'private', bytes: Uint8Array): XWingKey {
  return { type, algorithm: { name: 'X-Wing' }, extractable: false, bytes: bytes.slice() };
}

const SUITE = new CipherSuite(xWing, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

/** The public key of a 32-byte seed. */
export function xWingPublicKey(seed: Uint8Array): Bytes {
  return concat(ml_kem768_x25519.getPublicKey(exactly(seed, KEY_BYTES, 'a seed')));
}

/** SealKey: HPKE single shot in mode_psk with empty aad; enc (1120) || ciphertext. */
export async function sealKey(
  publicKey: Uint8Array,
  sealing: Sealing,
  text: Uint8Array,
): Promise<Bytes> {
  return rejecting(async () => {
    checkPsk(sealing);
    const recipient = await SUITE.DeserializePublicKey(publicKey);
    const { encapsulatedSecret, ciphertext } = await SUITE.Seal(recipient, text, sealing);
    return concat(encapsulatedSecret, ciphertext);
  });
}

/** OpenKey: opens what `sealKey` made for the public key of this seed. */
export async function openKey(
  seed: Uint8Array,
  sealing: Sealing,
  sealed: Uint8Array,
): Promise<Bytes> {
  return rejecting(async () => {
    checkPsk(sealing);
    const recipient = await SUITE.DeserializePrivateKey(seed);
    const enc = sealed.slice(0, ENCAPSULATION_BYTES);
    const text = await SUITE.Open(recipient, enc, sealed.slice(ENCAPSULATION_BYTES), sealing);
    return concat(text);
  });
}

/** Without a psk the library would quietly use mode_base, which Kith never does. */
function checkPsk(sealing: Sealing): void {
  refuseUnless(sealing.psk.length === KEY_BYTES && sealing.pskId.length > 0);
}
