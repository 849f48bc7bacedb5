import { fromBase64Url, sealTombstone, toBase64Url, type Bytes } from '../crypto';
import type { Entry } from '../wire/messages';
import { Problem } from '../wire/problems';
import type { Bonds } from './bonds';
import { headWith, transcriptAt } from './chain';
import { timeOf } from './clock';
import { keysOf } from './exchange';
import type { BondRecord, TakingBack } from './record';
import type { Relay } from './relay';
import { saidIn, toldIn } from './tombstones';

/** A page of the relay holds at most so many entries. */
const PAGE = 64;

/** Has the relay erase what this person has taken back; what it does not take is tried again. */
export async function eraseWords(
  { relay, bonds }: { readonly relay: Relay; readonly bonds: Bonds },
  local: string,
): Promise<void> {
  const seen = new Map<number, Entry>();
  for (;;) {
    const record = await bonds.change(local, (present) => present);
    const [next] = record.takingBack;
    if (next === undefined) return;
    const entry = await entryAt(relay, record, next.seq, seen);
    const first = await entryAt(relay, record, firstOf(record, next.seq), seen);
    if (!(await isAsRead(record, entry)) || !(await isAsRead(record, first))) {
      await bonds.change(local, (present) => ({ ...present, alarm: 'rolled-back' }));
      return;
    }
    const tombstone = entry === null ? null : await tombstoneOf(record, entry, first);
    if (tombstone !== null) await erase(relay, record, next, tombstone);
    await bonds.change(local, (present) => without(present, next));
  }
}

async function erase(relay: Relay, record: BondRecord, { seq, on }: TakingBack, box: Bytes) {
  try {
    await relay.withdraw(record, seq, toBase64Url(box), on);
  } catch (cause) {
    // What the relay does not know cannot lie there.
    if (!(cause instanceof Problem) || cause.problem !== 'entry-unknown') throw cause;
  }
}

function without(record: BondRecord, done: TakingBack): BondRecord {
  const isDone = ({ seq, on }: TakingBack) => seq === done.seq && on === done.on;
  return { ...record, takingBack: record.takingBack.filter((each) => !isDone(each)) };
}

/** The entry at that place, read again: only its box says what its words were bound to. */
async function entryAt(
  relay: Relay,
  record: BondRecord,
  seq: number,
  seen: Map<number, Entry>,
): Promise<Entry | null> {
  for (const after of [seq - PAGE, seq - 1]) {
    if (seen.has(seq)) break;
    seen.clear();
    const { entries } = await relay.read(record, Math.max(0, after));
    for (const entry of entries) seen.set(entry.seq, entry);
  }
  return seen.get(seq) ?? null;
}

/** The place of the entry whose box says what an answer was bound to: the first of its steps. */
function firstOf(record: BondRecord, seq: number): number {
  const read = record.entries[seq - 1];
  if (read === undefined || !('opened' in read)) return seq;
  const { exchange } = read.opened;
  const first = record.entries.find((each) => 'bound' in each && each.bound.exchange === exchange);
  return first?.seq ?? seq;
}

async function isAsRead(record: BondRecord, entry: Entry | null): Promise<boolean> {
  if (entry === null) return false;
  const head = await headWith(await transcriptAt(record, entry.seq - 1), entry);
  return head === record.entries[entry.seq - 1]?.h;
}

async function tombstoneOf(
  record: BondRecord,
  entry: Entry,
  first: Entry | null,
): Promise<Bytes | null> {
  const { seat } = record;
  const what = 'gate' in entry ? await toldIn(record, first, seat) : await saidIn(record, entry);
  if (what === null) return null;
  const { exchange, rev, com } = what;
  const place = { entry: fromBase64Url('gate' in entry ? entry.gate : entry.handle), seat };
  const withdrawal = { exchange, rev, com, at: timeOf(record) };
  return sealTombstone(keysOf(record), fromBase64Url(record.mark), place, withdrawal);
}
