import { fromBase64Url, seatHash, toBase64Url, type Identity } from '../crypto';
import type { CoreEvent } from '../core/types';
import { Problem } from '../wire/problems';
import { keysAhead, needsKeysAhead } from './ahead';
import { withRelease } from './answers';
import type { Bonds } from './bonds';
import { stillShows } from './chain';
import { shiftInto, timeOf } from './clock';
import { CoreBond } from './corebond';
import { alone } from './locks';
import { meet } from './meeting';
import { capabilitiesOf, isRenewalDue, withRenewal, type Selves } from './newkeys';
import { withEntries } from './reading';
import { rewrap } from './rewrapping';
import { keyOwed, withAcknowledged, withoutReplaced, withStanding, withUnsent } from './sealing';
import type { Page } from '../wire/messages';
import { pullChanges } from './changing';
import { eraseWords } from './erasing';
import type { BondRecord, Outgoing } from './record';
import type { Relay } from './relay';
import { withTonight } from './tonight';
import { vote, type Wished } from './voting';

/** Whose bonds are brought up to date, over which relay. */
export interface Syncing {
  readonly relay: Relay;
  /** Who acts now. */
  readonly me: () => Identity;
  /** The same, and under which keys before. */
  readonly selves: () => Promise<Selves>;
  /** Brings this device and the vault to the same; nothing happens where there is none. */
  readonly bring: () => Promise<void>;
  readonly bonds: Bonds;
  /** The model of each bond without anything ahead of what was read. */
  readonly cores: Map<string, CoreBond>;
  /** What this person says yes to now. */
  readonly wished: (local: string, record: BondRecord) => Wished;
}

/**
 * Brings one bond up to date: the handshake's next steps, then what waits to be sent, then what is
 * new. One at a time over all tabs; each step is kept before the next, so that stopping anywhere
 * loses nothing and starting again repeats nothing. What the relay refuses to take does not keep
 * this device from reading; the refusal is thrown at the end.
 */
export async function syncOnce(syncing: Syncing, local: string): Promise<void> {
  await alone(`kith/sync/${local}`, async () => {
    try {
      await synced(syncing, local);
    } catch (cause) {
      if (!isNotPermitted(cause) || !(await isSeated(syncing, local))) throw cause;
      await synced(syncing, local);
    }
  });
}

async function synced(syncing: Syncing, local: string): Promise<void> {
  const { relay, bonds } = syncing;
  await meetFurther(syncing, local);
  await renew(syncing, local);
  await bonds.change(local, (record) => withEvening(syncing, local, record));
  let refusal = await flush(relay, bonds, local);
  await pull(syncing, local);
  const present = await bonds.change(local, async (record) =>
    mayTalk(record) && record.over === null
      ? withUnsent(syncing, local, await withReleases(syncing, local, record))
      : record,
  );
  await renew(syncing, local);
  await rewrap(syncing, local);
  if (refusal === null && mayTalk(present) && bonds.get(local)?.outbox.some(isUnsent) === true) {
    // What came has led to more: keys for a gate that waits for them, or for the bond.
    refusal = await flush(relay, bonds, local);
    await pull(syncing, local);
  }
  await leaveAndForget(syncing, local);
  if (refusal !== null) throw refusal;
  const settled = await bonds.change(local, withStanding);
  if (mayTalk(settled) && settled.over === null) await vote(syncing, local);
}

/** Whether another of the capabilities that my devices have asked for opens this seat. */
async function isSeated({ relay, bonds, bring }: Syncing, local: string): Promise<boolean> {
  await bring().catch(refusalOf);
  const record = await bonds.change(local, (present) => present);
  for (const capability of capabilitiesOf(record).slice(1)) {
    try {
      await relay.read({ ...record, capability }, record.head);
    } catch (cause) {
      if (!isNotPermitted(cause)) throw cause;
      continue;
    }
    await bonds.change(local, (present) => ({ ...present, capability }));
    return true;
  }
  return false;
}

function isNotPermitted(cause: unknown): boolean {
  return cause instanceof Problem && cause.problem === 'not-permitted';
}

/**
 * New keys and a new capability for a bond that stands under keys that were left behind. All devices
 * of mine know them before anything is under them.
 */
async function renew(syncing: Syncing, local: string): Promise<void> {
  const { relay, bonds, bring } = syncing;
  const due = async () => isRenewalDue(await record(), await syncing.selves());
  const record = () => bonds.change(local, (present) => present);
  if (!(await due())) return;
  // Another device of mine may have begun it.
  await bring();
  await renewalBegun(syncing, local);
  await bring();
  const present = await record();
  if (present.renewal.capability === null) return;
  const capability = await accepted(relay, present, present.renewal.capability);
  await bonds.change(local, (present) => ({
    ...present,
    capability,
    renewal: { ...present.renewal, capability: null },
  }));
}

