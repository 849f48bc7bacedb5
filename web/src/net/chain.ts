import {
  fromBase64Url,
  nextTranscript,
  startTranscript,
  toBase64Url,
  type Transcript,
} from '../crypto';
import type { Base64Url, Entry } from '../wire/messages';
import type { BondRecord } from './record';

/** What an author had read when writing: the place of the last entry, and the hash up to it. */
export interface SeenHead {
  readonly seq: number;
  readonly head: Base64Url;
}

/** What this device has read so far. */
export async function seenBy(record: BondRecord): Promise<SeenHead> {
  const { seq, head } = await transcriptAt(record, record.head);
  return { seq, head: toBase64Url(head) };
}

/** The hash over all entries up to that one, by this device's own reading. */
export async function transcriptAt(record: BondRecord, seq: number): Promise<Transcript> {
  const h = seq === 0 ? undefined : record.entries[seq - 1]?.h;
  if (h === undefined) return startTranscript(fromBase64Url(record.bond));
  return { seq, head: fromBase64Url(h) };
}

/** The hash up to and with an entry, as the relay shows it. */
export async function headWith(before: Transcript, entry: Entry): Promise<Base64Url> {
  const { day } = entry;
  const seen =
    'gate' in entry
      ? {
          gate: fromBase64Url(entry.gate),
          events: [
            fromBase64Url(entry.parts[0].event),
            fromBase64Url(entry.parts[1].event),
          ] as const,
        }
      : {
          by: entry.by,
          handle: fromBase64Url(entry.handle),
          event: fromBase64Url(entry.parts.event),
        };
  return toBase64Url((await nextTranscript(before, day, seen)).head);
}

/**
 * Whether the author of the entry at `place` had read what this device has read. Who says nothing
 * of it (an earlier Kith) is believed.
 */
export async function isSameStory(
  record: BondRecord,
  place: number,
  seen: unknown,
): Promise<boolean> {
  const { seq, head } = Object(seen) as Record<string, unknown>;
  if (typeof seq !== 'number' || typeof head !== 'string') return true;
  if (!Number.isSafeInteger(seq) || seq < 0 || seq >= place) return false;
  return toBase64Url((await transcriptAt(record, seq)).head) === head;
}

/** Whether the relay still shows the last entry that was read, as it was. */
export async function stillShows(record: BondRecord, shown: Entry | undefined): Promise<boolean> {
  if (record.head === 0) return true;
  if (shown?.seq !== record.head) return false;
  const before = await transcriptAt(record, record.head - 1);
  return (await headWith(before, shown)) === record.entries[record.head - 1]?.h;
}
