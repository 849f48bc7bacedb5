import {
  fromBase64Url,
  gateHandle,
  newId,
  sealAnswer,
  sealEvent,
  sealGateEvent,
  toBase64Url,
  type Bond,
  type Card as AnsweredCard,
} from '../crypto';
import type { Base64Url, Pending } from '../wire/messages';
import { timeOf } from './clock';
import type { BondRecord, DrawnCard, SealedByMe } from './record';

/** Both answers and their key records go in at once in rings 1 and 2 (CRYPTO.md). */
const STEP = 1;

/** A rule said no. `reason` is the core's name for it. */
export class Refused extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** The bond's keys, as crypto wants them. */
export function keysOf(record: BondRecord): Bond {
  if (record.key === null) throw new Refused('no-bond-yet');
  return { id: fromBase64Url(record.bond), keys: [fromBase64Url(record.key)] };
}

/** The gate at which the answers to one card meet. */
export function gateOf(record: BondRecord, exchange: Base64Url): Promise<Base64Url> {
  const gate = { exchange: fromBase64Url(exchange), step: STEP, epoch: 0 } as const;
  return gateHandle(keysOf(record), gate).then(toBase64Url);
}

export function answered(card: DrawnCard): AnsweredCard {
  return { exchange: fromBase64Url(card.exchange), ring: card.ring, prompt: card.prompt };
}

/** Seals events into one entry and puts it in the outbox. */
export async function withEvents(
  record: BondRecord,
  events: readonly object[],
  closes: Base64Url[],
): Promise<BondRecord> {
  const handle = newId();
  const text = JSON.stringify({ v: 1, at: timeOf(record), events });
  const sealing = sealEvent(keysOf(record), { handle, seat: record.seat }, text);
  const event = toBase64Url(await fitting(sealing));
  const pending: Pending = {
    kind: 'append',
    handle: toBase64Url(handle),
    parts: { event },
    closes,
  };
  return { ...record, outbox: [...record.outbox, pending] };
}

/** Something drawn, swapped or said has not reached the relay yet; the next waits for it. */
export function isOnItsWay(record: BondRecord): boolean {
  return record.outbox.some((pending) => pending.kind === 'append');
}

/** A take-back that the relay has not acknowledged: until it has, the answer may still open. */
export function isTakingBack(record: BondRecord, exchange: Base64Url): boolean {
  return record.outbox.some(
    (pending) =>
      pending.kind === 'deposit' &&
      pending.parts === null &&
      record.gates[pending.gate] === exchange,
  );
}

/** A text that no box holds (some scripts take four bytes a letter) is too long, and says so. */
async function fitting<T>(sealing: Promise<T>): Promise<T> {
  return sealing.catch((cause: unknown) => {
    throw cause instanceof RangeError ? new Refused('words-too-long') : cause;
  });
}

/** Seals an answer to a card; the same card again is a new revision under a new key. */
export async function withAnswer(
  record: BondRecord,
  card: DrawnCard,
  lastDay: number,
  words: string,
): Promise<BondRecord> {
  const bond = keysOf(record);
  const { seat } = record;
  const revision = (record.sealed[card.exchange]?.revision ?? 0) + 1;
  const sealing = sealAnswer(bond, fromBase64Url(record.mark), {
    card: answered(card),
    author: { seat, rev: revision },
    text: JSON.stringify({ v: 1, words, prompt: card.prompt.text }),
  });
  const answer = await fitting(sealing);
  const gate = { exchange: fromBase64Url(card.exchange), step: STEP, epoch: 0 } as const;
  const header = JSON.stringify({ v: 1, at: timeOf(record), sealed: answer.sealed });
  const event = await sealGateEvent(bond, { gate, seat }, header);
  const parts = {
    event: toBase64Url(event),
    body: toBase64Url(answer.body),
    key: toBase64Url(answer.key),
  };
  const standing = record.sealed[card.exchange]?.standing ?? 0;
  const sealed = { revision, words, parts, standing };
  const undrafted = { ...record, drafts: without(record.drafts, card.exchange) };
  return deposited(undrafted, card.exchange, lastDay, sealed);
}

/** Takes an answer back while it is still sealed; nobody can tell that it was there. */
export async function withoutAnswer(
  record: BondRecord,
  exchange: Base64Url,
  lastDay: number,
): Promise<BondRecord> {
  const mine = record.sealed[exchange];
  if (mine === undefined || mine.parts === null) return record;
  const sealed = { ...mine, revision: mine.revision + 1, parts: null };
  const drafts = { ...record.drafts, [exchange]: mine.words };
  return deposited({ ...record, drafts }, exchange, lastDay, sealed);
}

async function deposited(
  record: BondRecord,
  exchange: Base64Url,
  lastDay: number,
  sealed: SealedByMe,
): Promise<BondRecord> {
  const gate = await gateOf(record, exchange);
  const pending: Pending = {
    kind: 'deposit',
    gate,
    revision: sealed.revision,
    expires: lastDay,
    parts: sealed.parts,
  };
  const others = record.outbox.filter((each) => each.kind === 'append' || each.gate !== gate);
  return {
    ...record,
    sealed: { ...record.sealed, [exchange]: sealed },
    outbox: [...others, pending],
  };
}

/** The same table without one key. */
export function without<T>(table: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([each]) => each !== key));
}
