import { authored } from '../core/border';
import type { CoreEvent } from '../core/types';
import { fromBase64Url, openEvent, openGateEvent, openTombstone } from '../crypto';
import { Rejected, sameBytes, type Bytes, type Seat } from '../crypto';
import type { Appended, Base64Url, Entry, Opening } from '../wire/messages';
import { gateAt, keysOf } from './exchange';
import type { BondRecord, ReadEntry } from './record';
import { committed } from './spoken';

/** What words are bound to: their exchange, version and commitment. */
export interface Bound {
  readonly exchange: Bytes;
  readonly rev: number;
  readonly com: Bytes;
}

/** The version of words that stand in an event box, since there is no other. */
const ONLY = 1;

/** What a seat's answer is bound to, by the first entry that its gates made. */
export async function toldIn(
  record: BondRecord,
  first: Entry | null,
  seat: Seat,
): Promise<Bound | null> {
  if (first === null || !('gate' in first)) return null;
  const exchange = record.gates[first.gate]?.exchange;
  if (exchange === undefined) return null;
  return orNull(async () => {
    const gate = gateAt(record, exchange, 1);
    const box = fromBase64Url(first.parts[seat].event);
    const text = await openGateEvent(keysOf(record), { gate, seat }, box);
    const sealed = committed(sealedIn(text));
    if (sealed === null) return null;
    return { exchange: fromBase64Url(exchange), rev: sealed.rev, com: fromBase64Url(sealed.com) };
  });
}

/** What the words of an entry are bound to; words in the event box itself, to that box. */
export async function saidIn(record: BondRecord, entry: Appended): Promise<Bound | null> {
  return orNull(async () => {
    const handle = fromBase64Url(entry.handle);
    const box = fromBase64Url(entry.parts.event);
    const text = await openEvent(keysOf(record), { handle, seat: entry.by }, box);
    const sealed = committed(sealedIn(text));
    if (sealed !== null)
      return { exchange: handle, rev: sealed.rev, com: fromBase64Url(sealed.com) };
    const com = new Uint8Array(await crypto.subtle.digest('SHA-256', box));
    return { exchange: handle, rev: ONLY, com };
  });
}

function sealedIn(text: string): unknown {
  return authored(text)['sealed'];
}

/** Whether a tombstone says of exactly these words that their author takes them back. */
export async function isTakenBack(
  record: BondRecord,
  place: { readonly entry: Base64Url; readonly seat: Seat; readonly box: Base64Url },
  bound: Bound | null,
): Promise<boolean> {
  if (bound === null) return false;
  const { seat, entry, box } = place;
  const where = { entry: fromBase64Url(entry), seat };
  const read = await orNull(() =>
    openTombstone(keysOf(record), fromBase64Url(record.mark), where, fromBase64Url(box)),
  );
  if (read === null || (seat === record.seat && !read.mine)) return false;
  const { exchange, rev, com } = bound;
  return sameBytes(read.exchange, exchange) && read.rev === rev && sameBytes(read.com, com);
}

/** What somebody has taken back of an entry that was read, as events would say it. */
export function takenBack(entry: ReadEntry, seat: Seat): readonly CoreEvent[] {
  if ('opened' in entry) {
    return [{ type: 'withdrew', exchange: entry.opened.exchange, part: 'answer' }];
  }
  if ('bound' in entry) {
    return [{ type: 'withdrew', exchange: entry.bound.exchange, part: 'answer' }];
  }
  if (!('events' in entry) || entry.by !== seat || !Array.isArray(entry.events)) return [];
  return (entry.events as unknown[]).flatMap((event): CoreEvent[] => {
    const { type, exchange } = Object(event) as { type?: unknown; exchange?: unknown };
    if (type === 'ended') return [{ type: 'note-withdrawn' }];
    if (typeof exchange !== 'string') return [];
    const part = PARTS[String(type)];
    return part === undefined ? [] : [{ type: 'withdrew', exchange, part }];
  });
}

const PARTS: Readonly<Record<string, 'response' | 'prompt' | 'repair'>> = {
  responded: 'response',
  drawn: 'prompt',
  offered: 'prompt',
  asked: 'prompt',
  told: 'repair',
  'said-back': 'repair',
  owned: 'repair',
};

/** The tombstones of an entry that somebody's words were taken out of. */
export function tombstonesOf(entry: Entry): { readonly seat: Seat; readonly box: Base64Url }[] {
  const sides = 'gate' in entry ? both(entry) : [{ seat: entry.by, box: entry.parts.tombstone }];
  return sides.flatMap(({ seat, box }) => (box === undefined ? [] : [{ seat, box }]));
}

function both({ parts }: Opening) {
  return [
    { seat: 0 as const, box: parts[0].tombstone },
    { seat: 1 as const, box: parts[1].tombstone },
  ];
}

/** What opens or parses; null for what does not. */
async function orNull<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Rejected || cause instanceof SyntaxError || cause instanceof RangeError) {
      return null;
    }
    throw cause;
  }
}
