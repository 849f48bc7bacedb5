import type { CoreEvent } from '../core/types';
import { fromBase64Url, newId, sealEvent, toBase64Url, withMark } from '../crypto';
import type { Base64Url } from '../wire/messages';
import { seenBy } from './chain';
import { fitting, keysOf, Refused, withEpochs } from './exchange';
import type { BondRecord, Outgoing } from './record';
import { sealWords, spoken } from './spoken';

/** Bytes of the one event box that an end may have. */
const END_BYTES = 1024;

/** What somebody says, and when by their own clock. */
export interface Said {
  readonly at: number;
  readonly events: readonly CoreEvent[];
}

/** Seals events into one entry, their words into a body that can be erased; for the outbox. */
export async function withEvents(
  record: BondRecord,
  said: Said,
  closes: Base64Url[],
): Promise<BondRecord> {
  return (await withEntry(record, said, { closes, more: {} })).record;
}

/** The same, with what else an entry may say; gives its handle, too. */
export async function withEntry(
  record: BondRecord,
  said: Said,
  { closes, more }: { readonly closes: Base64Url[]; readonly more: object },
): Promise<{ readonly record: BondRecord; readonly handle: Base64Url }> {
  const handle = newId();
  const { events, texts } = spoken(said.events);
  const words = texts.length === 0 ? null : await sealWords(record, handle, texts);
  const object = { v: 1, at: said.at, events, seen: await seenBy(record), ...more };
  const whole = words === null ? object : { ...object, sealed: words.sealed };
  const event = toBase64Url(await eventBox(record, handle, whole));
  const erasable =
    words === null ? {} : { body: toBase64Url(words.body), key: toBase64Url(words.key) };
  const parts = { event, ...erasable };
  const outgoing: Outgoing = {
    kind: 'append',
    handle: toBase64Url(handle),
    parts,
    closes,
    ...said,
  };
  const laid = withEpochs(record, said.events, record.turned.keys.length);
  return {
    record: { ...laid, outbox: [...record.outbox, outgoing] },
    handle: toBase64Url(handle),
  };
}

/** Seals the end of a bond: its last entry, which the relay makes itself, now or on a later day. */
export async function endOf(record: BondRecord, { at, events }: Said) {
  const handle = newId();
  const object = { v: 1, at, events, seen: await seenBy(record) };
  const box = await eventBox(record, handle, object);
  if (box.length !== END_BYTES) throw new Refused('words-too-long');
  return { handle: toBase64Url(handle), event: toBase64Url(box) };
}

async function eventBox(record: BondRecord, handle: Uint8Array, object: object) {
  const bond = keysOf(record);
  const place = { handle, seat: record.seat };
  const text = await withMark(bond, fromBase64Url(record.mark), place, JSON.stringify(object));
  return fitting(sealEvent(bond, place, text));
}
