import type { Seat } from '../../core/types';
import type { OpenBond } from '../../net/kith';
import { NOTHING_SAID } from '../../net/record';

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** The bond's id in hex; it decides only which cards are offered first. */
export const SEED = '6b697468'.repeat(4);

/** The record of a bond in which everything is joined and nothing has been said. */
export function emptyRecord(seat: Seat, names: readonly [string, string]): OpenBond['record'] {
  return {
    ...NOTHING_SAID,
    // The same sixteen bytes as SEED.
    bond: 'a2l0aGtpdGhraXRoa2l0aA',
    seat,
    capability: '',
    mark: '',
    myName: names[seat],
    theirName: names[seat === 0 ? 1 : 0],
  };
}
