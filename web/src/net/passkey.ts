import { newId, PRF_INPUT, sameBytes, type Bytes } from '../crypto';
import type { Key } from './ways';

export type PasskeyTroubleKind =
  /** This browser has no passkeys at all. */
  | 'no-passkeys'
  /** The passkey gives no secret of its own, so it could open nothing here. */
  | 'no-secret'
  /** It gave one secret when it was made and another when it was asked. */
  | 'not-the-same'
  /** Nothing was chosen, or it was not confirmed. */
  | 'not-chosen'
  /** It belongs to something else. */
  | 'of-another';

/** A passkey cannot be used here, and why. */
export class PasskeyTrouble extends Error {
  readonly kind: PasskeyTroubleKind;

  constructor(kind: PasskeyTroubleKind) {
    super(kind);
    this.kind = kind;
  }
}

/** Which account a passkey opens, and the key that it gave. */
export interface Shown {
  readonly account: Bytes;
  readonly key: Extract<Key, { with: 'passkey' }>;
}

const ID_BYTES = 16;

/** Nobody checks what is signed here: a login is signed with what the PRF gives. */
const NO_CHALLENGE_BYTES = 32;

/** ES256, EdDSA, RS256 (COSE): what authenticators have. */
const ALGORITHMS = [-7, -8, -257] as const;

/** Asks at create, relies on get (docs/crypto.md, 10): some give the secret only when asked. */
const EXTENSIONS = { prf: { eval: { first: PRF_INPUT } } };

interface WithPrf {
  readonly prf?: {
    readonly enabled?: boolean;
    readonly results?: { readonly first?: BufferSource };
  };
}

/**
 * Makes a passkey for an account and shows it once. What the browser answers never leaves this
 * function as a whole, and no JSON is ever made of it: the secret would be in it.
 *
 * @param name what the passkey is called in the browser's own list
 */
export async function makePasskey(account: Bytes, name: string): Promise<Shown['key']> {
  const unlocker = newId();
  const id = new Uint8Array([...account, ...unlocker]);
  const made = await asked(() =>
    credentials().create({
      publicKey: {
        rp: { name: 'Kith' },
        user: { id, name, displayName: name },
        challenge: crypto.getRandomValues(new Uint8Array(NO_CHALLENGE_BYTES)),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
        extensions: EXTENSIONS,
      },
    }),
  );
  const { prf } = made.getClientExtensionResults() as WithPrf;
  const shown = prf?.enabled === true ? await showOne(made.rawId) : null;
  if (shown === null) {
    await forgotten(made.rawId);
    throw new PasskeyTrouble('no-secret');
  }
  const first = bytesOf(prf?.results?.first);
  if (first !== null && !sameBytes(first, shown.key.prf)) throw new PasskeyTrouble('not-the-same');
  if (!sameBytes(shown.account, account)) throw new PasskeyTrouble('of-another');
  return shown.key;
}

/** Shows a passkey that the person chooses, and asks it for its secret. */
export async function showPasskey(): Promise<Shown> {
  const shown = await showOne();
  if (shown === null) throw new PasskeyTrouble('no-secret');
  return shown;
}

async function showOne(id?: ArrayBuffer): Promise<Shown | null> {
  const one = id === undefined ? {} : { allowCredentials: [{ type: 'public-key' as const, id }] };
  const shown = await asked(() =>
    credentials().get({
      publicKey: {
        ...one,
        challenge: crypto.getRandomValues(new Uint8Array(NO_CHALLENGE_BYTES)),
        userVerification: 'required',
        extensions: EXTENSIONS,
      },
    }),
  );
  const { prf } = shown.getClientExtensionResults() as WithPrf;
  const secret = bytesOf(prf?.results?.first);
  const { userHandle } = shown.response as AuthenticatorAssertionResponse;
  const user = new Uint8Array(userHandle ?? new ArrayBuffer());
  if (user.length !== 2 * ID_BYTES) throw new PasskeyTrouble('of-another');
  if (secret === null) return null;
  const key = { with: 'passkey', prf: secret, unlocker: user.slice(ID_BYTES) } as const;
  return { account: user.slice(0, ID_BYTES), key };
}

function credentials(): CredentialsContainer {
  const isThere = 'credentials' in navigator && 'PublicKeyCredential' in globalThis;
  if (!isThere) throw new PasskeyTrouble('no-passkeys');
  return navigator.credentials;
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const found = await ask();
    if (found instanceof PublicKeyCredential) return found;
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    if (cause.name === 'NotSupportedError') throw new PasskeyTrouble('no-passkeys');
  }
  throw new PasskeyTrouble('not-chosen');
}

/** Tells the browser, where it listens, that this passkey opens nothing, so that it is not offered. */
async function forgotten(id: ArrayBuffer): Promise<void> {
  const all = PublicKeyCredential as unknown as {
    signalUnknownCredential?: (of: { rpId: string; credentialId: string }) => Promise<void>;
  };
  const credentialId = btoa(String.fromCharCode(...new Uint8Array(id)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const telling = all.signalUnknownCredential?.({ rpId: location.hostname, credentialId });
  await telling?.catch(() => undefined);
}

function bytesOf(source: BufferSource | undefined): Uint8Array | null {
  if (source === undefined) return null;
  if (source instanceof ArrayBuffer) return new Uint8Array(source.slice(0));
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
}
