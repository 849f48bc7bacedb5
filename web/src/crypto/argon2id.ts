/** What Argon2id (RFC 9106) is asked at the one cost of unlock words: 64 MiB, three passes. */
export const ARGON2ID = { memorySize: 65_536, iterations: 3, parallelism: 4, hashLength: 32 };
