import {
  followsStatement,
  fromBase64Url,
  makeRotation,
  newSecret,
  openRotation,
  openStatement,
  Rejected,
  sameBytes,
  toBase64Url,
  type Bytes,
  type Identity,
  type Statement,
} from '../crypto';
import type { Appended } from '../wire/messages';
import { timeOf } from './clock';
import { keysOf } from './exchange';
import type { BondRecord, Turned } from './record';
import { withEntry } from './writing';

/** Who acts now, and under which keys before, oldest first. */
export interface Selves {
  readonly now: Identity;
  readonly before: readonly Identity[];
}

/** Whether this bond still stands under keys that its owner has left behind. */
export function isRenewalDue(record: BondRecord, selves: Selves): boolean {
  const { generation } = selves.now.statement;
  const { renewal, stage, alarm } = record;
  if (alarm !== null || record.key === null || stage.name === 'closed') return false;
  if (renewal.capability !== null || renewal.asked < generation) return true;
  return isRotationDue(record, selves);
}

/** Only in a bond that both are in, that goes on, and in which the other's keys are known. */
function isRotationDue(record: BondRecord, selves: Selves): boolean {
  const { stage, over, turned, renewal } = record;
  const { generation } = selves.now.statement;
  if (stage.name !== 'joined' || over !== null || turned.statement === null) return false;
  if (renewal.made >= generation || isUnderWay(record, generation)) return false;
  // What is not known here any more nobody can be told.
  return untold(record, selves).length === generation - renewal.told;
}

/** The generations of my own keys that the other does not know of yet. */
function untold({ renewal }: BondRecord, { now, before }: Selves): readonly Identity[] {
  return [...before, now].filter(({ statement }) => statement.generation > renewal.told);
}

function isUnderWay({ renewal }: BondRecord, generation: number): boolean {
  return Object.values(renewal.rotations).some((one) => one.generation === generation);
}

/**
 * The record with a new capability to be asked for, and the step to the bond's next epoch in its
 * outbox: whoever has a copy of the old keys, and cannot write here, has none of the new ones.
 */
export async function withRenewal(record: BondRecord, selves: Selves): Promise<BondRecord> {
  if (!isRenewalDue(record, selves)) return record;
  const { generation } = selves.now.statement;
  const { renewal } = record;
  const isAsked = renewal.asked >= generation;
  const capability = isAsked ? renewal.capability : toBase64Url(newSecret());
  const capabilities = isAsked ? renewal.capabilities : withCapability(record, capability);
  const next = { ...renewal, capability, asked: generation, capabilities: capabilities ?? [] };
  const asked = { ...record, renewal: next };
  return isRotationDue(record, selves) ? withRotation(asked, selves) : asked;
}

/** More than devices that could have asked at once. */
const MOST_CAPABILITIES = 16;

function withCapability(record: BondRecord, next: string | null): readonly string[] {
  const { capabilities = [] } = record.renewal;
  const all = new Set([...capabilities, record.capability, ...(next === null ? [] : [next])]);
  return [...all].slice(-MOST_CAPABILITIES);
}

/**
 * All that may open this seat, the likeliest first: of several devices of mine that each asked for a
 * new capability, the relay took the last, and its answer may have been lost.
 */
export function capabilitiesOf({ capability, renewal }: BondRecord): readonly string[] {
  const asked = renewal.capability === null ? [] : [renewal.capability];
  const lately = [...(renewal.capabilities ?? [])].reverse();
  return [...new Set([capability, ...asked, ...lately])];
}

/** Each generation that the other has not been told of goes in an entry; the last with the step. */
async function withRotation(record: BondRecord, selves: Selves): Promise<BondRecord> {
  const { now } = selves;
  const { generation } = now.statement;
  const news = untold(record, selves);
  let next = record;
  for (const { statement } of news.slice(0, -1)) {
    next = (await said(next, { statement: toBase64Url(statement.signed) })).record;
  }
  const partner = await partnerOf(next);
  const { rotation, key } = await makeRotation(keysOf(next), now, partner);
  const { epoch, seal, signature } = rotation;
  const step = { epoch, seal: toBase64Url(seal), signature: toBase64Url(signature) };
  const last = news.length === 0 ? {} : { statement: toBase64Url(now.statement.signed) };
  const made = await said(next, { ...last, rotation: step });
  const rotations = {
    ...next.renewal.rotations,
    [made.handle]: { key: toBase64Url(key), generation },
  };
  return { ...made.record, renewal: { ...next.renewal, told: generation, rotations } };
}

function said(record: BondRecord, more: object) {
  return withEntry(record, { at: timeOf(record), events: [] }, { closes: [], more });
}

function partnerOf({ turned }: BondRecord): Promise<Statement> {
  return openStatement(fromBase64Url(turned.statement ?? ''));
}

