import { fromBase64Url, gateHandle, toBase64Url, type Bond, type Gate } from '../crypto';
import type { Card as AnsweredCard } from '../crypto';
import type { Card, Softer } from '../core/types';
import type { Base64Url } from '../wire/messages';
import type { BondRecord, DrawnCard } from './record';

/** Rings from here on open in two steps, as in the core (`Shape.HELD_FROM`). */
const HELD_FROM = 3;

/** An exchange's id has 16 bytes. */
const ID_BYTES = 16;

/** A rule said no. `reason` is the core's name for it; `softer` are kinder ways. */
export class Refused extends Error {
  readonly reason: string;
  readonly softer: readonly Softer[];

  constructor(reason: string, softer: readonly Softer[] = []) {
    super(reason);
    this.reason = reason;
    this.softer = softer;
  }
}

/** The bond's keys, as crypto wants them. */
export function keysOf(record: BondRecord): Bond {
  if (record.key === null) throw new Refused('no-bond-yet');
  const keys = [record.key, ...record.turned.keys].map(fromBase64Url);
  return { id: fromBase64Url(record.bond), keys };
}

/** A gate of an exchange, in the epoch of the entry that laid it on the table. */
export function gateAt({ epochs }: BondRecord, exchange: Base64Url, step: 1 | 2): Gate {
  return { exchange: fromBase64Url(exchange), step, epoch: epochs[exchange] ?? 0 };
}

/** Which epochs these events lay their exchanges in. */
export function withEpochs(record: BondRecord, events: unknown, epoch: number): BondRecord {
  const laid = exchangesLaidIn(events).map((exchange) => [exchange, epoch] as const);
  if (laid.length === 0) return record;
  return { ...record, epochs: { ...record.epochs, ...Object.fromEntries(laid) } };
}

/** What events lay on the table that answers may meet at. */
export function exchangesLaidIn(events: unknown): Base64Url[] {
  return (Array.isArray(events) ? (events as unknown[]) : []).flatMap((event) => {
    const { type, exchange } = Object(event) as Record<string, unknown>;
    const isLaid = typeof type === 'string' && LAYS.has(type);
    return isLaid && typeof exchange === 'string' && isExchange(exchange) ? [exchange] : [];
  });
}

const LAYS: ReadonlySet<string> = new Set(['drawn', 'offered', 'asked']);

function isExchange(exchange: string): boolean {
  try {
    return fromBase64Url(exchange).length === ID_BYTES;
  } catch {
    return false;
  }
}

/** The gate at which the answers to one card meet. */
export function gateOf(
  record: BondRecord,
  exchange: Base64Url,
  step: 1 | 2 = 1,
): Promise<Base64Url> {
  return gateHandle(keysOf(record), gateAt(record, exchange, step)).then(toBase64Url);
}

/** Both gates of each of these exchanges. */
export async function gatesOf(
  record: BondRecord,
  exchanges: readonly Base64Url[],
): Promise<Base64Url[]> {
  const both = exchanges.flatMap((one) => [gateOf(record, one, 1), gateOf(record, one, 2)]);
  return Promise.all(both);
}

export function answered({ exchange, ring, prompt }: DrawnCard): AnsweredCard {
  return { exchange: fromBase64Url(exchange), ring, prompt };
}

/** The card, as far as an answer is bound to it. */
export function drawnCard({ exchange, prompt }: Card): DrawnCard {
  const { deck, id, language, text, ring } = prompt;
  return { exchange, ring, prompt: { deck, id, language, text } };
}

/** Whether a card opens in two steps: both are bound first, then both keys are given. */
export function isHeld(record: BondRecord, card: Pick<DrawnCard, 'exchange' | 'ring'>): boolean {
  if (card.ring >= HELD_FROM) return true;
  const isDrawing = (event: unknown): boolean => {
    const { type, exchange, held } = Object(event) as Record<string, unknown>;
    return type === 'drawn' && exchange === card.exchange && held === true;
  };
  return record.entries.some(
    (entry) => 'events' in entry && Array.isArray(entry.events) && entry.events.some(isDrawing),
  );
}

/** A take-back that the relay has not acknowledged: until it has, the answer may still open. */
export function isTakingBack(record: BondRecord, exchange: Base64Url): boolean {
  return record.outbox.some(
    (pending) =>
      pending.kind === 'deposit' &&
      pending.parts === null &&
      record.gates[pending.gate]?.exchange === exchange,
  );
}

/** A text that no box holds (some scripts take four bytes a letter) is too long, and says so. */
export async function fitting<T>(sealing: Promise<T>): Promise<T> {
  return sealing.catch((cause: unknown) => {
    throw cause instanceof RangeError ? new Refused('words-too-long') : cause;
  });
}

/** The same table without one key. */
export function without<T>(table: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([each]) => each !== key));
}
