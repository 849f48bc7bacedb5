import type { Card, Entry as CoreEntry, EntryAnswer } from '../core/types';
import {
  checkBound,
  fromBase64Url,
  isMarked,
  openAnswer,
  openEvent,
  openGateEvent,
  openOwnAnswer,
  Rejected,
  type AnswerParts,
} from '../crypto';
import type { Appended, Entry, Opening, Parts } from '../wire/messages';
import { withRelease } from './answers';
import { headWith, isSameStory, transcriptAt } from './chain';
import { DAY_MS, timeOf } from './clock';
import type { CoreBond } from './corebond';
import { answered, drawnCard, gatesOf, isHeld, keysOf, without } from './exchange';
import type { BondRecord, Bound, DrawnCard, Outgoing } from './record';
import { withoutWords } from './takingback';

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
    const { at, v, events, seen } = asObject(JSON.parse(text));
    const isMine = await isMarked(bond, fromBase64Url(record.mark), place, text);
    return { entry: { seq, day, by, at, v, events }, events, seen, isMarked: isMine };
  } catch (cause) {
    if (!(cause instanceof Rejected) && !(cause instanceof SyntaxError)) throw cause;
    return null;
  }
}

function isIt(outgoing: Outgoing, handle: string): boolean {
  return outgoing.kind === 'append' && outgoing.handle === handle;
}

/** What a gate has put together: two answers, two promises, two keys, or nothing at all. */
async function opening(record: BondRecord, entry: Opening, core: CoreBond): Promise<BondRecord> {
  const { seq, day } = entry;
  const gate = record.gates[entry.gate];
  const at = day * DAY_MS;
  const found = gate === undefined ? null : core.card(record.entries, gate.exchange, at);
  const done = withoutDeposit(record, entry.gate);
  if (gate === undefined || found === null) {
    return taken(done, isSecond(gate) ? { seq, day, nothing: true } : unreadable(entry));
  }
  const card = drawnCard(found);
  const held = isHeld(record, card);
  if (gate.step === 1 && held) return bound(done, entry, card);
  if (gate.step === 1) return withSecond(await both(done, entry, card), found, record);
  const first = record.bound[card.exchange];
  if (!held || first === undefined) return taken(done, { seq, day, nothing: true });
  const zero = withKey(first.parts[0], entry.parts[0]);
  const one = withKey(first.parts[1], entry.parts[1]);
  const whole: Opening = { ...entry, parts: [zero, one] };
  return both({ ...done, bound: without(done.bound, card.exchange) }, whole, card);
}

/**
 * A light card has opened, and its second gate gets something that means nothing, from whoever
 * sealed an answer here: the relay cannot tell light cards from others by what comes after them.
 */
async function withSecond(read: BondRecord, card: Card, before: BondRecord): Promise<BondRecord> {
  const { exchange, lastDay } = card;
  const isLate = lastDay === null || lastDay * DAY_MS + DAY_MS <= timeOf(read);
  if (isLate || before.sealed[exchange] === undefined || read.alarm !== null) return read;
  return withRelease(read, { exchange, lastDay }, null);
}

/** Once a light card has opened, its second gate means nothing. */
function isSecond(gate: BondRecord['gates'][string] | undefined): boolean {
  return gate?.step === 2;
}

function unreadable({ seq, day }: Entry): CoreEntry {
  return { seq, day, unreadable: true };
}

/** Fields and body of the first gate with the key of the second: no other key opens them. */
function withKey({ event, body }: Parts, { key }: Parts): Parts {
  return { event, ...(body === undefined ? {} : { body }), ...(key === undefined ? {} : { key }) };
}

/** Both are bound to what they sealed; neither can be read yet. */
async function bound(record: BondRecord, entry: Opening, card: DrawnCard): Promise<BondRecord> {
  const { seq, day, parts } = entry;
  const { exchange } = card;
  const revision = await boundRevision(record, parts, card);
  const isMine = revision !== null && revision >= (record.sealed[exchange]?.standing ?? 0);
  const read = taken(record, { seq, day, bound: { exchange } });
  const first: Bound = { parts, day, revision: revision ?? 0 };
  return {
    ...read,
    bound: { ...record.bound, [exchange]: first },
    alarm: isMine ? record.alarm : 'not-mine',
  };
}

