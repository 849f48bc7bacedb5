import { fromBase64Url, safetyNumber, transcriptWords, wordAt, type Statement } from '../crypto';
import { transcriptAt } from './chain';
import { keysOf } from './exchange';
import type { BondRecord } from './record';

/** What two people hold against each other, long after they met. */
export interface Compared {
  /** The same on both devices if each has the other's keys: sixty digits in groups of five. */
  readonly keys: string;
  /** The same on both devices if the server has shown both the same story up to there. */
  readonly story: string;
  /** Up to which entry. */
  readonly upTo: number;
}

/** What this device shows of a bond now; null before both are in it. */
export async function compared(record: BondRecord, me: Statement): Promise<Compared | null> {
  const { key, theirFingerprint, head: upTo } = record;
  if (key === null || theirFingerprint === null) return null;
  const places = await transcriptWords(keysOf(record), await transcriptAt(record, upTo));
  const keys = await safetyNumber(me.fingerprint, fromBase64Url(theirFingerprint));
  return { keys, story: places.map(wordAt).join(' '), upTo };
}
