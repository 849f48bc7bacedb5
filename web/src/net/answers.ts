import {
  fromBase64Url,
  keyPlaceholder,
  sealAnswer,
  sealGateEvent,
  toBase64Url,
  type SealedAnswer,
} from '../crypto';
import type { Card } from '../core/types';
import type { Base64Url, Parts } from '../wire/messages';
import { timeOf } from './clock';
import { seenBy } from './chain';
import { answered, drawnCard, fitting, gateAt, gateOf, isHeld, keysOf, without } from './exchange';
import type { BondRecord, Outgoing, SealedByMe } from './record';

/** Bytes of the smallest body. */
const SMALLEST_BODY = 1024;

/** Seals an answer to a card; the same card again is a new revision under a new key. */
export async function withAnswer(
  record: BondRecord,
  card: Card,
  words: string,
): Promise<BondRecord> {
  const { exchange } = card;
  const before = record.sealed[exchange];
  const revision = (before?.revision ?? 0) + 1;
  const sealing = sealAnswer(keysOf(record), fromBase64Url(record.mark), {
    card: answered(drawnCard(card)),
    author: { seat: record.seat, rev: revision },
    text: JSON.stringify({ v: 1, words, prompt: card.prompt.text }),
  });
  const answer = await fitting(sealing);
  const held = isHeld(record, { exchange, ring: card.prompt.ring });
  const parts = await firstParts(record, exchange, answer, held);
  const key = toBase64Url(answer.key);
  const reveals = held ? { ...before?.reveals, [revision]: key } : {};
  const standing = before?.standing ?? 0;
  const sealed = { revision, words, parts, standing, reveals, released: false };
  const undrafted = withoutDraft(record, exchange);
  return withDeposit(undrafted, card, sealed);
}

/** Takes an answer back while it is still sealed; nobody can tell that it was there. */
export async function withoutAnswer(record: BondRecord, card: Card): Promise<BondRecord> {
  const { exchange } = card;
  const mine = record.sealed[exchange];
  if (mine === undefined || mine.parts === null) return record;
  const drafts = { ...record.drafts, [exchange]: mine.words };
  return withNothing({ ...record, drafts }, card, mine);
}

/** The next revision of an answer is that there is none. */
export function withNothing(record: BondRecord, card: Card, mine: SealedByMe): Promise<BondRecord> {
  return withDeposit(record, card, { ...mine, revision: mine.revision + 1, parts: null });
}

/**
 * Gives the second gate what belongs there: after a card that both are bound to, the key of my own
 * words; after any other, a key that opens nothing, so that the relay cannot tell one from the
 * other.
 */
export async function withRelease(
  record: BondRecord,
  card: { readonly exchange: Base64Url; readonly lastDay: number },
  key: Base64Url | null,
): Promise<BondRecord> {
  const { exchange, lastDay } = card;
  const gate = gateAt(record, exchange, 2);
  const seen = await seenBy(record);
  const text = JSON.stringify({ v: 1, at: timeOf(record), seen });
  const event = await sealGateEvent(keysOf(record), { gate, seat: record.seat }, text);
  const parts = {
    event: toBase64Url(event),
    body: toBase64Url(crypto.getRandomValues(new Uint8Array(SMALLEST_BODY))),
    key: key ?? toBase64Url(keyPlaceholder(keysOf(record))),
  };
  const deposit: Outgoing = {
    kind: 'deposit',
    gate: await gateOf(record, exchange, 2),
    revision: 1,
    expires: lastDay,
    parts,
  };
  const sealed = record.sealed[exchange];
  return {
    ...record,
    sealed:
      sealed === undefined
        ? record.sealed
        : { ...record.sealed, [exchange]: { ...sealed, released: true } },
    outbox: [...record.outbox, deposit],
  };
}

/** What lies at the first gate. Where it opens in two steps the key there opens nothing. */
async function firstParts(
  record: BondRecord,
  exchange: Base64Url,
  answer: SealedAnswer,
  held: boolean,
): Promise<Parts> {
  const gate = gateAt(record, exchange, 1);
  const seen = await seenBy(record);
  const header = JSON.stringify({ v: 1, at: timeOf(record), seen, sealed: answer.sealed });
  const place = { gate, seat: record.seat };
  return {
    event: toBase64Url(await sealGateEvent(keysOf(record), place, header)),
    body: toBase64Url(answer.body),
    key: toBase64Url(held ? keyPlaceholder(keysOf(record)) : answer.key),
  };
}

/** The record with an answer as it is in its outbox. */
export async function withDeposit(
  record: BondRecord,
  card: Card,
  sealed: SealedByMe,
): Promise<BondRecord> {
  const { exchange, lastDay } = card;
  if (lastDay === null) return record;
  const gate = await gateOf(record, exchange);
  const deposit: Outgoing = {
    kind: 'deposit',
    gate,
    revision: sealed.revision,
    expires: lastDay,
    parts: sealed.parts,
  };
  const others = record.outbox.filter((each) => each.kind !== 'deposit' || each.gate !== gate);
  return {
    ...record,
    gates: { ...record.gates, [gate]: { exchange, step: 1 } },
    sealed: { ...record.sealed, [exchange]: sealed },
    outbox: [...others, deposit],
  };
}

/** The record without a draft that has been sealed or sent. */
export function withoutDraft(record: BondRecord, name: string): BondRecord {
  return {
    ...record,
    drafts: without(record.drafts, name),
    draftedAt: without(record.draftedAt, name),
  };
}