/** Marks in every bond what new keys of mine ask for; it goes out with the next sync of each. */
export async function renewalsBegun(syncing: Syncing): Promise<void> {
  for (const [local] of syncing.bonds.all()) await renewalBegun(syncing, local);
}

async function renewalBegun(syncing: Syncing, local: string): Promise<void> {
  const selves = await syncing.selves();
  await syncing.bonds.change(local, (present) => withRenewal(present, selves));
}

/**
 * The capability that opens this seat from now on. Perhaps only the answer was lost, or another device
 * of mine was first: then what that one had asked for opens the seat.
 */
async function accepted(relay: Relay, record: BondRecord, next: string): Promise<string> {
  const hash = toBase64Url(await seatHash(fromBase64Url(next)));
  let refusal: unknown = null;
  for (const capability of capabilitiesOf(record)) {
    try {
      await relay.changeSeat({ bond: record.bond, capability }, hash);
      return next;
    } catch (cause) {
      if (!isNotPermitted(cause)) throw cause;
      refusal = cause;
    }
  }
  throw refusal;
}

/** An end that was put off, and words to be erased: neither waits for anything else. */
async function leaveAndForget({ relay, bonds }: Syncing, local: string): Promise<void> {
  const record = await bonds.change(local, (present) => present);
  const { leaving } = record;
  if (!mayTalk(record)) return;
  if (leaving !== null && !leaving.sent && record.over === null) {
    await relay.end(record, leaving, leaving.on);
    await bonds.change(local, (present) => ({ ...present, leaving: { ...leaving, sent: true } }));
  }
  await eraseWords({ relay, bonds }, local);
}

async function withEvening(syncing: Syncing, local: string, record: BondRecord) {
  if (!mayTalk(record) || record.over !== null) return record;
  return withTonight(record, syncing.wished(local, record).yes);
}

async function meetFurther(syncing: Syncing, local: string): Promise<void> {
  const { relay, me, bonds } = syncing;
  for (;;) {
    const before = await bonds.change(local, (record) => record);
    const after = await meet(relay, me(), before).catch(refusalOf);
    if (after === before) return;
    const isGone = after instanceof Problem || after.stage.name === 'closed';
    if (isGone && (await isFurther(syncing, local, before))) continue;
    if (after instanceof Problem) throw after;
    await bonds.change(local, (record) => ({
      ...record,
      key: after.key,
      theirName: after.theirName,
      theirFingerprint: after.theirFingerprint,
      turned: after.turned,
      spokenCheck: after.spokenCheck,
      stage: after.stage,
    }));
  }
}

/** Another device of mine has come further: to this one the invitation only looked gone. */
async function isFurther({ bring, bonds }: Syncing, local: string, { stage }: BondRecord) {
  await bring().catch(refusalOf);
  const record = await bonds.change(local, (present) => present);
  return record.stage.name !== stage.name;
}

function refusalOf(cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  throw cause;
}

/**
 * Sends what waits, in order. What the relay refuses stays; entries behind it wait, since they were
 * written after it, but what keeps a person safe does not.
 */
async function flush(relay: Relay, bonds: Bonds, local: string): Promise<Problem | null> {
  const record = await bonds.change(local, withoutReplaced);
  let refusal: Problem | null = null;
  for (const next of mayTalk(record) ? record.outbox : []) {
    if (!isUnsent(next)) continue;
    if (refusal !== null && next.kind === 'append' && !isSafety(next)) continue;
    try {
      const seq = await sent(relay, record, next);
      await bonds.change(local, (present) => acknowledged(present, next, seq));
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      refusal ??= cause;
    }
  }
  return refusal;
}

/** What keeps a person safe has room of its own where the ordinary room of a day is used up. */
async function sent(relay: Relay, record: BondRecord, next: Outgoing): Promise<number | null> {
  try {
    return await relay.send(record, next);
  } catch (cause) {
    const isFull = cause instanceof Problem && cause.problem === 'too-many';
    if (!isFull || next.kind !== 'append' || !isSafety(next)) throw cause;
    return relay.send(record, next, true);
  }
}

const SAFE: ReadonlySet<CoreEvent['type']> = new Set([
  'rested',
  'stepped-back',
  'withdrew',
  'note-withdrawn',
  'ended',
] as const);

function isSafety({ events }: Outgoing): boolean {
  return events?.every((event) => SAFE.has(event.type)) ?? false;
}

