import { bondContext, bondKey, checkedSeat, currentEpoch, type Bond, type Seat } from './bond';
import { concat, exactly, ID_BYTES, Reader, textOf, u32, u8, type Bytes } from './bytes';
import { EVENT_SIZES, mostText, pad, unpad } from './padding';
import { refuseUnless, rejecting } from './rejected';
import { AE_BYTES, derive, KITH1, lab, open, seal, SU, type Suite } from './suite';

/** Suite byte and epoch stand before what is sealed. */
const OVERHEAD = 1 + 4 + AE_BYTES;

/** The most UTF-8 bytes of text that an event box holds. */
export const MOST_EVENT_BYTES = mostText(OVERHEAD, EVENT_SIZES);

/** Where an ordinary entry stands: its handle on the relay, and who wrote it. */
export interface EntryPlace {
  readonly handle: Uint8Array;
  readonly seat: Seat;
}

/** A presence gate: of which exchange, which step, and under which epoch the card was drawn. */
export interface Gate {
  readonly exchange: Uint8Array;
  /** 1: header and body (and the key record, where it opens at once); 2: the key record. */
  readonly step: 1 | 2;
  readonly epoch: number;
}

/** Seals the text of an ordinary entry: exactly 1024 or 4096 bytes. */
export async function sealEvent(
  bond: Bond,
  place: EntryPlace,
  text: string,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const epoch = currentEpoch(bond);
  return sealBox(await entryBinding(bond, place, epoch, suite), text, suite);
}

/** Opens the event box of an ordinary entry. */
export async function openEvent(
  bond: Bond,
  place: EntryPlace,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<string> {
  return rejecting(async () => {
    const epoch = epochOf(box);
    return openBox(await entryBinding(bond, place, epoch, suite), box);
  });
}

/** The gate's id on the relay: it tells the relay nothing about exchange or step. */
export async function gateHandle(bond: Bond, gate: Gate, suite: Suite = KITH1): Promise<Bytes> {
  const id = exactly(bond.id, ID_BYTES, 'a bond id');
  const exchange = exactly(gate.exchange, ID_BYTES, 'an exchange id');
  const context = concat(id, exchange, u8(gate.step));
  return derive(suite, bondKey(bond, gate.epoch), 'gate/handle', context, ID_BYTES);
}

/** Seals the event box of a deposit at a gate: exactly 1024 or 4096 bytes. */
export async function sealGateEvent(
  bond: Bond,
  place: { readonly gate: Gate; readonly seat: Seat },
  text: string,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return sealBox(await gateBinding(bond, place, suite), text, suite);
}

/** Opens the event box of one side of an opening. */
export async function openGateEvent(
  bond: Bond,
  place: { readonly gate: Gate; readonly seat: Seat },
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<string> {
  return rejecting(async () => openBox(await gateBinding(bond, place, suite), box));
}

/** What a box is sealed under and bound to. */
interface Binding {
  readonly epoch: number;
  readonly key: Bytes;
  readonly aad: Bytes;
}

async function entryBinding(
  bond: Bond,
  place: EntryPlace,
  epoch: number,
  suite: Suite,
): Promise<Binding> {
  const context = bondContext(bond, epoch);
  const key = await derive(suite, bondKey(bond, epoch), 'bond/entry', context);
  const handle = exactly(place.handle, ID_BYTES, 'a handle');
  const seat = u8(checkedSeat(place.seat));
  const aad = concat(lab(suite, 'entry'), SU, bond.id, handle, seat, u32(epoch));
  return { epoch, key, aad };
}

async function gateBinding(
  bond: Bond,
  { gate, seat }: { readonly gate: Gate; readonly seat: Seat },
  suite: Suite,
): Promise<Binding> {
  const { epoch } = gate;
  const place = concat(bond.id, await gateHandle(bond, gate, suite));
  const context = concat(place, u32(epoch));
  const key = await derive(suite, bondKey(bond, epoch), 'gate', context);
  const where = concat(place, u8(checkedSeat(seat)), u32(epoch), u8(gate.step));
  return { epoch, key, aad: concat(lab(suite, 'gate'), SU, where) };
}

async function sealBox(binding: Binding, text: string, suite: Suite): Promise<Bytes> {
  const padded = pad(text, OVERHEAD, EVENT_SIZES);
  return concat(SU, u32(binding.epoch), await seal(suite, binding.key, binding.aad, padded));
}

async function openBox(binding: Binding, box: Uint8Array): Promise<string> {
  refuseUnless(EVENT_SIZES.some((size) => size === box.length));
  const reader = new Reader(box);
  reader.expect(concat(SU, u32(binding.epoch)));
  return textOf(unpad(await open(binding.key, binding.aad, reader.rest())));
}

function epochOf(box: Uint8Array): number {
  const reader = new Reader(box);
  reader.expect(SU);
  return reader.number(4);
}
