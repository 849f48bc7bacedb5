import type { Identity } from '../crypto';
import type { Pending } from '../wire/messages';
import { Problem } from '../wire/problems';
import type { Bonds } from './bonds';
import { shiftInto } from './clock';
import { meet } from './meeting';
import { withEntries } from './reading';
import type { BondRecord } from './record';
import type { Relay } from './relay';

/**
 * Brings one bond up to date: the handshake's next steps, then what waits to be sent, then what is
 * new. One at a time over all tabs; each step is kept before the next, so that stopping anywhere
 * loses nothing and starting again repeats nothing. What the relay refuses to take does not keep
 * this device from reading; the refusal is thrown at the end.
 */
export async function syncOnce(
  relay: Relay,
  me: Identity,
  bonds: Bonds,
  local: string,
): Promise<void> {
  await navigator.locks.request(`kith/sync/${local}`, async () => {
    await meetFurther(relay, me, bonds, local);
    const refusal = await flush(relay, bonds, local);
    await pull(relay, bonds, local);
    if (refusal !== null) throw refusal;
    await bonds.change(local, withStanding);
  });
}

async function meetFurther(relay: Relay, me: Identity, bonds: Bonds, local: string): Promise<void> {
  for (;;) {
    const before = await bonds.change(local, (record) => record);
    const after = await meet(relay, me, before);
    if (after === before) return;
    await bonds.change(local, (record) => ({
      ...record,
      key: after.key,
      theirName: after.theirName,
      theirFingerprint: after.theirFingerprint,
      spokenCheck: after.spokenCheck,
      stage: after.stage,
    }));
  }
}

/** Sends what waits, in order. One refusal does not hold up what waits behind it. */
async function flush(relay: Relay, bonds: Bonds, local: string): Promise<Problem | null> {
  const record = await bonds.change(local, (present) => present);
  let refusal: Problem | null = null;
  for (const next of mayTalk(record) ? record.outbox : []) {
    try {
      const seq = await relay.send(record, next);
      await bonds.change(local, (present) => acknowledged(present, next, seq));
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      refusal ??= cause;
    }
  }
  return refusal;
}

async function pull(relay: Relay, bonds: Bonds, local: string): Promise<void> {
  for (;;) {
    const record = await bonds.change(local, (present) => present);
    if (!mayTalk(record)) return;
    const page = await relay.read(record, record.head);
    const clockShift = shiftInto(page.day, Date.now());
    if (page.entries.length > 0 || clockShift !== record.clockShift) {
      await bonds.change(local, (present) => withEntries({ ...present, clockShift }, page.entries));
    }
    if (!page.more || page.entries.length === 0) return;
  }
}

function mayTalk({ stage, alarm, key }: BondRecord): boolean {
  return alarm === null && stage.name !== 'closed' && key !== null;
}

/** A new entry stands behind all that was read before; otherwise the relay has lost some of it. */
function acknowledged(record: BondRecord, sent: Pending, seq: number | null): BondRecord {
  const text = JSON.stringify(sent);
  const outbox = record.outbox.filter((each) => JSON.stringify(each) !== text);
  const alarm = seq !== null && seq <= record.head ? 'gap' : record.alarm;
  return { ...record, outbox, alarm };
}

/**
 * All is sent and all is read: whatever revision of mine stands now is the one that may open. If a
 * lower one ever does, the relay has kept what it was told to replace or to remove.
 */
function withStanding(record: BondRecord): BondRecord {
  const isSettled = Object.values(record.sealed).every((mine) => mine.standing === mine.revision);
  if (isSettled || record.outbox.length > 0) return record;
  const sealed = Object.entries(record.sealed).map(([exchange, mine]) => [
    exchange,
    { ...mine, standing: mine.revision },
  ]);
  return { ...record, sealed: Object.fromEntries(sealed) as BondRecord['sealed'] };
}
