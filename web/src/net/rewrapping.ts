import { authored } from '../core/border';
import {
  fromBase64Url,
  openEvent,
  openGateEvent,
  Rejected,
  rewrapped,
  toBase64Url,
} from '../crypto';
import type { Appended, Base64Url, Entry, Opening, Parts } from '../wire/messages';
import type { Bonds } from './bonds';
import { gateAt, keysOf } from './exchange';
import type { BondRecord } from './record';
import type { NewKey, Relay } from './relay';

/** So many key records the relay takes at once (docs/protocol.md). */
const AT_ONCE = 256;

/**
 * Seals the keys of one's own opened words anew under the bond's last epoch, and replaces them on
 * the relay: from then on an older bond key opens none of them.
 */
export async function rewrap(
  { relay, bonds }: { readonly relay: Relay; readonly bonds: Bonds },
  local: string,
): Promise<void> {
  const record = await bonds.change(local, (present) => present);
  if (!record.rewrap || record.alarm !== null || record.over !== null) return;
  const found = await renewed(relay, record);
  for (let at = 0; at < found.length; at += AT_ONCE) {
    await relay.replaceKeys(record, found.slice(at, at + AT_ONCE));
  }
  const epoch = record.turned.keys.length;
  await bonds.change(local, (present) =>
    present.turned.keys.length === epoch ? { ...present, rewrap: false } : present,
  );
}

/** All of one's own keys that an older bond key opens. */
async function renewed(relay: Relay, record: BondRecord): Promise<NewKey[]> {
  const found: NewKey[] = [];
  const sealed = new Map<string, unknown>();
  let after = 0;
  for (;;) {
    const { entries, more } = await relay.read(record, after);
    for (const entry of entries) {
      const key = await newKeyOf(record, entry, sealed);
      if (key !== null) found.push(key);
      after = entry.seq;
    }
    if (!more || entries.length === 0 || after >= record.head) return found;
  }
}

/** Null where nothing of mine lies under an older key, or what lies there opens nothing. */
async function newKeyOf(
  record: BondRecord,
  entry: Entry,
  sealed: Map<string, unknown>,
): Promise<NewKey | null> {
  const parts = ownParts(record, entry);
  if (parts === null) return null;
  try {
    const fields =
      'gate' in entry
        ? await bySteps(record, entry, parts, sealed)
        : await byEntry(record, entry, parts);
    const { key: was } = parts;
    if (was === undefined || epochOf(was) >= record.turned.keys.length) return null;
    const place = { sealed: fields, key: fromBase64Url(was) };
    const key = toBase64Url(await rewrapped(keysOf(record), record.seat, place));
    return { seq: entry.seq, was, key };
  } catch (cause) {
    // A placeholder; words of another; nothing that could be read.
    if (cause instanceof Rejected || cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function ownParts({ seat }: BondRecord, entry: Entry): Parts | null {
  if ('gate' in entry) return entry.parts[seat];
  return entry.by === seat ? entry.parts : null;
}

async function byEntry(record: BondRecord, { handle, by }: Appended, { event }: Parts) {
  const place = { handle: fromBase64Url(handle), seat: by };
  return sealedIn(await openEvent(keysOf(record), place, fromBase64Url(event)));
}

/** Of words in two steps the first has what they are bound to, and the second the key. */
async function bySteps(
  record: BondRecord,
  { gate: id }: Opening,
  { event }: Parts,
  sealed: Map<string, unknown>,
) {
  const of = record.gates[id];
  if (of === undefined) throw new Rejected();
  if (of.step === 1) {
    const place = { gate: gateAt(record, of.exchange, 1), seat: record.seat };
    const text = await openGateEvent(keysOf(record), place, fromBase64Url(event));
    sealed.set(of.exchange, sealedIn(text));
  }
  return sealed.get(of.exchange);
}

function sealedIn(text: string): unknown {
  return authored(text)['sealed'];
}

/** The epoch under whose key a key record was sealed. */
export function epochOf(key: Base64Url): number {
  const [, ...number] = fromBase64Url(key).slice(0, 5);
  return number.reduce((sum, byte) => sum * 256 + byte, 0);
}
