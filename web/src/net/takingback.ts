import type { Seat } from '../core/types';
import type { BondRecord, ReadEntry } from './record';
import { DASH } from './spoken';

/**
 * The record without the words that their author takes back in these events: not only hidden, but
 * no longer kept. The core has taken them in their order, and shows no one what was taken back.
 * The text of a question stays sealed in the story: both devices count by it when it may be asked
 * again.
 */
export function withoutWords(record: BondRecord, by: Seat, events: unknown): BondRecord {
  let entries = record.entries;
  for (const event of listOf(events)) {
    const { type, exchange, part } = fieldsOf(event);
    const isNote = type === 'note-withdrawn';
    if (type === 'ended' && fieldsOf(event)['takeBack'] === true) {
      entries = entries.map((entry) => withoutAny(entry, by));
    }
    if (!isNote && type !== 'withdrew') continue;
    const gone: TakenBack = { by, exchange, part: isNote ? 'note' : part };
    entries = entries.map((entry) => withoutThem(entry, gone));
  }
  return entries === record.entries ? record : { ...record, entries };
}

/** Without anything that this seat has said; questions stay, since both count by them. */
function withoutAny(entry: ReadEntry, by: Seat): ReadEntry {
  if ('opened' in entry) {
    return withoutAnswer(entry, { by, exchange: entry.opened.exchange, part: 'answer' });
  }
  if (!('events' in entry) || entry.by !== by) return entry;
  const events = listOf(entry.events);
  const left = events.map((event) => {
    const { exchange, type } = fieldsOf(event);
    const part = type === 'responded' ? 'response' : 'repair';
    return withoutText(fieldsOf(event), { by, exchange, part }) ?? event;
  });
  return left.every((event, i) => event === events[i]) ? entry : { ...entry, events: left };
}

interface TakenBack {
  readonly by: Seat;
  readonly exchange: unknown;
  readonly part: unknown;
}

function withoutThem(entry: ReadEntry, gone: TakenBack): ReadEntry {
  if ('opened' in entry) return withoutAnswer(entry, gone);
  if (!('events' in entry) || entry.by !== gone.by) return entry;
  const events = listOf(entry.events);
  const left = events.map((event) => withoutText(fieldsOf(event), gone) ?? event);
  return left.every((event, i) => event === events[i]) ? entry : { ...entry, events: left };
}

function withoutAnswer(
  entry: Extract<ReadEntry, { opened: unknown }>,
  { by, exchange, part }: TakenBack,
): ReadEntry {
  if (part !== 'answer' || entry.opened.exchange !== exchange) return entry;
  const [zero, one] = entry.opened.answers;
  const answers = [
    by === 0 ? { ...zero, words: null } : zero,
    by === 1 ? { ...one, words: null } : one,
  ] as const;
  return { ...entry, opened: { ...entry.opened, answers } };
}

/** The event without what was taken back; null when it has nothing of it. */
function withoutText(event: Fields, { exchange, part }: TakenBack): Fields | null {
  const { type } = event;
  if (part === 'note') return type === 'ended' ? { ...event, note: DASH } : null;
  if (event['exchange'] !== exchange) return null;
  if (part === 'response' && type === 'responded') return withDash(event, ['words']);
  if (part === 'repair' && (type === 'told' || type === 'said-back')) {
    return withDash(event, ['words']);
  }
  if (part === 'repair' && type === 'owned') {
    return withDash(event, ['own', 'differently', 'regret']);
  }
  if (part === 'prompt' && (type === 'drawn' || type === 'offered')) {
    return { ...event, prompt: { ...fieldsOf(event['prompt']), text: DASH } };
  }
  return null;
}

/** A dash in the place of each text that says something, so that every device folds alike. */
function withDash(event: Fields, names: readonly string[]): Fields {
  const said = names.filter((name) => typeof event[name] === 'string' && event[name].trim() !== '');
  return { ...event, ...Object.fromEntries(said.map((name) => [name, DASH])) };
}

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return Object(value) as Fields;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
