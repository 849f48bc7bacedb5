import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, type KEM, type Key } from 'hpke';
import { concat, KEY_BYTES, type Bytes } from './bytes';
import { Rejected, rejecting, refuseUnless } from './rejected';
import { KITH1 } from './suite';
import { decapsulate, encapsulate, ENCAPSULATION_BYTES, PUBLIC_KEY_BYTES } from './xwing';

export { PUBLIC_KEY_BYTES, xWingPublicKey } from './xwing';

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

/** X-Wing (KEM 0x647a); private keys are the 32-byte seeds that we derive ourselves. */
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
  Encap: async (key) => {
    const { secret, carried } = await encapsulate(key.bytes, KITH1.random);
    return { shared_secret: secret, enc: carried };
  },
  Decap: (enc, key) => decapsulate(key.bytes, enc),
});

function xWingKey(type: 'public' | 'private', bytes: Uint8Array): XWingKey {
  return { type, algorithm: { name: 'X-Wing' }, extractable: false, bytes: bytes.slice() };
}

const SUITE = new CipherSuite(xWing, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

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
