import { authorId, bondContext, bondKey, checkedSeat, currentEpoch } from './bond';
import type { Bond, Seat } from './bond';
import { concat, equal, exactly, ID_BYTES, KEY_BYTES, Reader, u32, u64, u8 } from './bytes';
import type { Bytes } from './bytes';
import { EVENT_SIZES, padBytes, unpad } from './padding';
import { refuseUnless, rejecting } from './rejected';
import { AE_BYTES, derive, hmac, KITH1, lab, open, seal, SU, type Suite } from './suite';

const OVERHEAD = 1 + 4 + AE_BYTES;

/** Whose words, and in which entry: the handle of an ordinary one, the gate of an opening. */
export interface TombstonePlace {
  readonly entry: Uint8Array;
  readonly seat: Seat;
}

/** What is withdrawn: of which exchange, which version, its commitment, and when (ms since 1970). */
export interface Withdrawal {
  readonly exchange: Bytes;
  readonly rev: number;
  readonly com: Bytes;
  readonly at: number;
}

/** The box that stands in place of words that were taken back: 1024 bytes. */
export async function sealTombstone(
  bond: Bond,
  amk: Uint8Array,
  place: TombstonePlace,
  withdrawal: Withdrawal,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const epoch = currentEpoch(bond);
  const statement = await statementOf(bond, place, withdrawal, epoch, suite);
  const pair = await pairTag(bond, place, statement, epoch, suite);
  const self = await hmac(exactly(amk, KEY_BYTES, 'an author secret'), statement);
  const { key, aad } = await binding(bond, place, epoch, suite);
  const padded = padBytes(concat(statement, pair, self), OVERHEAD, [EVENT_SIZES[0]]);
  return concat(SU, u32(epoch), await seal(suite, key, aad, padded));
}

/** Opens a tombstone; `mine`: that the reader, if it is the author, has made it. */
export async function openTombstone(
  bond: Bond,
  amk: Uint8Array,
  place: TombstonePlace,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<Withdrawal & { readonly mine: boolean }> {
  return rejecting(async () => {
    refuseUnless(box.length === EVENT_SIZES[0]);
    const outer = new Reader(box);
    outer.expect(SU);
    const epoch = outer.number(4);
    const { key, aad } = await binding(bond, place, epoch, suite);
    const reader = new Reader(unpad(await open(key, aad, outer.rest())));
    const withdrawal = await read(reader, bond, place, suite);
    const statement = await statementOf(bond, place, withdrawal, epoch, suite);
    const pair = reader.take(KEY_BYTES);
    const self = reader.take(KEY_BYTES);
    reader.end();
    refuseUnless(equal(pair, await pairTag(bond, place, statement, epoch, suite)));
    return { ...withdrawal, mine: equal(self, await hmac(amk, statement)) };
  });
}

async function read(
  reader: Reader,
  bond: Bond,
  { seat }: TombstonePlace,
  suite: Suite,
): Promise<Withdrawal> {
  reader.expect(concat(lab(suite, 'withdraw'), SU, bond.id));
  const exchange = reader.take(ID_BYTES);
  reader.expect(await authorId(bond, seat, suite));
  const rev = reader.number(4);
  const com = reader.take(KEY_BYTES);
  reader.number(4);
  return { exchange, rev, com, at: reader.number(8) };
}

/** W = lab("withdraw") || SU || bond || exchange || author || u32 rev || com || u32 e || u64 at. */
async function statementOf(
  bond: Bond,
  { seat }: TombstonePlace,
  { exchange, rev, com, at }: Withdrawal,
  epoch: number,
  suite: Suite,
): Promise<Bytes> {
  const author = await authorId(bond, seat, suite);
  const what = concat(exactly(exchange, ID_BYTES, 'an exchange id'), author, u32(rev));
  const commitment = exactly(com, KEY_BYTES, 'a commitment');
  return concat(lab(suite, 'withdraw'), SU, bond.id, what, commitment, u32(epoch), u64(at));
}

async function pairTag(
  bond: Bond,
  { seat }: TombstonePlace,
  statement: Bytes,
  epoch: number,
  suite: Suite,
): Promise<Bytes> {
  const context = concat(bond.id, await authorId(bond, seat, suite));
  return hmac(await derive(suite, bondKey(bond, epoch), 'answer/tomb', context), statement);
}

async function binding(bond: Bond, place: TombstonePlace, epoch: number, suite: Suite) {
  const context = bondContext(bond, epoch);
  const key = await derive(suite, bondKey(bond, epoch), 'bond/tombstone', context);
  const where = concat(exactly(place.entry, ID_BYTES, 'an entry'), u8(checkedSeat(place.seat)));
  return { key, aad: concat(lab(suite, 'tombstone'), SU, bond.id, where, u32(epoch)) };
}
