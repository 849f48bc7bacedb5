import { concat, exactly, KEY_BYTES, lp, u64, utf8, type Bytes } from './bytes';
import { sign, signingKey, type SigningKey } from './ed25519';
import { derive, KITH1, lab, SU, type Suite } from './suite';
import { contextOf, type Unlocker } from './unlocker';
import { vaultId } from './vaultrecords';

/** A login to the vault: nothing in it can be used twice, or at another server. */
export interface Login {
  /** The server's, as the client knows it: `https://kith.example`. */
  readonly origin: string;
  /** 32 bytes that the relay has just given. */
  readonly nonce: Uint8Array;
  /** Milliseconds since 1970 UTC, by the client's clock. */
  readonly at: number;
}

/** The Ed25519 public key by which the relay knows this way in: 32 bytes. */
export async function loginKey(unlocker: Unlocker, suite: Suite = KITH1): Promise<Bytes> {
  return (await signer(unlocker, suite)).publicKey;
}

/** Signs a login: 64 bytes, good for this one nonce only. */
export async function signLogin(
  unlocker: Unlocker,
  login: Login,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const message = concat(
    lab(suite, 'auth'),
    SU,
    lp(utf8(login.origin)),
    await vaultId(unlocker.account),
    unlocker.id,
    exactly(login.nonce, KEY_BYTES, 'a nonce'),
    u64(login.at),
  );
  return sign(await signer(unlocker, suite), message);
}

async function signer(unlocker: Unlocker, suite: Suite): Promise<SigningKey> {
  return signingKey(await derive(suite, unlocker.secret, 'unlock/auth', contextOf(unlocker)));
}
