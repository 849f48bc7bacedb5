import { authorId, currentEpoch, type Bond, type Seat } from './bond';
import { fromBase64Url, toBase64Url } from './base64url';
import { concat, equal, ID_BYTES, KEY_BYTES, lp, nfc, textOf, u32, type Bytes } from './bytes';
import { commitment, contentKeys, KEY_RECORD_BYTES, openRecord } from './content';
import { sealRecord, selfTag } from './content';
import { headerHash } from './header';
import { BODY_SIZES, mostText, pad, unpad } from './padding';
import { refuseUnless, rejecting } from './rejected';
import { AE_BYTES, hash, KITH1, open, seal, SU, type Suite } from './suite';

/** The most UTF-8 bytes of text that a body holds. */
export const MOST_BODY_BYTES = mostText(AE_BYTES, BODY_SIZES);

/** A prompt, as far as an answer is bound to it. */
export interface Prompt {
  readonly deck: string;
  readonly id: string;
  readonly language: string;
  readonly text: string;
}

/** The drawn card that an answer belongs to, as this reader sees it. */
export interface Card {
  readonly exchange: Uint8Array;
  /** 1 to 4. */
  readonly ring: number;
  readonly prompt: Prompt;
}

/** What goes into the event box as "sealed": bytes as base64url. */
export interface SealedFields {
  readonly exchange: string;
  readonly rev: number;
  readonly ring: number;
  readonly promptHash: string;
  /** The key commitment: with it, one body has one meaning. */
  readonly kc: string;
  /** The commitment to header, key and body. */
  readonly com: string;
  /** The author's private tag under AMK. */
  readonly self: string;
}

/** The parts of a sealed answer. */
export interface SealedAnswer {
  readonly sealed: SealedFields;
  /** Exactly 1024, 4096, 16384 or 65536 bytes. */
  readonly body: Bytes;
  /** The key record R, 65 bytes: who has none cannot open the body. */
  readonly key: Bytes;
}

/** Parts as they come from a box and the relay: nothing about them is known yet. */
export interface AnswerParts {
  readonly sealed: unknown;
  readonly body: Uint8Array;
  readonly key: Uint8Array;
}

/** Whose answer to which card it is. */
export interface From {
  readonly card: Card;
  readonly seat: Seat;
}

/** Whose answer it is: the seat, and the revision of it (from 1; each has its own content key). */
export interface Authorship {
  readonly seat: Seat;
  readonly rev: number;
}

/** An answer to be sealed. */
export interface Draft {
  readonly card: Card;
  readonly author: Authorship;
  readonly text: string;
}

/** One's own answer, opened. */
export interface OwnAnswer {
  readonly text: string;
  /** False: the bond's keys made it, but not this person: "not confirmed as written by you". */
  readonly confirmed: boolean;
}

/** H(lp(deck) || lp(id) || lp(language) || lp(text)), each in NFC and UTF-8. */
export async function promptHash(prompt: Prompt): Promise<Bytes> {
  const hashed = prompts.get(prompt) ?? newPromptHash(prompt);
  prompts.set(prompt, hashed);
  return hashed;
}

/** Both answers to a card are bound to the same prompt, and are opened at the same time. */
const prompts = new WeakMap<Prompt, Promise<Bytes>>();

async function newPromptHash(prompt: Prompt): Promise<Bytes> {
  const fields = [prompt.deck, prompt.id, prompt.language, prompt.text];
  return hash(...fields.map((field) => lp(nfc(field))));
}

/** Seals an answer under a new content key. `amk` is the author's own secret of this bond. */
export async function sealAnswer(
  bond: Bond,
  amk: Uint8Array,
  draft: Draft,
  suite: Suite = KITH1,
): Promise<SealedAnswer> {
  const { card } = draft;
  const { seat, rev } = draft.author;
  if (rev < 1) throw new RangeError('revisions count from 1');
  const prompt = await promptHash(card.prompt);
  const header = await answerHeader(bond, { card, seat }, { rev, prompt }, suite);
  const contentKey = suite.random(KEY_BYTES);
  const { key, kc } = await contentKeys(contentKey, header, suite);
  const padded = pad(draft.text, AE_BYTES, BODY_SIZES);
  const body = await seal(suite, key, concat(header, kc), padded);
  const com = await commitment(header, kc, body, suite);
  const sealed = {
    exchange: toBase64Url(card.exchange),
    rev,
    ring: card.ring,
    promptHash: toBase64Url(prompt),
    kc: toBase64Url(kc),
    com: toBase64Url(com),
    self: toBase64Url(await selfTag(amk, com, suite)),
  };
  return { sealed, body, key: await sealRecord(bond, { header, kc }, contentKey, suite) };
}

/**
 * What stands in the key record's place at the first gate of a seal in two steps: 65 bytes that hold
 * nothing, and that the relay cannot tell from a key record.
 */
