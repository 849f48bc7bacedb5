import { type Account } from './account';
import { concat, exactly, ID_BYTES, KEY_BYTES, u32, u8, type Bytes } from './bytes';
import { openKey, sealKey, xWingPublicKey, type Sealing } from './hpke';
import { refuseUnless, rejecting } from './rejected';
import { derive, hkdfKey, KITH1, lab, SU, type Secret, type Suite } from './suite';

/** The ways in, by the byte that stands for them in an envelope. */
const KINDS = { passkey: 1, words: 2, recovery: 3, device: 4 } as const;

/** A passkey, unlock words, the recovery code, or a device that stays unlocked. */
export type UnlockerKind = keyof typeof KINDS;

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

/** Seals the root key to a way in: 1168 bytes. */
export async function makeEnvelope(
  unlocker: Unlocker,
  account: Account,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const { seed, sealing } = await unlockKeys(unlocker, account.generation, suite);
  const rootKey = exactly(account.rootKey, KEY_BYTES, 'a root key');
  return sealKey(xWingPublicKey(seed), sealing, rootKey);
}

/** Opens the envelope of one generation and gives the account back. */
export async function openEnvelope(
  unlocker: Unlocker,
  generation: number,
  envelope: Uint8Array,
  suite: Suite = KITH1,
): Promise<Account> {
  return rejecting(async () => {
    const { seed, sealing } = await unlockKeys(unlocker, generation, suite);
    const rootKey = await openKey(seed, sealing, envelope);
    refuseUnless(rootKey.length === KEY_BYTES);
    return { id: unlocker.account.slice(), generation, rootKey };
  });
}

async function unlockKeys(
  unlocker: Unlocker,
  generation: number,
  suite: Suite,
): Promise<{ seed: Bytes; sealing: Sealing }> {
  const account = exactly(unlocker.account, ID_BYTES, 'an account id');
  const id = exactly(unlocker.id, ID_BYTES, 'an unlocker id');
  const context = concat(account, id);
  const info = concat(
    lab(suite, 'unlock'),
    SU,
    account,
    id,
    u8(KINDS[unlocker.kind]),
    u32(generation),
  );
  return {
    seed: await derive(suite, unlocker.secret, 'unlock/kem', context),
    sealing: {
      psk: await derive(suite, unlocker.secret, 'unlock/psk', context),
      pskId: id,
      info,
    },
  };
}
