import type { Seat } from '../core/types';
import type { Entry } from '../wire/messages';
import type { Bonds } from './bonds';
import { headWith, transcriptAt } from './chain';
import { timeOf } from './clock';
import type { BondRecord, Epilogue } from './record';
import type { Relay } from './relay';
import { withoutWords } from './takingback';
import { isTakenBack, saidIn, takenBack, tombstonesOf, toldIn } from './tombstones';

/**
 * The record without the words that an entry's tombstones take back. A tombstone that does not open
 * takes nothing: the server alone cannot make anything disappear that was read here.
 */
export async function withErased(record: BondRecord, entry: Entry): Promise<BondRecord> {
  let next = record;
  for (const { seat, box } of tombstonesOf(entry)) {
    const isGate = 'gate' in entry;
    const bound = isGate ? await toldIn(record, entry, seat) : await saidIn(record, entry);
    const place = { entry: isGate ? entry.gate : entry.handle, seat, box };
    if (await isTakenBack(record, place, bound)) next = withoutSaid(next, entry.seq, seat);
  }
  return next;
}

function withoutSaid(record: BondRecord, seq: number, by: Seat): BondRecord {
  const entry = record.entries[seq - 1];
  const events = entry === undefined ? [] : takenBack(entry, by);
  if (events.length === 0) return record;
  const told: Epilogue = { by, at: timeOf(record), events };
  const isKnown = record.epilogue.some((each) => says(each) === says(told));
  const epilogue = isKnown ? record.epilogue : [...record.epilogue, told];
  return withoutWords({ ...record, epilogue }, by, events);
}

function says({ by, events }: Epilogue): string {
  return JSON.stringify([by, events]);
}

/** Reads what has changed of entries that stood already, if the relay says that something has. */
export async function pullChanges(
  { relay, bonds }: { readonly relay: Relay; readonly bonds: Bonds },
  local: string,
  last: number,
): Promise<void> {
  for (;;) {
    const record = await bonds.change(local, (present) => present);
    if (record.alarm !== null || record.change >= last) return;
    const page = await relay.changes(record, record.change);
    const next = page.changes.at(-1);
    if (next === undefined || next.change <= record.change) return;
    await bonds.change(local, (present) => withChanges(present, page.changes));
    if (!page.more) return;
  }
}

async function withChanges(
  record: BondRecord,
  changes: readonly { readonly change: number; readonly entry: Entry }[],
): Promise<BondRecord> {
  let next = record;
  for (const { change, entry } of changes) {
    if (entry.seq <= next.head) {
      const head = await headWith(await transcriptAt(next, entry.seq - 1), entry);
      // What may change of an entry is never what its hash is made of.
      if (head !== next.entries[entry.seq - 1]?.h) return { ...next, alarm: 'rolled-back' };
      next = await withErased(next, entry);
    }
    next = { ...next, change: Math.max(next.change, change) };
  }
  return next;
}