/** What an entry may say of keys. */
export interface KeysSaid {
  readonly statement: unknown;
  readonly rotation: unknown;
}

/** The record after an entry that may carry new keys; null: keys of mine that are not known here. */
export async function withNewKeys(
  record: BondRecord,
  entry: Appended,
  said: KeysSaid,
  selves: Selves,
): Promise<BondRecord | null> {
  if (said.statement === undefined && said.rotation === undefined) return record;
  const ahead = asFoundAhead(record, entry, said.rotation);
  if (ahead.alarm !== null) return ahead;
  // Another device of mine has read this one already, and told of it; or it was looked for ahead.
  if (entry.seq <= ahead.turned.seq) return withoutRotation(ahead, entry.handle);
  if (entry.by === record.seat) return withMine(record, entry, said.rotation);
  try {
    return await withTheirs(record, entry, said, selves);
  } catch (cause) {
    if (!(cause instanceof Rejected) && !(cause instanceof RangeError)) throw cause;
    return { ...record, alarm: 'keys' };
  }
}

/** A key that was found ahead came with the first step to its epoch, or the relay shows two orders. */
function asFoundAhead(record: BondRecord, { handle }: Appended, rotation: unknown): BondRecord {
  const epoch = Number(fieldsOf(rotation)['epoch']);
  const by = record.turnedBy[epoch];
  if (by === undefined) return record;
  if (by !== handle) return { ...record, alarm: 'forked' };
  const others = Object.entries(record.turnedBy).filter(([each]) => each !== String(epoch));
  return { ...record, turnedBy: Object.fromEntries(others) };
}

/** Of two steps to one epoch the first in the bond's order counts. */
function withMine(record: BondRecord, entry: Appended, rotation: unknown): BondRecord | null {
  if (fieldsOf(rotation)['epoch'] !== nextEpoch(record)) {
    return withoutRotation(record, entry.handle);
  }
  const known = record.renewal.rotations[entry.handle];
  if (known === undefined) return null;
  const next = withoutRotation(record, entry.handle);
  const made = Math.max(record.renewal.made, known.generation);
  return withKey({ ...next, renewal: { ...next.renewal, made } }, entry, known.key);
}

async function withTheirs(
  record: BondRecord,
  entry: Appended,
  said: KeysSaid,
  selves: Selves,
): Promise<BondRecord> {
  const next = said.statement === undefined ? record : await withStatement(record, entry, said);
  const { epoch, seal, signature } = fieldsOf(said.rotation);
  if (epoch !== nextEpoch(record)) return next;
  const rotation = { epoch: nextEpoch(next), seal: bytesOf(seal), signature: bytesOf(signature) };
  const partner = await partnerOf(next);
  // Theirs may be made for the keys that I had when they wrote it.
  for (const { keys, statement } of [selves.now, ...selves.before]) {
    const me = { kemSeed: keys.kemSeed, fingerprint: statement.fingerprint };
    const key = await openRotation(keysOf(next), me, partner, rotation).catch(orRejected);
    if (key !== null) return withKey(next, entry, toBase64Url(key));
  }
  throw new Rejected();
}

async function withStatement(
  record: BondRecord,
  { seq }: Appended,
  { statement }: KeysSaid,
): Promise<BondRecord> {
  const before = await partnerOf(record);
  const pinned = fromBase64Url(record.theirFingerprint ?? '');
  const next = await openStatement(bytesOf(statement));
  // Said once more, by a device that did not know that I have it.
  if (sameBytes(next.signed, before.signed)) return record;
  if (!sameBytes(before.fingerprint, pinned) || !(await followsStatement(next, before))) {
    throw new Rejected();
  }
  const turned: Turned = { ...record.turned, seq, statement: toBase64Url(next.signed) };
  // The digits that the two compared were those of the keys before.
  return {
    ...record,
    turned,
    theirFingerprint: toBase64Url(next.fingerprint),
    newSince: record.comparedOn !== null,
  };
}

function withKey(record: BondRecord, { seq }: Appended, key: string): BondRecord {
  const turned: Turned = { ...record.turned, seq, keys: [...record.turned.keys, key] };
  return { ...record, turned, rewrap: true };
}

function withoutRotation(record: BondRecord, handle: string): BondRecord {
  const { renewal } = record;
  if (!(handle in renewal.rotations)) return record;
  const others = Object.entries(renewal.rotations).filter(([each]) => each !== handle);
  return { ...record, renewal: { ...renewal, rotations: Object.fromEntries(others) } };
}

function nextEpoch({ turned }: BondRecord): number {
  return turned.keys.length + 1;
}

function orRejected(cause: unknown): null {
  if (cause instanceof Rejected) return null;
  throw cause;
}

function bytesOf(value: unknown): Bytes {
  if (typeof value !== 'string') throw new Rejected();
  return fromBase64Url(value);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return Object(value) as Record<string, unknown>;
}
