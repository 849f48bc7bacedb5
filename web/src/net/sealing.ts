import type { ExchangeId } from '../core/types';
import type { Base64Url } from '../wire/messages';
import { withAnswer, withDeposit, withNothing } from './answers';
import { timeOf } from './clock';
import { CoreBond } from './corebond';
import { without } from './exchange';
import type { BondRecord, Outgoing } from './record';

type Deposit = Extract<Outgoing, { kind: 'deposit' }>;

/** The record after the relay has taken what was given to a gate. */
export function withAcknowledged(record: BondRecord, { gate, revision }: Deposit): BondRecord {
  const of = record.gates[gate];
  if (of?.step !== 1) return record;
  return { ...record, acknowledged: { ...record.acknowledged, [of.exchange]: revision } };
}

/** The record without deposits that another device of mine has replaced or taken back since. */
export function withoutReplaced(record: BondRecord): BondRecord {
  const outbox = record.outbox.filter((each) => each.kind !== 'deposit' || stands(record, each));
  return outbox.length === record.outbox.length ? record : { ...record, outbox };
}

function stands({ gates, sealed }: BondRecord, { gate, revision, parts }: Deposit): boolean {
  const of = gates[gate];
  const mine = of === undefined ? undefined : sealed[of.exchange];
  if (of === undefined || mine === undefined) return true;
  if (of.step === 2) return mine.parts !== null;
  return mine.revision === revision && mine.parts?.event === parts?.event;
}

/**
 * The record with all in its outbox that the relay may not have yet: what another device of mine has
 * sealed or taken back and perhaps not sent, and what two devices have made under one number. The
 * same once more changes nothing on the relay.
 */
export async function withUnsent(
  { cores }: { readonly cores: Map<string, CoreBond> },
  local: string,
  record: BondRecord,
): Promise<BondRecord> {
  const core = cores.get(local) ?? new CoreBond(record);
  const cardOf = (exchange: ExchangeId) => core.card(record.entries, exchange, timeOf(record));
  let next = record;
  for (const exchange of Object.keys(record.again)) {
    next = { ...next, again: without(next.again, exchange) };
    const [mine, card] = [next.sealed[exchange], cardOf(exchange)];
    if (mine === undefined || card === null || exchange in next.bound) continue;
    next =
      mine.parts === null
        ? await withNothing(next, card, mine)
        : await withAnswer(next, card, mine.words);
  }
  for (const [exchange, mine] of Object.entries(next.sealed)) {
    const card = isUnsent(next, exchange) ? cardOf(exchange) : null;
    if (card !== null) next = await withDeposit(next, card, mine);
  }
  return next;
}

function isUnsent(record: BondRecord, exchange: ExchangeId): boolean {
  const { revision = 0, standing = 0 } = record.sealed[exchange] ?? {};
  if (Math.max(standing, record.acknowledged[exchange] ?? 0) >= revision) return false;
  const waits = record.outbox.some((each) => {
    const of = each.kind === 'deposit' ? record.gates[each.gate] : undefined;
    return of?.exchange === exchange && of.step === 1;
  });
  return !waits && !(exchange in record.bound);
}

/**
 * The key of mine for what both are bound to, if it is to be given and this device has not done so.
 * What another device has given may never have reached the relay.
 */
export function keyOwed(record: BondRecord, exchange: ExchangeId): Base64Url | null {
  const { revision = 0 } = record.bound[exchange] ?? {};
  const mine = record.sealed[exchange];
  if (mine === undefined || mine.parts === null || exchange in record.gave) return null;
  const isMeant = mine.revision === revision || mine.released;
  return (isMeant ? mine.reveals[revision] : undefined) ?? null;
}

/**
 * All is sent and all is read: whatever revision of mine the relay has acknowledged to this device is
 * the one that may open. If a lower one ever does, the relay has kept what it was told to replace or
 * to remove. Of what another device of mine has written, and perhaps not sent, only that one can say
 * so.
 */
export function withStanding(record: BondRecord): BondRecord {
  if (record.outbox.some(({ seq }) => seq === undefined)) return record;
  const sealed = Object.entries(record.sealed).map(([exchange, mine]) => {
    const sure = Math.min(mine.revision, record.acknowledged[exchange] ?? 0);
    return [exchange, sure > mine.standing ? { ...mine, standing: sure } : mine] as const;
  });
  const isSettled = sealed.every(([exchange, mine]) => mine === record.sealed[exchange]);
  const acknowledged = ofSealed(record, record.acknowledged);
  const gave = ofSealed(record, record.gave);
  const isTidy = acknowledged === record.acknowledged && gave === record.gave;
  if (isSettled && isTidy) return record;
  return {
    ...record,
    sealed: isSettled ? record.sealed : Object.fromEntries(sealed),
    acknowledged,
    gave,
  };
}

function ofSealed<T>({ sealed }: BondRecord, all: Record<ExchangeId, T>): Record<ExchangeId, T> {
  const kept = Object.entries(all).filter(([exchange]) => exchange in sealed);
  return kept.length === Object.keys(all).length ? all : Object.fromEntries(kept);
}
