import { sha3_256, shake256 } from '@noble/hashes/sha3.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { concat, exactly, isZero, KEY_BYTES, type Bytes } from './bytes';
import { Rejected, refuseUnless } from './rejected';
import { x25519, x25519Key } from './x25519';

/** Bytes of an ML-KEM-768 public key and ciphertext (FIPS 203), and of an X25519 point. */
const MLKEM_PUBLIC_BYTES = 1184;
const MLKEM_CIPHERTEXT_BYTES = 1088;
const MLKEM_SEED_BYTES = 64;

/** Bytes of an X-Wing public key: ML-KEM-768, then X25519. */
export const PUBLIC_KEY_BYTES = MLKEM_PUBLIC_BYTES + KEY_BYTES;

/** Bytes that carry the shared secret: an ML-KEM-768 ciphertext, then an X25519 point. */
export const ENCAPSULATION_BYTES = MLKEM_CIPHERTEXT_BYTES + KEY_BYTES;

/** `\.//^\` in ASCII: X-Wing's label (draft-connolly-cfrg-xwing-kem, 5.3). */
const LABEL = Uint8Array.of(0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c);

/** Both halves of the pair that a 32-byte seed stands for. */
async function expanded(seed: Uint8Array) {
  const whole = shake256(exactly(seed, KEY_BYTES, 'a seed'), {
    dkLen: MLKEM_SEED_BYTES + KEY_BYTES,
  });
  const lattice = ml_kem768.keygen(whole.subarray(0, MLKEM_SEED_BYTES));
  const curve = await x25519Key(whole.subarray(MLKEM_SEED_BYTES));
  whole.fill(0);
  return { lattice, curve };
}

/** The public key of a 32-byte seed: 1216 bytes. */
export async function xWingPublicKey(seed: Uint8Array): Promise<Bytes> {
  const { lattice, curve } = await expanded(seed);
  return concat(lattice.publicKey, curve.publicKey);
}

/** A fresh shared secret for whoever holds this public key, and the bytes that carry it there. */
export async function encapsulate(
  publicKey: Uint8Array,
  random: (length: number) => Bytes,
): Promise<{ readonly secret: Bytes; readonly carried: Bytes }> {
  refuseUnless(publicKey.length === PUBLIC_KEY_BYTES);
  const point = publicKey.subarray(MLKEM_PUBLIC_BYTES);
  const lattice = ml_kem768.encapsulate(
    publicKey.subarray(0, MLKEM_PUBLIC_BYTES),
    random(KEY_BYTES),
  );
  const once = await x25519Key(random(KEY_BYTES));
  const shared = await agreed(once.key, point);
  return {
    secret: combined([lattice.sharedSecret, shared, once.publicKey, point]),
    carried: concat(lattice.cipherText, once.publicKey),
  };
}

/** The shared secret that was carried to the holder of this seed. */
export async function decapsulate(seed: Uint8Array, carried: Uint8Array): Promise<Bytes> {
  refuseUnless(carried.length === ENCAPSULATION_BYTES);
  const { lattice, curve } = await expanded(seed);
  const ciphertext = carried.subarray(0, MLKEM_CIPHERTEXT_BYTES);
  const point = carried.subarray(MLKEM_CIPHERTEXT_BYTES);
  const secret = ml_kem768.decapsulate(ciphertext, lattice.secretKey);
  lattice.secretKey.fill(0);
  return combined([secret, await agreed(curve.key, point), point, curve.publicKey]);
}

/** Some browsers give zeros for a point of small order where others throw; both are refused. */
async function agreed(key: CryptoKey, point: Uint8Array): Promise<Bytes> {
  const shared = await x25519(key, point);
  if (isZero(shared)) throw new Rejected();
  return shared;
}

function combined(parts: readonly Uint8Array[]): Bytes {
  return concat(sha3_256(concat(...parts, LABEL)));
}