export function keyPlaceholder(bond: Bond, suite: Suite = KITH1): Bytes {
  const before = concat(SU, u32(currentEpoch(bond)));
  return concat(before, suite.random(KEY_RECORD_BYTES - before.length));
}

/** Opens the partner's answer to the card that this reader sees. */
export async function openAnswer(
  bond: Bond,
  from: From,
  parts: AnswerParts,
  suite: Suite = KITH1,
): Promise<string> {
  return rejecting(async () => (await openParts(bond, from, parts, suite)).text);
}

/** Opens one's own answer, and says whether oneself has written it. */
export async function openOwnAnswer(
  bond: Bond,
  amk: Uint8Array,
  from: From,
  parts: AnswerParts,
  suite: Suite = KITH1,
): Promise<OwnAnswer> {
  return rejecting(async () => {
    const { text, com, self } = await openParts(bond, from, parts, suite);
    return { text, confirmed: equal(await selfTag(amk, com, suite), self) };
  });
}

/** What can be told of an answer whose key record is still held back. */
export interface BoundAnswer {
  readonly rev: number;
  /** Whether oneself has written it; asked of one's own only. */
  readonly confirmed: boolean;
}

/** Checks an answer that nobody can open yet against its own commitment. */
export async function checkBound(
  bond: Bond,
  amk: Uint8Array,
  from: From,
  parts: Omit<AnswerParts, 'key'>,
  suite: Suite = KITH1,
): Promise<BoundAnswer> {
  return rejecting(async () => {
    const { fields } = await checkedFields(bond, from, parts, suite);
    const confirmed = equal(await selfTag(amk, fields.com, suite), fields.self);
    return { rev: fields.rev, confirmed };
  });
}

/**
 * The key record of one's own opened words, sealed anew under the bond's last epoch: it opens the
 * same body, and no earlier key of the bond opens it.
 */
export async function rewrapped(
  bond: Bond,
  seat: Seat,
  parts: Omit<AnswerParts, 'body'>,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return rejecting(async () => {
    const fields = readFields(parts.sealed);
    const author = await authorId(bond, seat, suite);
    const header = await headerHash({ ...fields, bond: bond.id, author }, suite);
    const place = { header, kc: fields.kc };
    return sealRecord(bond, place, await openRecord(bond, place, parts.key, suite), suite);
  });
}

/** The fields, if they belong to this card and this body. */
async function checkedFields(
  bond: Bond,
  from: From,
  parts: Omit<AnswerParts, 'key'>,
  suite: Suite,
) {
  const fields = readFields(parts.sealed);
  refuseUnless(BODY_SIZES.some((size) => size === parts.body.length));
  refuseUnless(equal(fields.exchange, from.card.exchange) && fields.ring === from.card.ring);
  const prompt = await promptHash(from.card.prompt);
  refuseUnless(equal(fields.promptHash, prompt));
  const header = await answerHeader(bond, from, { rev: fields.rev, prompt }, suite);
  refuseUnless(equal(await commitment(header, fields.kc, parts.body, suite), fields.com));
  return { fields, header };
}

async function openParts(bond: Bond, from: From, parts: AnswerParts, suite: Suite) {
  const { fields, header } = await checkedFields(bond, from, parts, suite);
  const place = { header, kc: fields.kc };
  const contentKey = await openRecord(bond, place, parts.key, suite);
  const { key, kc } = await contentKeys(contentKey, header, suite);
  refuseUnless(equal(kc, fields.kc));
  const text = textOf(unpad(await open(key, concat(header, kc), parts.body)));
  return { text, com: fields.com, self: fields.self };
}

async function answerHeader(
  bond: Bond,
  from: From,
  which: { readonly rev: number; readonly prompt: Bytes },
  suite: Suite,
): Promise<Bytes> {
  const { exchange, ring } = from.card;
  if (![1, 2, 3, 4].includes(ring)) throw new RangeError('a ring is 1 to 4');
  const author = await authorId(bond, from.seat, suite);
  const { rev, prompt } = which;
  return headerHash({ bond: bond.id, exchange, author, ring, rev, promptHash: prompt }, suite);
}

function readFields(sealed: unknown) {
  refuseUnless(typeof sealed === 'object' && sealed !== null);
  const fields = sealed as Readonly<Record<string, unknown>>;
  const { rev, ring } = fields;
  refuseUnless(typeof rev === 'number' && rev >= 1 && typeof ring === 'number');
  return {
    rev,
    ring,
    exchange: fieldBytes(fields['exchange'], ID_BYTES),
    promptHash: fieldBytes(fields['promptHash'], KEY_BYTES),
    kc: fieldBytes(fields['kc'], KEY_BYTES),
    com: fieldBytes(fields['com'], KEY_BYTES),
    self: fieldBytes(fields['self'], KEY_BYTES),
  };
}

function fieldBytes(value: unknown, length: number): Bytes {
  refuseUnless(typeof value === 'string');
  const bytes = fromBase64Url(value);
  refuseUnless(bytes.length === length);
  return bytes;
}
