import type { Accepted, CoreEvent } from '../core/types';
import { timeOf } from './clock';
import { dayOf } from './own';
import type { BondRecord, Outgoing } from './record';
import { withoutWords } from './takingback';
import { withTakingBack } from './withdrawing';
import { endOf, withEvents, type Said } from './writing';

/** An end that is told later takes effect between two and six weeks from now, at random. */
const LATER_FROM_DAYS = 14;
const LATER_TO_DAYS = 42;

/** After these the relay must not go on holding what this person said yes to before. */
const SLOWER: ReadonlySet<CoreEvent['type']> = new Set(['stepped-back', 'rested', 'told'] as const);

/**
 * The record with everything that a deed of this person leads to: an entry for both, words that the
 * relay is to erase, the end, or an end that is put off.
 *
 * @param closing the gates of what it takes from the table
 */
export async function withDeed(
  record: BondRecord,
  { events, later = [] }: Accepted['accepted'],
  closing: (said: Said) => Promise<string[]>,
): Promise<BondRecord> {
  const said = { at: timeOf(record), events };
  if (record.over !== null) return afterTheEnd(record, said);
  const next = await withLater(record, later);
  if (events.length === 0) return next;
  const isEnd = events.some(({ type }) => type === 'ended');
  const written = isEnd
    ? await withEnd(next, said)
    : await withEvents(next, said, await closing(said));
  const isSlower = events.some(({ type }) => SLOWER.has(type));
  const noted = isSlower ? written.noted + 1 : written.noted;
  return withTakingBack({ ...written, noted }, events);
}

async function withEnd(record: BondRecord, said: Said): Promise<BondRecord> {
  const outgoing: Outgoing = { kind: 'end', ...(await endOf(record, said)), ...said };
  return { ...record, outbox: [...record.outbox, outgoing] };
}

/** The end, and what it takes back, lie with the relay until their day; nothing shows before. */
async function withLater(record: BondRecord, events: readonly CoreEvent[]): Promise<BondRecord> {
  const ended = events.find((event) => event.type === 'ended');
  if (ended === undefined || record.leaving !== null) return record;
  const at = timeOf(record);
  const on = dayOf(at) + LATER_FROM_DAYS + below(LATER_TO_DAYS - LATER_FROM_DAYS + 1);
  const { takeBack } = ended;
  const leaving = { on, takeBack, ...(await endOf(record, { at, events })), sent: false };
  return withTakingBack({ ...record, leaving }, events, on);
}

/** No entry can say it any more: the relay erases, and each device hears of it as of a change. */
function afterTheEnd(record: BondRecord, said: Said): BondRecord {
  const told = { ...record, epilogue: [...record.epilogue, { by: record.seat, ...said }] };
  return withoutWords(withTakingBack(told, said.events), record.seat, said.events);
}

/** A whole number below that, every one as likely as any other as far as anyone could tell. */
function below(limit: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn % limit;
}
