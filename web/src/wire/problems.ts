/** Names of the relay's problems (RFC 9457); `type` is `urn:kith:problem:` and one of these. */
export type ProblemName =
  | 'malformed'
  | 'not-permitted'
  | 'origin-not-permitted'
  | 'not-found'
  | 'method-not-allowed'
  | 'bond-exists'
  | 'invitation-exists'
  | 'invitation-used'
  | 'invitation-unknown'
  | 'invitation-expired'
  | 'invitation-not-accepted'
  | 'not-unlocked'
  | 'vault-exists'
  | 'unlocker-exists'
  | 'last-unlocker'
  | 'generation-moved'
  | 'record-moved'
  | 'record-unknown'
  | 'storage-full'
  | 'too-large'
  | 'unsupported-media'
  | 'too-many'
  | 'bond-ended'
  | 'entry-unknown'
  | 'seat-taken'
  | 'votes-moved'
  | 'internal'
  | 'unknown';

const PREFIX = 'urn:kith:problem:';

const KNOWN: ReadonlySet<string> = new Set<ProblemName>([
  'malformed',
  'not-permitted',
  'origin-not-permitted',
  'not-found',
  'method-not-allowed',
  'bond-exists',
  'invitation-exists',
  'invitation-used',
  'invitation-unknown',
  'invitation-expired',
  'invitation-not-accepted',
  'not-unlocked',
  'vault-exists',
  'unlocker-exists',
  'last-unlocker',
  'generation-moved',
  'record-moved',
  'record-unknown',
  'storage-full',
  'too-large',
  'unsupported-media',
  'too-many',
  'bond-ended',
  'entry-unknown',
  'seat-taken',
  'votes-moved',
  'internal',
]);

/** The relay answered, and said no. */
export class Problem extends Error {
  readonly problem: ProblemName;
  readonly status: number;

  constructor(problem: ProblemName, status: number) {
    super(problem);
    this.problem = problem;
    this.status = status;
  }
}

/** The relay did not answer: it is off, restarting, or the network is. */
export class Unreachable extends Error {}

/** Reads the name out of a problem document; anything else is `unknown`. */
export function problemName(document: unknown): ProblemName {
  if (typeof document !== 'object' || document === null || !('type' in document)) return 'unknown';
  const type = String(document.type);
  const name = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : '';
  return KNOWN.has(name) ? (name as ProblemName) : 'unknown';
}
