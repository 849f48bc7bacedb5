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
    return { ...read, cards: await withCards(record, events) };
  } catch (cause) {
    return unreadable(record, entry, cause);
  }
}

/** Two answers that the relay has opened together. */
async function opening(record: BondRecord, entry: Opening): Promise<BondRecord> {
  const { seq, day, gate } = entry;
  const card = record.cards[gate];
  if (card === undefined) return taken(record, { seq, day, unreadable: true });
  const first = await opened(record, entry, card, 0);
  const second = await opened(record, entry, card, 1);
  const { exchange } = card;
  const answers = [asAnswer(first), asAnswer(second)] as const;
  const read = taken(record, { seq, day, opened: { exchange, answers } });
  const sealed = without(read.sealed, exchange);
  const outbox = read.outbox.filter((each) => each.kind === 'append' || each.gate !== gate);
  const mine = record.seat === 0 ? first : second;
  const alarm = mine.confirmed ? read.alarm : 'not-mine';
  return { ...read, sealed, outbox, alarm };
}

interface OpenedAnswer extends EntryAnswer {
  /** For my own: that this person has sealed it. */
  confirmed: boolean;
}

async function opened(
  record: BondRecord,
  entry: Opening,
  card: DrawnCard,
  seat: 0 | 1,
): Promise<OpenedAnswer> {
  const nothing = { at: entry.day * DAY_MS, words: null, confirmed: false };
  try {
    const parts = entry.parts[seat];
    const gate = { exchange: fromBase64Url(card.exchange), step: 1, epoch: 0 } as const;
    const box = fromBase64Url(parts.event);
    const header = asObject(JSON.parse(await openGateEvent(keysOf(record), { gate, seat }, box)));
    const { text, confirmed } = await body(record, card, seat, partsOf(header['sealed'], parts));
    const { words } = asObject(JSON.parse(text));
    if (typeof words !== 'string' || !Number.isSafeInteger(header['at'])) return nothing;
    return { at: Number(header['at']), words, confirmed };
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

/** Remembers drawn cards under their gates, so that their openings can be recognised. */
async function withCards(record: BondRecord, events: unknown): Promise<BondRecord['cards']> {
  const cards = { ...record.cards };
  for (const event of Array.isArray(events) ? (events as unknown[]) : []) {
    const card = drawnCard(event);
    if (card === null) continue;
    const gate = await gateOf(record, card.exchange);
    cards[gate] ??= card;
  }
  return cards;
}

function drawnCard(event: unknown): DrawnCard | null {
  if (typeof event !== 'object' || event === null) return null;
  const { type, exchange, prompt } = event as Record<string, unknown>;
  if (type !== 'drawn' || typeof exchange !== 'string') return null;
  if (typeof prompt !== 'object' || prompt === null) return null;
  const { deck, id, language, text, ring } = prompt as Record<string, unknown>;
  const isText = (value: unknown): value is string => typeof value === 'string';
  if (!isText(deck) || !isText(id) || !isText(language) || !isText(text)) return null;
  if (typeof ring !== 'number' || !isExchange(exchange)) return null;
  return { exchange, ring, prompt: { deck, id, language, text } };
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
