import { authored } from '../core/border';
import type { Entry as CoreEntry } from '../core/types';
import { fromBase64Url, isMarked, openEvent, Rejected } from '../crypto';
import type { Appended, Entry } from '../wire/messages';
import { headWith, isSameStory, transcriptAt } from './chain';
import type { CoreBond } from './corebond';
import { exchangesLaidIn, gatesOf, keysOf, withEpochs } from './exchange';
import { withNewKeys, type KeysSaid, type Selves } from './newkeys';
import { opening, taken, unreadable } from './openings';
import type { BondRecord, Outgoing } from './record';
import { epochOf } from './rewrapping';
import { openWords, withTexts } from './spoken';
import { withoutWords } from './takingback';
import { withErased } from './changing';

/** With what entries are read. */
export interface ReadWith {
  readonly core: CoreBond;
  readonly selves: Selves;
  /** Every device of mine has said what it knows: keys of mine that are unknown are nobody's. */
  readonly isEven: boolean;
}

/**
 * Reads further entries into a record, in order; what does not open is set aside by the core. Ends
 * before an entry with keys that another device of mine has made and this one does not know yet.
 */
export async function withEntries(
  record: BondRecord,
  entries: readonly Entry[],
  reading: ReadWith,
): Promise<BondRecord> {
  let next = { ...record, entries: [...record.entries] };
  for (const entry of entries) {
    if (entry.seq !== next.head + 1) return { ...next, alarm: 'gap' };
    const h = await headWith(await transcriptAt(next, next.head), entry);
    const read =
      'gate' in entry
        ? await opening(next, entry, reading.core)
        : await appended({ ...next, entries: [...next.entries] }, entry, reading);
    if (read === null) return next;
    next = read;
    const last = next.entries.pop();
    if (last !== undefined) next.entries.push({ ...last, h });
    if (next.alarm !== null) return next;
    next = await withErased(next, entry);
  }
  return next;
}

async function appended(
  record: BondRecord,
  entry: Appended,
  reading: ReadWith,
): Promise<BondRecord | null> {
  const { seq, by } = entry;
  const read = await written(record, entry);
  const further = taken(record, read?.entry ?? unreadable(entry));
  const events = read === null ? [] : read.events;
  const isMine = (each: Outgoing) => by === record.seat && isIt(each, entry.handle);
  const outbox = record.outbox.filter((each) => !isMine(each));
  const laid = withEpochs(further, events, read?.epoch ?? 0);
  const gates = await withGates(laid, events);
  const isLost = outbox.some((each) => each.seq !== undefined && each.seq <= seq);
  // The relay said that it keeps something of mine here, and shows something else.
  const alarm = isLost ? 'gap' : await alarmOver(record, entry, read);
  const next = withoutWords({ ...laid, outbox, gates, alarm }, by, events);
  if (read === null || alarm !== null) return next;
  const turned = await withNewKeys(next, entry, read.keys, reading.selves);
  return turned ?? (reading.isEven ? { ...next, alarm: 'keys' } : null);
}

/** Whoever wrote it has read what this device has read; and what is under my name is mine. */
async function alarmOver(
  record: BondRecord,
  { seq, by }: Appended,
  read: Written | null,
): Promise<BondRecord['alarm']> {
  if (by === record.seat && read?.isMarked !== true) return 'not-mine';
  if (read !== null && !(await isSameStory(record, seq, read.seen))) return 'forked';
  return record.alarm;
}

interface Written {
  readonly entry: CoreEntry;
  readonly events: unknown;
  readonly seen: unknown;
  readonly isMarked: boolean;
  /** The epoch in which it was sealed. */
  readonly epoch: number;
  readonly keys: KeysSaid;
}

async function written(record: BondRecord, entry: Appended): Promise<Written | null> {
  const { seq, day, by } = entry;
  const bond = keysOf(record);
  try {
    const place = { handle: fromBase64Url(entry.handle), seat: by };
    const text = await openEvent(bond, place, fromBase64Url(entry.parts.event));
    const { at, v, events: bare, seen, sealed, ...more } = authored(text);
    const keys = { statement: more['statement'], rotation: more['rotation'] };
    const isMine = await isMarked(bond, fromBase64Url(record.mark), place, text);
    const events = Array.isArray(bare)
      ? withTexts(bare as unknown[], await openWords(record, place, sealed, entry.parts))
      : bare;
    const epoch = epochOf(entry.parts.event);
    return { entry: { seq, day, by, at, v, events }, events, seen, isMarked: isMine, epoch, keys };
  } catch (cause) {
    if (!(cause instanceof Rejected) && !(cause instanceof SyntaxError)) throw cause;
    return null;
  }
}

function isIt(outgoing: Outgoing, handle: string): boolean {
  return outgoing.kind !== 'deposit' && outgoing.handle === handle;
}

/** Remembers under which gates an exchange meets, so that its openings can be recognised. */
async function withGates(record: BondRecord, events: unknown): Promise<BondRecord['gates']> {
  const gates = { ...record.gates };
  for (const exchange of exchangesLaidIn(events)) {
    const [first = '', second = ''] = await gatesOf(record, [exchange]);
    gates[first] = { exchange, step: 1 };
    gates[second] = { exchange, step: 2 };
  }
  return gates;
}
