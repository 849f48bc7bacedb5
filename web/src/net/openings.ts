import { authored } from '../core/border';
import type { Card, Entry as CoreEntry, EntryAnswer } from '../core/types';
import { checkBound, fromBase64Url, openAnswer, openGateEvent, openOwnAnswer } from '../crypto';
import { Rejected, type AnswerParts } from '../crypto';
import type { Entry, Opening, Parts } from '../wire/messages';
import { agreement } from './agreeing';
import { withRelease } from './answers';
import { isSameStory } from './chain';
import { DAY_MS, timeOf } from './clock';
import type { CoreBond } from './corebond';
import { answered, drawnCard, gateAt, gateOf, isHeld, keysOf, without } from './exchange';
import type { BondRecord, Bound, DrawnCard } from './record';
import { epochOf } from './rewrapping';
import { committed } from './spoken';
import { isTakenBack } from './tombstones';
import { tonight } from './tonight';

/** What a gate has put together: two answers, two promises, two keys, or nothing at all. */
export async function opening(
  record: BondRecord,
  entry: Opening,
  core: CoreBond,
): Promise<BondRecord> {
  const { seq, day } = entry;
  const gate = record.gates[entry.gate];
  if (gate === undefined) return agreed(withoutDeposit(record, entry.gate), entry);
  const found = core.card(record.entries, gate.exchange, day * DAY_MS);
  const done = withoutDeposit(record, entry.gate);
  if (found === null) {
    // Once a light card has opened, its second gate means nothing.
    return taken(done, gate.step === 2 ? { seq, day, nothing: true } : unreadable(entry));
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

/** Both have said yes to the same, at a tick or for an evening; or it is no gate of this bond. */
async function agreed(record: BondRecord, entry: Opening): Promise<BondRecord> {
  const found = (await agreement(record, entry)) ?? (await tonight(record, entry));
  if (found === null) return taken(record, unreadable(entry));
  const read = taken(record, found.entry);
  const alarm = found.isMine ? record.alarm : 'not-mine';
  const agreements = found.isBoth ? record.agreements + 1 : record.agreements;
  return { ...read, agreements, alarm };
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

export function unreadable({ seq, day }: Entry): CoreEntry {
  return { seq, day, unreadable: true };
}

/**
 * Fields and body of the first gate with the key of the second: no other key opens them. What was
 * taken back may so far be gone from one of the two only.
 */
function withKey({ event, body, tombstone }: Parts, { key, tombstone: second }: Parts): Parts {
  const gone = tombstone ?? second;
  return {
    event,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
    ...(gone === undefined ? {} : { tombstone: gone }),
  };
}

/** Both are bound to what they sealed; neither can be read yet. */
async function bound(record: BondRecord, entry: Opening, card: DrawnCard): Promise<BondRecord> {
  const { seq, day, parts } = entry;
  const { exchange } = card;
  const revision = await boundRevision(record, entry, card);
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
  entry: Opening,
  card: DrawnCard,
): Promise<number | null> {
  const { seat } = record;
  const { parts } = entry;
  const { body } = parts[seat];
  try {
    if (body === undefined) return await goneRevision(record, parts[seat], card, seat);
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

/** The version of an answer that its author has taken back; null when no tombstone says so. */
async function goneRevision(
  record: BondRecord,
  parts: Parts,
  card: DrawnCard,
  seat: 0 | 1,
): Promise<number | null> {
  const { tombstone: box } = parts;
  const sealed =
    box === undefined ? null : committed((await headerOf(record, parts, card, seat))['sealed']);
  if (box === undefined || sealed === null) return null;
  const bound = {
    exchange: fromBase64Url(card.exchange),
    rev: sealed.rev,
    com: fromBase64Url(sealed.com),
  };
  for (const step of [1, 2] as const) {
    const entry = await gateOf(record, card.exchange, step);
    if (await isTakenBack(record, { entry, seat, box }, bound)) return sealed.rev;
  }
  return null;
}

async function both(record: BondRecord, entry: Opening, card: DrawnCard): Promise<BondRecord> {
  const { seq, day } = entry;
  const { exchange } = card;
  // Both at once: the browser opens the one while the keys of the other are derived.
  const [zero, one] = await Promise.all([
    opened(record, entry, card, 0),
    opened(record, entry, card, 1),
  ]);
  const mine = record.seat === 0 ? zero : one;
  const shown = [asAnswer(zero), asAnswer(one)] as const;
  const read = taken(record, { seq, day, opened: { exchange, answers: shown } });
  const isMine = mine.confirmed && mine.revision >= (record.sealed[exchange]?.standing ?? 0);
  const isOurs =
    (await isSameStory(record, seq, zero.seen)) && (await isSameStory(record, seq, one.seen));
  return {
    ...read,
    drafts: draftsAfter(record, exchange, mine),
    // Sealed before the bond's keys were renewed: the key goes under the new ones now.
    rewrap: read.rewrap || isUnderOlderKey(record, entry.parts[record.seat]),
    sealed: without(read.sealed, exchange),
    alarm: !isMine ? 'not-mine' : isOurs ? read.alarm : 'forked',
  };
}

function isUnderOlderKey({ turned }: BondRecord, { key }: Parts): boolean {
  return key !== undefined && epochOf(key) < turned.keys.length;
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
    const gone = await goneRevision(record, parts, card, seat);
    if (gone !== null) return { ...nothing, confirmed: true, revision: gone, seen: header['seen'] };
    const { text, confirmed } = await body(record, card, seat, partsOf(header['sealed'], parts));
    const revision = Number(asObject(header['sealed'])['rev']);
    const { words } = authored(text);
    if (typeof words !== 'string' || !Number.isSafeInteger(header['at'])) return nothing;
    const { seen } = header;
    return { at: Number(header['at']), words, confirmed, revision, seen };
  } catch (cause) {
    if (cause instanceof Rejected || cause instanceof SyntaxError) return nothing;
    throw cause;
  }
}

async function headerOf(record: BondRecord, parts: Parts, card: DrawnCard, seat: 0 | 1) {
  const gate = gateAt(record, card.exchange, 1);
  const box = fromBase64Url(parts.event);
  return authored(await openGateEvent(keysOf(record), { gate, seat }, box));
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

/** The record without what waited to be given to a gate that has opened. */
function withoutDeposit(record: BondRecord, gate: string): BondRecord {
  const outbox = record.outbox.filter((each) => each.kind !== 'deposit' || each.gate !== gate);
  return outbox.length === record.outbox.length ? record : { ...record, outbox };
}

export function taken(record: BondRecord, entry: CoreEntry): BondRecord {
  record.entries.push(entry);
  return { ...record, head: entry.seq };
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new SyntaxError('not an object');
  return value as Record<string, unknown>;
}
