import type { Identity } from '../crypto';
import type { Pending } from '../wire/messages';
import type { Bonds } from './bonds';
import { shiftInto } from './clock';
import { meet } from './meeting';
import { withEntries } from './reading';
import type { BondRecord } from './record';
import type { Relay } from './relay';

/**
 * Brings one bond up to date: the handshake's next steps, then what waits to be sent, then what is
 * new. One at a time over all tabs; each step is kept before the next, so that stopping anywhere
 * loses nothing and starting again repeats nothing.
 */
export async function syncOnce(
  relay: Relay,
  me: Identity,
  bonds: Bonds,
  local: string,
): Promise<void> {
  await navigator.locks.request(`kith/sync/${local}`, async () => {
    await meetFurther(relay, me, bonds, local);
    await flush(relay, bonds, local);
    await pull(relay, bonds, local);
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

async function flush(relay: Relay, bonds: Bonds, local: string): Promise<void> {
  for (;;) {
    const record = await bonds.change(local, (present) => present);
    const [next] = record.outbox;
    if (next === undefined || !mayTalk(record)) return;
    await relay.send(record, next);
    await bonds.change(local, (present) => without(present, next));
  }
}

async function pull(relay: Relay, bonds: Bonds, local: string): Promise<void> {
  for (;;) {
    const record = await bonds.change(local, (present) => present);
    if (record.key === null || !mayTalk(record)) return;
    const page = await relay.read(record, record.head);
    const clockShift = shiftInto(page.day, Date.now());
    if (page.entries.length > 0 || clockShift !== record.clockShift) {
      await bonds.change(local, (present) => withEntries({ ...present, clockShift }, page.entries));
    }
    if (!page.more) return;
  }
}

function mayTalk({ stage, alarm, key }: BondRecord): boolean {
  return alarm === null && stage.name !== 'closed' && key !== null;
}

function without(record: BondRecord, sent: Pending): BondRecord {
  const text = JSON.stringify(sent);
  return { ...record, outbox: record.outbox.filter((each) => JSON.stringify(each) !== text) };
}
