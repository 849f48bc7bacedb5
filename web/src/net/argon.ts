import address from '@phi-ag/argon2/argon2.wasm?url&no-inline';
import { ARGON2ID } from '../crypto/argon2id';
import { Unreachable } from '../wire/problems';

/** What Argon2's own C code, compiled to WebAssembly, gives to whoever runs it. It is given nothing. */
interface Argon2 {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (bytes: number) => number;
  readonly free: (at: number) => void;
  /**
   * Passes, KiB, lanes; place and length of password, of salt, of the hash, and of a text that is not
   * wanted; type, version. 0 when it went well.
   */
  readonly argon2_hash: (...asked: readonly number[]) => number;
}

/** Argon2id, of the three kinds (RFC 9106, section 3.1). */
const ID = 2;

/** The version of RFC 9106, section 3.1. */
const VERSION = 0x13;

const KIBIBYTE = 1024;

/** A guess as slow as the real thing: Argon2id at the one cost that Kith knows. */
export type Guess = (words: Uint8Array, salt: Uint8Array) => Uint8Array;

export async function computeArgon2id(words: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  return (await prepareArgon2id())(words, salt);
}

/** Everything that can be done before the words are there: the code, and the memory that it fills. */
export async function prepareArgon2id(): Promise<Guess> {
  const code = await fetched(address);
  const { instance } = await WebAssembly.instantiate(code, {});
  const argon2 = instance.exports as unknown as Argon2;
  argon2._initialize();
  touchMemory(argon2);
  return (words, salt) => guess(argon2, words, salt);
}

async function fetched(from: string): Promise<ArrayBuffer> {
  try {
    return await (await fetch(from)).arrayBuffer();
  } catch (cause) {
    throw new Unreachable(from, { cause });
  }
}

/** A system gives memory when it is first written to, which takes it a tenth of the whole. */
function touchMemory({ malloc, free, memory }: Argon2): void {
  const bytes = ARGON2ID.memorySize * KIBIBYTE;
  const at = malloc(bytes);
  new Uint8Array(memory.buffer, at, bytes).fill(0);
  free(at);
}

function guess(argon2: Argon2, words: Uint8Array, salt: Uint8Array): Uint8Array {
  const { iterations, memorySize, parallelism, hashLength } = ARGON2ID;
  const { malloc } = argon2;
  const [password, salted, hash] = [malloc(words.length), malloc(salt.length), malloc(hashLength)];
  const at = (place: number, length: number) => new Uint8Array(argon2.memory.buffer, place, length);
  at(password, words.length).set(words);
  at(salted, salt.length).set(salt);
  const failed = argon2.argon2_hash(
    iterations,
    memorySize,
    parallelism,
    password,
    words.length,
    salted,
    salt.length,
    hash,
    hashLength,
    0,
    0,
    ID,
    VERSION,
  );
  const secret = at(hash, hashLength).slice();
  at(password, words.length).fill(0);
  at(hash, hashLength).fill(0);
  for (const place of [password, salted, hash]) argon2.free(place);
  if (failed !== 0) throw new Error('the words could not be computed here');
  return secret;
}
