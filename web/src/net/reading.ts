import type { Entry as CoreEntry } from '../core/types';
import { fromBase64Url, isMarked, openEvent, Rejected } from '../crypto';
import type { Appended, Entry } from '../wire/messages';
import { headWith, isSameStory, transcriptAt } from './chain';
import type { CoreBond } from './corebond';
import { gatesOf, keysOf } from './exchange';
import { opening, taken, unreadable } from './openings';
import type { BondRecord, Outgoing } from './record';
import { openWords, withTexts } from './spoken';
import { withoutWords } from './takingback';
import { withErased } from './changing';

/** Reads further entries into a record, in order; what does not open is set aside by the core. */
export async function withEntries(
  record: BondRecord,
  entries: readonly Entry[],
  core: CoreBond,
): Promise<BondRecord> {
  let next = { ...record, entries: [...record.entries] };
  for (const entry of entries) {
    if (entry.seq !== next.head + 1) return { ...next, alarm: 'gap' };
    const h = await headWith(await transcriptAt(next, next.head), entry);
    next = 'gate' in entry ? await opening(next, entry, core) : await appended(next, entry);
    const last = next.entries.pop();
    if (last !== undefined) next.entries.push({ ...last, h });
    if (next.alarm !== null) return next;
    next = await withErased(next, entry);
  }
  return next;
}

async function appended(record: BondRecord, entry: Appended): Promise<BondRecord> {
  const { seq, by } = entry;
  const read = await written(record, entry);
  const further = taken(record, read?.entry ?? unreadable(entry));
  const events = read === null ? [] : read.events;
  const isMine = (each: Outgoing) => by === record.seat && isIt(each, entry.handle);
  const outbox = record.outbox.filter((each) => !isMine(each));
  const gates = await withGates(record, events);
  const isLost = outbox.some((each) => each.seq !== undefined && each.seq <= seq);
  // The relay said that it keeps something of mine here, and shows something else.
  const alarm = isLost ? 'gap' : await alarmOver(record, entry, read);
  return withoutWords({ ...further, outbox, gates, alarm }, by, events);
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
}

async function written(record: BondRecord, entry: Appended): Promise<Written | null> {
  const { seq, day, by } = entry;
  const bond = keysOf(record);
  try {
    const place = { handle: fromBase64Url(entry.handle), seat: by };
    const text = await openEvent(bond, place, fromBase64Url(entry.parts.event));
    const { at, v, events: bare, seen, sealed } = asObject(JSON.parse(text));
    const isMine = await isMarked(bond, fromBase64Url(record.mark), place, text);
    const events = Array.isArray(bare)
      ? withTexts(bare as unknown[], await openWords(record, place, sealed, entry.parts))
      : bare;
    return { entry: { seq, day, by, at, v, events }, events, seen, isMarked: isMine };
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
  for (const event of Array.isArray(events) ? (events as unknown[]) : []) {
    const { type, exchange } = Object(event) as Record<string, unknown>;
    if (typeof type !== 'string' || !LAYS.has(type)) continue;
    if (typeof exchange !== 'string' || !isExchange(exchange)) continue;
    const [first = '', second = ''] = await gatesOf(record, [exchange]);
    gates[first] = { exchange, step: 1 };
    gates[second] = { exchange, step: 2 };
  }
  return gates;
}

/** What lays something on the table that answers may meet at. */
const LAYS: ReadonlySet<string> = new Set(['drawn', 'offered', 'asked']);

function isExchange(exchange: string): boolean {
  try {
    return fromBase64Url(exchange).length === 16;
  } catch {
    return false;
  }
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new SyntaxError('not an object');
  return value as Record<string, unknown>;
}
