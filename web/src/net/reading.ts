import type { Entry as CoreEntry, EntryAnswer } from '../core/types';
import {
  fromBase64Url,
  openAnswer,
  openEvent,
  openGateEvent,
  openOwnAnswer,
  Rejected,
  type AnswerParts,
} from '../crypto';
import type { Appended, Base64Url, Entry, Opening, Parts } from '../wire/messages';
import { DAY_MS } from './clock';
import { drawnCard } from './corebond';
import { answered, gateOf, keysOf, without } from './exchange';
import type { BondRecord, DrawnCard } from './record';

/** Reads further entries into a record, in order; what does not open is set aside by the core. */
export async function withEntries(
  record: BondRecord,
  entries: readonly Entry[],
): Promise<BondRecord> {
  let next = record;
  for (const entry of entries) {
    if (entry.seq !== next.head + 1) return { ...next, alarm: 'gap' };
    next = 'gate' in entry ? await opening(next, entry) : await appended(next, entry);
  }
  return next;
}

async function appended(record: BondRecord, entry: Appended): Promise<BondRecord> {
  const { seq, day, by } = entry;
  try {
    const place = { handle: fromBase64Url(entry.handle), seat: by };
    const text = await openEvent(keysOf(record), place, fromBase64Url(entry.parts.event));
    const { at, v, events } = asObject(JSON.parse(text));
    const read = taken(record, { seq, day, by, at, v, events });
    const outbox = record.outbox.filter(
      (each) => each.kind === 'deposit' || each.handle !== entry.handle,
    );
    return { ...read, outbox, gates: await withGates(record, events) };
  } catch (cause) {
    return unreadable(record, entry, cause);
  }
}

/** Two answers that the relay has opened together. */
async function opening(record: BondRecord, entry: Opening): Promise<BondRecord> {
  const { seq, day, gate } = entry;
  const exchange = record.gates[gate];
  const card = exchange === undefined ? null : drawnCard(record, exchange, day * DAY_MS);
  if (exchange === undefined || card === null) return taken(record, { seq, day, unreadable: true });
  const first = await opened(record, entry, card, 0);
  const second = await opened(record, entry, card, 1);
  const answers = [asAnswer(first), asAnswer(second)] as const;
  const read = taken(record, { seq, day, opened: { exchange, answers } });
  const drafts = draftsAfter(record, exchange, record.seat === 0 ? first : second);
  const sealed = without(read.sealed, exchange);
  const outbox = read.outbox.filter((each) => each.kind === 'append' || each.gate !== gate);
  const mine = record.seat === 0 ? first : second;
  const isMine = mine.confirmed && mine.revision >= (record.sealed[exchange]?.standing ?? 0);
  return { ...read, sealed, drafts, outbox, alarm: isMine ? read.alarm : 'not-mine' };
}

/** When an earlier version of mine has opened, the later words are not lost: they are a draft. */
function draftsAfter(record: BondRecord, exchange: Base64Url, mine: OpenedAnswer) {
  const sealed = record.sealed[exchange];
  if (sealed === undefined || sealed.revision === mine.revision) return record.drafts;
  return { ...record.drafts, [exchange]: record.drafts[exchange] ?? sealed.words };
}

interface OpenedAnswer extends EntryAnswer {
  /** For my own: that this person has sealed it. */
  confirmed: boolean;
  /** Which version of the answer it is, from 1. */
  revision: number;
}

async function opened(
  record: BondRecord,
  entry: Opening,
  card: DrawnCard,
  seat: 0 | 1,
): Promise<OpenedAnswer> {
  const nothing = { at: entry.day * DAY_MS, words: null, confirmed: false, revision: 0 };
  try {
    const parts = entry.parts[seat];
    const gate = { exchange: fromBase64Url(card.exchange), step: 1, epoch: 0 } as const;
    const box = fromBase64Url(parts.event);
    const header = asObject(JSON.parse(await openGateEvent(keysOf(record), { gate, seat }, box)));
    const { text, confirmed } = await body(record, card, seat, partsOf(header['sealed'], parts));
    const revision = Number(asObject(header['sealed'])['rev']);
    const { words } = asObject(JSON.parse(text));
    if (typeof words !== 'string' || !Number.isSafeInteger(header['at'])) return nothing;
    return { at: Number(header['at']), words, confirmed, revision };
  } catch (cause) {
    if (cause instanceof Rejected || cause instanceof SyntaxError) return nothing;
    throw cause;
  }
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

/** Remembers under which gate an exchange meets, so that its opening can be recognised. */
async function withGates(record: BondRecord, events: unknown): Promise<BondRecord['gates']> {
  const gates = { ...record.gates };
  for (const event of Array.isArray(events) ? (events as unknown[]) : []) {
    if (typeof event !== 'object' || event === null) continue;
    const { type, exchange } = event as Record<string, unknown>;
    if (type !== 'drawn' || typeof exchange !== 'string' || !isExchange(exchange)) continue;
    gates[await gateOf(record, exchange)] = exchange;
  }
  return gates;
}

function isExchange(exchange: Base64Url): boolean {
  try {
    return fromBase64Url(exchange).length === 16;
  } catch {
    return false;
  }
}

function unreadable(record: BondRecord, entry: Entry, cause: unknown): BondRecord {
  if (!(cause instanceof Rejected) && !(cause instanceof SyntaxError)) throw cause;
  return taken(record, { seq: entry.seq, day: entry.day, unreadable: true });
}

function taken(record: BondRecord, entry: CoreEntry): BondRecord {
  return { ...record, head: entry.seq, entries: [...record.entries, entry] };
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new SyntaxError('not an object');
  return value as Record<string, unknown>;
}
