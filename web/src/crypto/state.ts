import type { AccountKeys } from './account';
import { concat, lp, nfc, Reader, u32, u64, type Bytes } from './bytes';
import { rejecting } from './rejected';
import { KITH1, lab, open, seal, SU, type Suite } from './suite';

/** Which record of the account's own state it is; the version rises with each change. */
export interface StatePlace {
  readonly name: string;
  readonly version: number;
}

/** Seals a record of one's own state for the local store; not padded, since it stays here. */
export async function sealState(
  keys: AccountKeys,
  place: StatePlace,
  content: Uint8Array,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return concat(SU, await seal(suite, keys.stateKey, stateAad(keys, place, suite), content));
}

/** Opens such a record; that the version is not an older one is for the caller to see. */
export async function openState(
  keys: AccountKeys,
  place: StatePlace,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return rejecting(async () => {
    const reader = new Reader(box);
    reader.expect(SU);
    return open(keys.stateKey, stateAad(keys, place, suite), reader.rest());
  });
}

function stateAad(keys: AccountKeys, place: StatePlace, suite: Suite): Bytes {
  const name = lp(nfc(place.name));
  const { account, generation } = keys;
  return concat(lab(suite, 'state'), SU, account, u32(generation), name, u64(place.version));
}
