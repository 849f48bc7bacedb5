import { authored } from '../core/border';
import type { Matter } from '../core/types';
import { fromBase64Url, gateHandle, isMarked, openGateEvent, sealGateEvent } from '../crypto';
import { Rejected, toBase64Url, tonightExchange, withMark, type Bond, type Gate } from '../crypto';
import type { Opening } from '../wire/messages';
import { epochOf, type Agreement } from './agreeing';
import { timeOf } from './clock';
import { keysOf } from './exchange';
import { everyTonight, nameOf } from './matters';
import { dayOf } from './own';
import type { BondRecord, Outgoing } from './record';

/** Where one matter of an evening meets. */
interface Meets {
  readonly of: Matter;
  readonly gate: Gate;
  readonly handle: Uint8Array;
}

/** An evening begins, or opens a ring, at once: the deposits for it, and none for anything else. */
export async function withTonight(record: BondRecord, yes: readonly Matter[]): Promise<BondRecord> {
  const wanted = yes.filter(({ on }) => on === 'evening' || on === 'tonight');
  const meets = await Promise.all(
    wanted.map((of) => meetsAt(keysOf(record), of, record.agreements)),
  );
  let next = record;
  for (const place of meets) next = await withYes(next, place);
  const open = meets.map(({ handle }) => toBase64Url(handle));
  for (const [gate, { stands }] of Object.entries(record.tonight)) {
    if (stands && !open.includes(gate)) next = put(next, gate, null);
  }
  return next;
}

async function withYes(record: BondRecord, { of, gate, handle }: Meets): Promise<BondRecord> {
  const name = toBase64Url(handle);
  if (record.tonight[name]?.stands === true) return record;
  const bond = keysOf(record);
  const place = { handle, seat: record.seat };
  const object = JSON.stringify({ v: 1, at: timeOf(record), yes: nameOf(of) });
  const text = await withMark(bond, fromBase64Url(record.mark), place, object);
  const event = await sealGateEvent(bond, { gate, seat: record.seat }, text);
  return put(record, name, toBase64Url(event));
}

/** It lasts for the day; to take it back is to take the deposit away. */
function put(record: BondRecord, gate: string, event: string | null): BondRecord {
  // What another device of mine gave to it before must count less.
  const revision = Math.max(record.tonight[gate]?.revision ?? 0, record.evenings) + 1;
  const expires = dayOf(timeOf(record));
  const parts = event === null ? null : { event };
  const deposit: Outgoing = { kind: 'deposit', gate, revision, expires, parts };
  const others = record.outbox.filter((each) => each.kind !== 'deposit' || each.gate !== gate);
  const tonight = { ...record.tonight, [gate]: { revision, stands: event !== null } };
  return { ...record, tonight, evenings: revision, outbox: [...others, deposit] };
}

async function meetsAt(bond: Bond, of: Matter, agreements: number): Promise<Meets> {
  const exchange = await tonightExchange(bond, nameOf(of), agreements);
  const gate = { exchange, step: 1, epoch: bond.keys.length - 1 } as const;
  return { of, gate, handle: await gateHandle(bond, gate) };
}

/** An opening that is an evening's; null when it is none. */
export async function tonight(record: BondRecord, entry: Opening): Promise<Agreement | null> {
  const bond = epochOf(record, entry);
  const found = bond === null ? null : await meetingAt(bond, record, entry.gate);
  if (found === null) return null;
  const zero = await textOf(record, found, 0, entry.parts[0].event);
  const one = await textOf(record, found, 1, entry.parts[1].event);
  const { seq, day } = entry;
  const isBoth = zero !== null && one !== null;
  const yes = [zero !== null, one !== null] as const;
  const times = isBoth ? { at: Math.max(zero.at, one.at) } : {};
  const mine = record.seat === 0 ? zero : one;
  const isMine = mine === null || mine.isMarked;
  return { entry: { seq, day, agreed: { ...found.of, yes, ...times } }, isMine, isBoth };
}

async function meetingAt(bond: Bond, record: BondRecord, gate: string): Promise<Meets | null> {
  for (const of of everyTonight()) {
    const place = await meetsAt(bond, of, record.agreements);
    if (toBase64Url(place.handle) === gate) return place;
  }
  return null;
}

async function textOf(record: BondRecord, place: Meets, seat: 0 | 1, box: string) {
  const bond = keysOf(record);
  try {
    const text = await openGateEvent(bond, { gate: place.gate, seat }, fromBase64Url(box));
    const { at, yes } = authored(text);
    if (yes !== nameOf(place.of) || !Number.isSafeInteger(at)) return null;
    const where = { handle: place.handle, seat };
    const isMarkedHere = await isMarked(bond, fromBase64Url(record.mark), where, text);
    return { at: Number(at), isMarked: isMarkedHere };
  } catch (cause) {
    if (cause instanceof Rejected || cause instanceof SyntaxError) return null;
    throw cause;
  }
}