/** Which version of mine has been bound; null when it is none of mine. */
async function boundRevision(
  record: BondRecord,
  parts: readonly [Parts, Parts],
  card: DrawnCard,
): Promise<number | null> {
  const { seat } = record;
  const { body } = parts[seat];
  if (body === undefined) return null;
  try {
    const { sealed } = await headerOf(record, parts[seat], card, seat);
    const from = { card: answered(card), seat };
    const amk = fromBase64Url(record.mark);
    const there = { sealed, body: fromBase64Url(body) };
    const { rev, confirmed } = await checkBound(keysOf(record), amk, from, there);
    return confirmed ? rev : null;
  } catch (cause) {
    if (cause instanceof Rejected || cause instanceof SyntaxError) return null;
    throw cause;
  }
}

async function both(record: BondRecord, entry: Opening, card: DrawnCard): Promise<BondRecord> {
  const { seq, day } = entry;
  const { exchange } = card;
  const answers = [await opened(record, entry, card, 0), await opened(record, entry, card, 1)];
  const [zero, one] = answers as [OpenedAnswer, OpenedAnswer];
  const mine = record.seat === 0 ? zero : one;
  const shown = [asAnswer(zero), asAnswer(one)] as const;
  const read = taken(record, { seq, day, opened: { exchange, answers: shown } });
  const isMine = mine.confirmed && mine.revision >= (record.sealed[exchange]?.standing ?? 0);
  const isOurs =
    (await isSameStory(record, seq, zero.seen)) && (await isSameStory(record, seq, one.seen));
  return {
    ...read,
    drafts: draftsAfter(record, exchange, mine),
    sealed: without(read.sealed, exchange),
    alarm: !isMine ? 'not-mine' : isOurs ? read.alarm : 'forked',
  };
}

/** When an earlier version of mine has opened, the later words are not lost: they are a draft. */
function draftsAfter(record: BondRecord, exchange: string, mine: OpenedAnswer) {
  const sealed = record.sealed[exchange];
  if (sealed === undefined || sealed.revision === mine.revision) return record.drafts;
  return { ...record.drafts, [exchange]: record.drafts[exchange] ?? sealed.words };
}

interface OpenedAnswer extends EntryAnswer {
  /** For my own: that this person has sealed it. */
  confirmed: boolean;
  /** Which version of the answer it is, from 1. */
  revision: number;
  /** What its author had read. */
  seen: unknown;
}

async function opened(
  record: BondRecord,
  entry: Opening,
  card: DrawnCard,
  seat: 0 | 1,
): Promise<OpenedAnswer> {
  const nothing = {
    at: entry.day * DAY_MS,
    words: null,
    confirmed: false,
    revision: 0,
    seen: null,
  };
  try {
    const parts = entry.parts[seat];
    const header = await headerOf(record, parts, card, seat);
    const { text, confirmed } = await body(record, card, seat, partsOf(header['sealed'], parts));
    const revision = Number(asObject(header['sealed'])['rev']);
    const { words } = asObject(JSON.parse(text));
    if (typeof words !== 'string' || !Number.isSafeInteger(header['at'])) return nothing;
    const { seen } = header;
    return { at: Number(header['at']), words, confirmed, revision, seen };
  } catch (cause) {
    if (cause instanceof Rejected || cause instanceof SyntaxError) return nothing;
    throw cause;
  }
}

async function headerOf(record: BondRecord, parts: Parts, card: DrawnCard, seat: 0 | 1) {
  const gate = { exchange: fromBase64Url(card.exchange), step: 1, epoch: 0 } as const;
  const box = fromBase64Url(parts.event);
  return asObject(JSON.parse(await openGateEvent(keysOf(record), { gate, seat }, box)));
}

async function body(record: BondRecord, card: DrawnCard, seat: 0 | 1, parts: AnswerParts) {
  const from = { card: answered(card), seat };
  if (seat === record.seat) {
    return openOwnAnswer(keysOf(record), fromBase64Url(record.mark), from, parts);
  }
  return { text: await openAnswer(keysOf(record), from, parts), confirmed: true };
}

function asAnswer({ at, words }: OpenedAnswer): EntryAnswer {
  return { at, words };
}

function partsOf(sealed: unknown, parts: Parts): AnswerParts {
  if (parts.body === undefined || parts.key === undefined) throw new Rejected();
  return { sealed, body: fromBase64Url(parts.body), key: fromBase64Url(parts.key) };
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

/** The record without what waited to be given to a gate that has opened. */
function withoutDeposit(record: BondRecord, gate: string): BondRecord {
  const outbox = record.outbox.filter((each) => each.kind === 'append' || each.gate !== gate);
  return { ...record, outbox };
}

function taken(record: BondRecord, entry: CoreEntry): BondRecord {
  record.entries.push(entry);
  return { ...record, head: entry.seq };
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new SyntaxError('not an object');
  return value as Record<string, unknown>;
}
