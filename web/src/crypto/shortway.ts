import type { Account } from './account';
import { concat, exactly, KEY_BYTES, Reader, u32, type Bytes } from './bytes';
import { refuseUnless, rejecting } from './rejected';
import { derive, KITH1, lab, open, seal, SU, type Suite } from './suite';
import { contextOf, type Unlocker } from './unlocker';

/**
 * What an unlocked device keeps beside its envelope, for itself alone: the same root key, with the
 * account's statement, under a key from the same secret. It says no more than the envelope does, and
 * spares the making of two X-Wing pairs each time the app is opened.
 */
export interface ShortWay {
  readonly account: Account;
  /** The account's present statement with its signatures. */
  readonly signed: Bytes;
}

/** Seals it to the device's own secret. */
export async function sealShortWay(
  unlocker: Unlocker,
  { account, signed }: ShortWay,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const { key, aad } = await keyOf(unlocker, account.generation, suite);
  const rootKey = exactly(account.rootKey, KEY_BYTES, 'a root key');
  return concat(SU, await seal(suite, key, aad, concat(rootKey, signed)));
}

/** Opens it, if it is of this generation. */
export async function openShortWay(
  unlocker: Unlocker,
  generation: number,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<ShortWay> {
  return rejecting(async () => {
    const reader = new Reader(box);
    reader.expect(SU);
    const { key, aad } = await keyOf(unlocker, generation, suite);
    const text = await open(key, aad, reader.rest());
    refuseUnless(text.length > KEY_BYTES);
    const rootKey = text.slice(0, KEY_BYTES);
    const account = { id: unlocker.account.slice(), generation, rootKey };
    return { account, signed: text.slice(KEY_BYTES) };
  });
}

async function keyOf(unlocker: Unlocker, generation: number, suite: Suite) {
  const context = contextOf(unlocker);
  return {
    key: await derive(suite, unlocker.secret, 'unlock/short', context),
    aad: concat(lab(suite, 'unlock-short'), SU, context, u32(generation)),
  };
}
