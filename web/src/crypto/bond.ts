import { concat, equal, exactly, ID_BYTES, KEY_BYTES, u32, u8, type Bytes } from './bytes';
import { refuseUnless } from './rejected';
import { derive, KITH1, type Suite } from './suite';

/** 0: who invited; 1: who joined. */
export type Seat = 0 | 1;

/** A bond's id and its keys: BK_0 first, one for each epoch; the last one seals. */
export interface Bond {
  readonly id: Bytes;
  readonly keys: readonly Bytes[];
}

/** The epoch in which a bond seals now. */
export function currentEpoch(bond: Bond): number {
  if (bond.keys.length === 0) throw new RangeError('a bond has at least one key');
  return bond.keys.length - 1;
}

/** BK_e; refused when there is no such epoch. */
export function bondKey(bond: Bond, epoch: number): Bytes {
  exactly(bond.id, ID_BYTES, 'a bond id');
  const key = bond.keys[epoch];
  refuseUnless(key?.length === KEY_BYTES);
  return key;
}

/**
 * The author id that stands in the headers of a seat's answers: D(BK_0, "bond/author", bond || seat).
 *
 * It belongs to this bond alone. An account id would do as well, but then it would leave the vault,
 * and whoever saw two bonds of one person could tell that they are the same person's.
 */
export async function authorId(bond: Bond, seat: Seat, suite: Suite = KITH1): Promise<Bytes> {
  const context = concat(exactly(bond.id, ID_BYTES, 'a bond id'), u8(checkedSeat(seat)));
  const key = bondKey(bond, 0);
  const known = last[seat];
  if (known?.suite === suite && equal(known.key, key) && equal(known.context, context)) {
    return known.id.slice();
  }
  const id = await derive(suite, key, 'bond/author', context, ID_BYTES);
  last[seat] = { suite, key, context, id };
  return id.slice();
}

/** The last one that was derived for each seat: a whole story asks for the same two. */
const last: {
  suite: Suite;
  key: Bytes;
  context: Bytes;
  id: Bytes;
}[] = [];

/** bond || u32 epoch, the context of most bond keys. */
export function bondContext(bond: Bond, epoch: number): Bytes {
  return concat(exactly(bond.id, ID_BYTES, 'a bond id'), u32(epoch));
}

/** The seat, if it is one of the two: types do not hold at the border to the relay. */
export function checkedSeat(seat: number): Seat {
  if (seat !== 0 && seat !== 1) throw new RangeError('a seat is 0 or 1');
  return seat;
}
