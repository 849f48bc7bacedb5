import type { AccountKeys } from './account';
import { concat, exactly, ID_BYTES, lp, nfc, Reader, u32, u64, type Bytes } from './bytes';
import { BODY_SIZES, mostText, padBytes, unpad } from './padding';
import { refuseUnless, rejecting } from './rejected';
import type { StatePlace } from './state';
import { AE_BYTES, derive, hash, KITH1, lab, open, seal, SU, type Suite } from './suite';

const OVERHEAD = SU.length + AE_BYTES;

/** The most bytes of content that one record of a vault holds. */
export const MOST_RECORD_BYTES = mostText(OVERHEAD, BODY_SIZES);

/** The vault's id on the relay: who knows the account's id can find it, and not open it by that. */
export async function vaultId(account: Uint8Array): Promise<Bytes> {
  const id = exactly(account, ID_BYTES, 'an account id');
  return (await hash(lab(KITH1, 'vault'), SU, id)).slice(0, ID_BYTES);
}

/** The id of a record, which says nothing of its name. */
export async function vaultRecordId(
  keys: AccountKeys,
  name: string,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return derive(suite, keys.stateKey, 'vault/id', lp(nfc(name)), ID_BYTES);
}

/** Seals a record under the version that the relay will give it: 1024, 4096, 16384, 65536 bytes. */
export async function sealVaultRecord(
  keys: AccountKeys,
  place: StatePlace,
  content: Bytes,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const id = await vaultRecordId(keys, place.name, suite);
  const { key, aad } = await keyOf(keys, { id, version: place.version }, suite);
  return concat(SU, await seal(suite, key, aad, padBytes(content, OVERHEAD, BODY_SIZES)));
}

/** Opens a record that the relay shows under this version. */
export async function openVaultRecord(
  keys: AccountKeys,
  { name, version }: StatePlace,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const id = await vaultRecordId(keys, name, suite);
  return openVaultRecordAt(keys, { id, version }, box, suite);
}

/** The same by the id under which it lies: a new device does not know yet what there is. */
export async function openVaultRecordAt(
  keys: AccountKeys,
  place: { readonly id: Uint8Array; readonly version: number },
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return rejecting(async () => {
    refuseUnless(BODY_SIZES.some((size) => size === box.length));
    const reader = new Reader(box);
    reader.expect(SU);
    const { key, aad } = await keyOf(keys, place, suite);
    return unpad(await open(key, aad, reader.rest()));
  });
}

async function keyOf(
  keys: AccountKeys,
  { id, version }: { readonly id: Uint8Array; readonly version: number },
  suite: Suite,
) {
  const { account, generation } = keys;
  const place = concat(account, u32(generation), id, u64(version));
  return {
    key: await derive(suite, keys.stateKey, 'vault/box', id),
    aad: concat(lab(suite, 'vault-record'), SU, place),
  };
}