async function pull(syncing: Syncing, local: string): Promise<void> {
  const { relay, bonds, cores } = syncing;
  let isEven = false;
  for (;;) {
    const record = await bonds.change(local, (present) => present);
    if (!mayTalk(record)) return;
    // From one before the last: the relay is held to what it has shown.
    const page = await relay.read(record, Math.max(0, record.head - 1));
    const [last, ...others] = page.entries;
    const further = record.head === 0 ? page.entries : others;
    if (!(await stillShows(record, last))) {
      await bonds.change(local, (present) => ({ ...present, alarm: 'rolled-back' }));
      return;
    }
    await bonds.change(local, (present) => withStandingOf(present, page));
    if (further.length > 0) {
      const core = cores.get(local) ?? new CoreBond(record);
      cores.set(local, core);
      const selves = await syncing.selves();
      if (needsKeysAhead(record, further)) {
        const { found, isElsewhere } = await keysAhead(relay, record, selves);
        await bonds.change(local, (present) => ({ ...present, ...found }));
        if (isElsewhere && !isEven) {
          await syncing.bring();
          isEven = true;
          continue;
        }
      }
      const read = await bonds.change(local, (present) =>
        withEntries(present, further, { core, selves, isEven }),
      );
      if (read.alarm === null && read.head < (further.at(-1)?.seq ?? 0)) {
        // Another device of mine has made new keys: it gave them to the vault before it did.
        await syncing.bring();
        isEven = true;
        continue;
      }
    }
    if (!page.more || further.length === 0) {
      await pullChanges({ relay, bonds }, local, page.change);
      if (page.ended !== null)
        await bonds.change(local, (present) => withOver(present, page.ended));
      return;
    }
  }
}

/** What the relay says of time: the day that this device's clock is brought into, and the tick. */
function withStandingOf(record: BondRecord, { day, tick }: Page): BondRecord {
  const clockShift = shiftInto(day, Date.now());
  if (clockShift === record.clockShift && tick <= record.tick) return record;
  return { ...record, clockShift, tick: Math.max(tick, record.tick) };
}

/**
 * The relay takes nothing more: what waits to be sent never will be. Without an end that this device
 * has read, it only says so.
 */
function withOver(record: BondRecord, day: number | null): BondRecord {
  if (record.over !== null || record.alarm !== null) return record;
  const isEnd = (event: unknown) => (Object(event) as { type?: unknown }).type === 'ended';
  const isThere = record.entries.some(
    (entry) => 'events' in entry && Array.isArray(entry.events) && entry.events.some(isEnd),
  );
  if (!isThere) return { ...record, alarm: 'gap' };
  return { ...record, over: day, leaving: null, outbox: [], bound: {} };
}

/** Both are bound to a card: gives the key of my words, if what was bound is what I say now. */
async function withReleases(
  { cores }: Syncing,
  local: string,
  record: BondRecord,
): Promise<BondRecord> {
  let next = record;
  for (const exchange of Object.keys(record.bound)) {
    const key = keyOwed(next, exchange);
    if (key !== null) next = await withReleased({ cores, local, key }, next, exchange);
  }
  return next;
}

/** Gives the key of what lies bound, if the card still lies there. */
export async function withReleased(
  { cores, local, key }: Pick<Syncing, 'cores'> & { local: string; key: string },
  record: BondRecord,
  exchange: string,
): Promise<BondRecord> {
  const core = cores.get(local) ?? new CoreBond(record);
  const lastDay = core.card(record.entries, exchange, timeOf(record))?.lastDay ?? null;
  if (lastDay === null) return record;
  const given = await withRelease(record, { exchange, lastDay }, key);
  return { ...given, gave: { ...given.gave, [exchange]: true } };
}

function isUnsent({ seq }: Outgoing): boolean {
  return seq === undefined;
}

function mayTalk({ stage, alarm, key }: BondRecord): boolean {
  return alarm === null && stage.name !== 'closed' && key !== null;
}

/** A new entry stands behind all that was read before; otherwise the relay has lost some of it. */
function acknowledged(record: BondRecord, sent: Outgoing, seq: number | null): BondRecord {
  const text = JSON.stringify(sent);
  const isIt = (each: Outgoing) => JSON.stringify(each) === text;
  // An end counts here until it is read back, or the bond would look alive again for a moment.
  if (sent.kind === 'end') return record;
  if (seq === null) {
    const left = { ...record, outbox: record.outbox.filter((each) => !isIt(each)) };
    return sent.kind === 'deposit' ? withAcknowledged(left, sent) : left;
  }
  const outbox = record.outbox.map((each) => (isIt(each) ? { ...each, seq } : each));
  // An entry that has been read meanwhile is no longer in the outbox.
  const isThere = record.outbox.some(isIt);
  return { ...record, outbox, alarm: isThere && seq <= record.head ? 'gap' : record.alarm };
}
