import { argon2id } from 'hash-wasm';
import { ARGON2ID } from '../crypto/argon2id';

/** A guess as slow as the real thing: Argon2id at the one cost that Kith knows. */
export async function computeArgon2id(words: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  return argon2id({ ...ARGON2ID, password: words, salt, outputType: 'binary' });
}
