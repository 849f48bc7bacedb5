import { authored } from '../core/border';
import { fromBase64Url, openEvent, Rejected } from '../crypto';
import type { Appended, Entry } from '../wire/messages';
import { keysOf } from './exchange';
import { withNewKeys, type Selves } from './newkeys';
import type { BondRecord } from './record';
import type { Relay } from './relay';
import { epochOf } from './rewrapping';

/**
 * Whether words among these entries lie under a key that is not known here: their author has sealed
 * it anew since, and whoever reads them only now needs what stands further on.
 */
export function needsKeysAhead({ turned }: BondRecord, entries: readonly Entry[]): boolean {
  const isLater = (key: string | undefined) => {
    try {
      return key !== undefined && epochOf(key) > turned.keys.length;
    } catch {
      // No key at all: that is found out where it is read.
      return false;
    }
  };
  return entries.some((entry) =>
    'gate' in entry ? entry.parts.some(({ key }) => isLater(key)) : isLater(entry.parts.key),
  );
}

/** What looking ahead finds out; nothing else of what stands there counts before its place is read. */
type Found = Pick<
  BondRecord,
  'turned' | 'turnedBy' | 'theirFingerprint' | 'newSince' | 'renewal' | 'rewrap'
>;

/** `isElsewhere`: another device of mine has made a key there, and the vault has it. */
export interface Ahead {
  readonly found: Found;
  readonly isElsewhere: boolean;
}

/**
 * The keys that entries after the last one that was read bring. What is wrong with them is found when
 * they are read.
 */
export async function keysAhead(relay: Relay, start: BondRecord, selves: Selves): Promise<Ahead> {
  let record = start;
  let after = start.head;
  for (;;) {
    const page = await relay.read(start, after);
    for (const entry of page.entries) {
      const next = 'gate' in entry ? record : await further(record, entry, selves);
      if (next === null || next.alarm !== null) {
        return { found: foundIn(record), isElsewhere: next === null };
      }
      record = next;
      after = entry.seq;
    }
    if (!page.more || page.entries.length === 0) {
      return { found: foundIn(record), isElsewhere: false };
    }
  }
}

function foundIn(record: BondRecord): Found {
  const { turned, turnedBy, theirFingerprint, newSince, renewal, rewrap } = record;
  return { turned, turnedBy, theirFingerprint, newSince, renewal, rewrap };
}

async function further(
  record: BondRecord,
  entry: Appended,
  selves: Selves,
): Promise<BondRecord | null> {
  try {
    const place = { handle: fromBase64Url(entry.handle), seat: entry.by };
    const text = await openEvent(keysOf(record), place, fromBase64Url(entry.parts.event));
    const { statement, rotation } = authored(text);
    const next = await withNewKeys(record, entry, { statement, rotation }, selves);
    const epoch = next?.turned.keys.length ?? 0;
    if (next === null || epoch === record.turned.keys.length) return next;
    return { ...next, turnedBy: { ...next.turnedBy, [epoch]: entry.handle } };
  } catch (cause) {
    if (cause instanceof Rejected || cause instanceof SyntaxError) return record;
    throw cause;
  }
}
