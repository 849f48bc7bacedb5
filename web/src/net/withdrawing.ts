import type { CoreEvent } from '../core/types';
import type { BondRecord, ReadEntry, TakingBack } from './record';

/** The events whose words are taken back as that part. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  response: ['responded'],
  repair: ['told', 'said-back', 'owned'],
  prompt: ['drawn', 'offered', 'asked'],
};

/** The record with what the relay is to erase, for events of mine that take words back. */
export function withTakingBack(
  record: BondRecord,
  events: readonly CoreEvent[],
  on: number | null = null,
): BondRecord {
  const seqs = events.flatMap((event) =>
    record.entries.filter((entry) => isTaken(record, entry, event)),
  );
  // What was sealed in two steps lies in two entries: the second goes first.
  const further = seqs.map(({ seq }): TakingBack => ({ seq, on })).reverse();
  return further.length === 0
    ? record
    : { ...record, takingBack: [...record.takingBack, ...further] };
}

/** Whether the entry holds erasable words of mine that this event takes back. */
function isTaken({ seat, over }: BondRecord, entry: ReadEntry, event: CoreEvent): boolean {
  if (event.type === 'note-withdrawn') return over !== null && says(entry, seat, ['ended'], null);
  if (event.type === 'ended') return event.takeBack && isMine(entry, seat);
  if (event.type !== 'withdrew') return false;
  const { exchange, part } = event;
  if (part === 'answer') return exchangeOf(entry) === exchange;
  // A card or a question stays in its event; only after the end nothing but this can hide it.
  if (part === 'prompt' && over === null) return false;
  return says(entry, seat, SAID[part] ?? [], exchange);
}

function isMine(entry: ReadEntry, seat: 0 | 1): boolean {
  if (exchangeOf(entry) !== null) return true;
  return says(entry, seat, [...(SAID['response'] ?? []), ...(SAID['repair'] ?? [])], null);
}

/** The exchange of an opening, or of the first of its two steps. */
function exchangeOf(entry: ReadEntry): string | null {
  if ('opened' in entry) return entry.opened.exchange;
  return 'bound' in entry ? entry.bound.exchange : null;
}

function says(
  entry: ReadEntry,
  seat: 0 | 1,
  types: readonly string[],
  exchange: string | null,
): boolean {
  if (!('events' in entry) || entry.by !== seat || !Array.isArray(entry.events)) return false;
  return (entry.events as unknown[]).some((event) => {
    const said = Object(event) as Record<string, unknown>;
    const isIt = exchange === null || said['exchange'] === exchange;
    return isIt && types.includes(String(said['type']));
  });
}
