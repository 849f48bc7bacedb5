import { authored } from '../core/border';
import type { Entry as CoreEntry, Matter } from '../core/types';
import { fromBase64Url, openVote, Rejected, toBase64Url, voteGate, voteSelfTag } from '../crypto';
import type { Bond, Seat } from '../crypto';
import type { Opening } from '../wire/messages';
import { keysOf } from './exchange';
import { everyVote, type Slot } from './matters';
import type { BondRecord } from './record';

/** Ticks of a vote that may open on a day: a relay may have stood still (docs/crypto.md, votes). */
const TICKS_BEFORE = 40;
const TICKS_AFTER = 3;

/** At one tick all twelve gates may open; the later ones were made before the earlier opened. */
const AT_ONCE = 12;

/** Both yeses of an opening, as far as this device could verify them. */
export interface Agreement {
  readonly entry: CoreEntry;
  /** False: my own is not the last one that I gave, or not mine at all. */
  readonly isMine: boolean;
  /** Both boxes opened for one matter at one tick. */
  readonly isBoth: boolean;
}

interface Found extends Slot {
  readonly of: Matter;
}

/** What a vote gate stands for; null when it is none that this bond knows. */
export async function agreement(record: BondRecord, entry: Opening): Promise<Agreement | null> {
  const bond = epochOf(record, entry);
  const found = bond === null ? null : await matterOf(bond, record, entry.gate);
  if (bond === null || found === null) return null;
  const { seq, day, parts } = entry;
  for (let tick = day + TICKS_AFTER; tick >= Math.max(0, day - TICKS_BEFORE); tick--) {
    const question = { ...found, tick };
    const zero = await yesOf(bond, question, 0, parts[0].event);
    const one = await yesOf(bond, question, 1, parts[1].event);
    if (zero === null || one === null) continue;
    const mine = record.seat === 0 ? zero : one;
    const agreed = { ...found.of, yes: [true, true] as const, at: Math.max(zero.at, one.at) };
    const isMine = await isLastOfMine(bond, record, question, mine);
    return { entry: { seq, day, agreed }, isMine, isBoth: true };
  }
  const agreed = { ...found.of, yes: [false, false] as const };
  return { entry: { seq, day, agreed }, isMine: true, isBoth: false };
}

/** The bond as it was in the epoch whose key sealed these boxes. */
export function epochOf(record: BondRecord, { parts }: Opening): Bond | null {
  const { id, keys } = keysOf(record);
  try {
    const [, ...number] = fromBase64Url(parts[0].event).slice(0, 5);
    const epoch = number.reduce((sum, byte) => sum * 256 + byte, 0);
    return epoch < keys.length ? { id, keys: keys.slice(0, epoch + 1) } : null;
  } catch (cause) {
    if (cause instanceof Rejected) return null;
    throw cause;
  }
}

async function matterOf(bond: Bond, record: BondRecord, gate: string): Promise<Found | null> {
  const last = record.agreements;
  for (let count = last; count >= Math.max(0, last - AT_ONCE); count--) {
    const gates = await gatesAfter(bond, count);
    const found = gates.get(gate);
    if (found !== undefined) return found;
  }
  return null;
}

/** The gates of a bond after so many agreements; they are the same until there is another. */
const known = new Map<string, Promise<ReadonlyMap<string, Found>>>();

/** Bonds and counts of which the gates are remembered. */
const MOST_KNOWN = 64;

function gatesAfter(bond: Bond, agreements: number): Promise<ReadonlyMap<string, Found>> {
  const name = `${toBase64Url(bond.id)}/${bond.keys.length}/${agreements}`;
  const there = known.get(name);
  if (there !== undefined) return there;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = Promise.all(
    everyVote().map(async (one) => {
      return [toBase64Url(await voteGate(bond, one, agreements)), one] as const;
    }),
  ).then((pairs) => new Map(pairs));
  known.set(name, made);
  return made;
}

type Question = Found & { readonly tick: number };

interface Yes {
  readonly at: number;
  readonly self: unknown;
  readonly counter: unknown;
}

async function yesOf(bond: Bond, question: Question, seat: Seat, box: string): Promise<Yes | null> {
  try {
    const text = await openVote(bond, question, seat, fromBase64Url(box));
    const { at, self, counter } = authored(text);
    return Number.isSafeInteger(at) ? { at: Number(at), self, counter } : null;
  } catch (cause) {
    if (cause instanceof Rejected || cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** Mine, and none that I have replaced or taken back since. */
async function isLastOfMine(
  bond: Bond,
  record: BondRecord,
  question: Question,
  { self, counter }: Yes,
): Promise<boolean> {
  const tag = await voteSelfTag(bond, fromBase64Url(record.mark), question, record.seat);
  if (self !== toBase64Url(tag)) return false;
  const last = record.ballot.counters[question.tick];
  return last === undefined || typeof counter !== 'number' || counter >= last;
}
