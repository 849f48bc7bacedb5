import type { Page } from '../wire/messages';
import { stillShows } from './chain';
import { shiftInto } from './clock';
import type { BondRecord } from './record';
import type { Relay } from './relay';

/**
 * Whether nothing is to be done about a bond: nothing waits here, and the relay has nothing that
 * this device has not read. Most looks end so, and then what reads, folds and sends (`model.ts`) is
 * not even fetched. Whatever is not plainly so is left to the whole sync, which alone says what is
 * wrong.
 *
 * @param generation of the keys under which this person acts now
 */
export async function isQuiet(
  relay: Relay,
  record: BondRecord,
  generation: number,
): Promise<boolean> {
  if (!isSettled(record, generation)) return false;
  return isAsRead(record, await relay.read(record, Math.max(0, record.head - 1)));
}

/** Both are in it, and this device has nothing to send, to take back, to give or to renew. */
function isSettled(record: BondRecord, generation: number): boolean {
  const { alarm, key, stage, renewal, leaving } = record;
  if (alarm !== null || key === null || stage.name !== 'joined' || stage.tidy !== null)
    return false;
  if (renewal.capability !== null || renewal.asked < generation) return false;
  if (leaving !== null && !leaving.sent) return false;
  const { outbox, takingBack, bound, again } = record;
  const waiting = [outbox, takingBack, Object.keys(bound), Object.keys(again)];
  if (record.rewrap || waiting.some(({ length }) => length > 0)) return false;
  return record.over !== null || (renewal.made >= generation && isSaid(record));
}

/** What this person says yes to is with the relay, and every answer stands as it was sealed last. */
function isSaid({ ballot, noted, agreements, own, tonight, sealed, tick }: BondRecord): boolean {
  if (ballot.tick !== tick || ballot.noted !== noted || ballot.agreements !== agreements) {
    return false;
  }
  // An evening is of a day, and ends without anybody's doing.
  const isOfTonight = own.votes.some(({ on }) => on === 'evening' || on === 'tonight');
  if (isOfTonight || Object.values(tonight).some(({ stands }) => stands)) return false;
  return Object.values(sealed).every((mine) => mine.standing === mine.revision);
}

/** From one before the last: the relay is held to what it has shown, and shows nothing further. */
async function isAsRead(record: BondRecord, page: Page): Promise<boolean> {
  const { entries, more, day, tick, change, ended } = page;
  if (more || entries.length !== Math.min(1, record.head)) return false;
  if (tick > record.tick || change > record.change || ended !== record.over) return false;
  if (shiftInto(day, Date.now()) !== record.clockShift) return false;
  return stillShows(record, entries[0]);
}
