import { type Account } from './account';
import { concat, exactly, ID_BYTES, KEY_BYTES, u32, u8, utf8, type Bytes } from './bytes';
import { openKey, sealKey, xWingPublicKey, type Sealing } from './hpke';
import { refuseUnless, rejecting } from './rejected';
import { derive, hkdfKey, KITH1, lab, SU, type Secret, type Suite } from './suite';

/** The ways in, by the byte that stands for them in an envelope. */
export const UNLOCKER_KINDS = { passkey: 1, words: 2, recovery: 3, device: 4 } as const;

/** A passkey, unlock words, the recovery code, or a device that stays unlocked. */
export type UnlockerKind = keyof typeof UNLOCKER_KINDS;

/** What a passkey's PRF is asked: the same for everybody, and never taken from a server. */
export const PRF_INPUT = utf8('kith1/prf');

/** A way in: its secret, and whose it is. */
export interface Unlocker {
  readonly kind: UnlockerKind;
  /** us: 32 random bytes, or the HKDF key that stands for them. */
  readonly secret: Secret;
  /** 16 random bytes. */
  readonly id: Bytes;
  /** The account's id. */
  readonly account: Bytes;
}

/** A new device secret that can be kept in IndexedDB but not read out by a script. */
export async function newDeviceSecret(suite: Suite = KITH1): Promise<CryptoKey> {
  const secret = suite.random(KEY_BYTES);
  const key = await hkdfKey(secret);
  secret.fill(0);
  return key;
}

/** us of a passkey, from its 32 bytes of PRF output. */
export async function passkeySecret(prf: Uint8Array, suite: Suite = KITH1): Promise<Bytes> {
  return rejecting(async () => {
    refuseUnless(prf.length === KEY_BYTES);
    return derive(suite, prf, 'us/passkey', new Uint8Array());
  });
}

/**
 * The public half of a way in, and what it shares: enough to seal a root key to it, not to open
 * one. The list of them lies in one's own sealed state, so that a new generation reaches paper and
 * passkeys without touching them.
 */
export interface Lock {
  readonly kind: UnlockerKind;
  readonly id: Bytes;
  readonly account: Bytes;
  /** 1216 bytes. */
  readonly publicKey: Bytes;
  readonly psk: Bytes;
}

/** What seals to this way in without opening it. */
export async function lockOf(unlocker: Unlocker, suite: Suite = KITH1): Promise<Lock> {
  const { kind, id, account, secret } = unlocker;
  const context = contextOf(unlocker);
  const publicKey = await xWingPublicKey(await derive(suite, secret, 'unlock/kem', context));
  return { kind, id, account, publicKey, psk: await derive(suite, secret, 'unlock/psk', context) };
}

/** Seals the root key to a way in by its lock alone: 1168 bytes. */
export async function sealToLock(
  lock: Lock,
  account: Account,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const rootKey = exactly(account.rootKey, KEY_BYTES, 'a root key');
  return sealKey(lock.publicKey, sealingOf(lock, account.generation, suite), rootKey);
}

/** Seals the root key to a way in: 1168 bytes. */
export async function makeEnvelope(
  unlocker: Unlocker,
  account: Account,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return sealToLock(await lockOf(unlocker, suite), account, suite);
}

/** Opens the envelope of one generation and gives the account back. */
export async function openEnvelope(
  unlocker: Unlocker,
  generation: number,
  envelope: Uint8Array,
  suite: Suite = KITH1,
): Promise<Account> {
  return rejecting(async () => {
    const context = contextOf(unlocker);
    const seed = await derive(suite, unlocker.secret, 'unlock/kem', context);
    const psk = await derive(suite, unlocker.secret, 'unlock/psk', context);
    const sealing = sealingOf({ ...unlocker, psk }, generation, suite);
    const rootKey = await openKey(seed, sealing, envelope);
    refuseUnless(rootKey.length === KEY_BYTES);
    return { id: unlocker.account.slice(), generation, rootKey };
  });
}

/** account || unlocker: what every key of a way in is derived for. */
export function contextOf({ account, id }: Pick<Unlocker, 'account' | 'id'>): Bytes {
  return concat(
    exactly(account, ID_BYTES, 'an account id'),
    exactly(id, ID_BYTES, 'an unlocker id'),
  );
}

function sealingOf(
  lock: Pick<Lock, 'kind' | 'id' | 'account' | 'psk'>,
  generation: number,
  suite: Suite,
): Sealing {
  const kind = u8(UNLOCKER_KINDS[lock.kind]);
  const info = concat(lab(suite, 'unlock'), SU, contextOf(lock), kind, u32(generation));
  return { psk: lock.psk, pskId: lock.id, info };
}
