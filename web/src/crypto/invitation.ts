import { openStatement, statementPiece, type AccountKeys, type Statement } from './account';
import { concat, equal, exactly, ID_BYTES, KEY_BYTES, lp, Reader, textOf } from './bytes';
import { nfc, u64, type Bytes } from './bytes';
import { openKey, sealKey, type Sealing } from './hpke';
import { refuseUnless, rejecting } from './rejected';
import { spokenCheck } from './spoken';
import { derive, hash, KITH1, lab, open, seal, SU, type Suite } from './suite';

/** A name, not a letter: offer and accept stay well below the relay's 8192 bytes. */
export const MOST_NAME_BYTES = 256;

/** Who acts: the unlocked account, and what it states about itself. */
export interface Identity {
  readonly keys: AccountKeys;
  readonly statement: Statement;
}

/** What the inviter offers. */
export interface Terms {
  readonly bond: Bytes;
  /** The last day on which the offer may be accepted: whole days since 1970-01-01 UTC. */
  readonly expires: number;
  /** The inviter's name, as the other should see it. */
  readonly name: string;
}

/** What the inviter keeps until the confirm is sent; all of it is bytes, and can be stored. */
export interface Invitation {
  readonly secret: Bytes;
  readonly bond: Bytes;
  /** nI: shown only in the confirm. */
  readonly nonce: Bytes;
  /** The box for the relay. */
  readonly offer: Bytes;
}

/** What the joiner reads in an offer. Whether it has expired is for the caller's clock to say. */
export interface Offer {
  readonly inviter: Statement;
  readonly bond: Bytes;
  readonly commitment: Bytes;
  readonly expires: number;
  readonly name: string;
  /** T0 = H(offer box). */
  readonly transcript: Bytes;
}

/** What the joiner keeps until the confirm has come. */
export interface Joining {
  readonly bond: Bytes;
  /** BK_0, chosen by the joiner. */
  readonly bondKey: Bytes;
  readonly joinerNonce: Bytes;
  readonly commitment: Bytes;
  readonly inviterFingerprint: Bytes;
  readonly joinerFingerprint: Bytes;
  /** T1. */
  readonly transcript: Bytes;
  /** The box for the relay. */
  readonly accept: Bytes;
}

/** What the inviter reads in an accept. */
export interface Accepted {
  readonly joiner: Statement;
  readonly bondKey: Bytes;
  readonly name: string;
  readonly transcript: Bytes;
  /** Twelve digits; to be shown after the confirm. */
  readonly spokenCheck: string;
}

/** S: what the link carries. */
export function newInvitationSecret(suite: Suite = KITH1): Bytes {
  return suite.random(KEY_BYTES);
}

/** The id under which the relay keeps the invitation's boxes; it says nothing about S. */
export async function invitationId(secret: Uint8Array, suite: Suite = KITH1): Promise<Bytes> {
  return derive(suite, secret, 'invite/id', new Uint8Array(), ID_BYTES);
}

/** First message, inviter to joiner. */
export async function makeOffer(
  me: Identity,
  secret: Uint8Array,
  terms: Terms,
  suite: Suite = KITH1,
): Promise<Invitation> {
  const bond = exactly(terms.bond, ID_BYTES, 'a bond id');
  const nonce = suite.random(KEY_BYTES);
  const text = concat(
    statementPiece(me.statement),
    bond,
    await commit(nonce, suite),
    u64(terms.expires),
    lp(nameBytes(terms.name)),
  );
  const { key, aad } = await offerKey(secret, suite);
  const offer = concat(SU, await seal(suite, key, aad, text));
  return { secret: exactly(secret, KEY_BYTES, 'an invitation secret'), bond, nonce, offer };
}

/** Reads an offer with the secret of the link. */
export async function openOffer(
  secret: Uint8Array,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<Offer> {
  return rejecting(async () => {
    const { key, aad } = await offerKey(secret, suite);
    const reader = new Reader(await open(key, aad, withoutSuite(box)));
    const inviter = await openStatement(reader.piece(), suite);
    const bond = reader.take(ID_BYTES);
    const commitment = reader.take(KEY_BYTES);
    const expires = reader.number(8);
    const name = readName(reader);
    return { inviter, bond, commitment, expires, name, transcript: await hash(box) };
  });
}

/** Second message, joiner to inviter: with the bond key. Refused for one's own invitation. */
export async function makeAccept(
  me: Identity,
  secret: Uint8Array,
  offer: Offer,
  name: string,
  suite: Suite = KITH1,
): Promise<Joining> {
  refuseUnless(!equal(me.statement.account, offer.inviter.account));
  const bondKey = suite.random(KEY_BYTES);
  const joinerNonce = suite.random(KEY_BYTES);
  const text = concat(statementPiece(me.statement), bondKey, joinerNonce, lp(nameBytes(name)));
  const sealing = await acceptSealing(secret, offer.bond, offer.transcript, suite);
  const accept = concat(SU, await sealKey(offer.inviter.kemPublicKey, sealing, text));
  return {
    bond: offer.bond,
    bondKey,
    joinerNonce,
    commitment: offer.commitment,
    inviterFingerprint: offer.inviter.fingerprint,
    joinerFingerprint: me.statement.fingerprint,
    transcript: await secondTranscript(offer.transcript, accept, suite),
    accept,
  };
}

/** Reads an accept with the invitation that was kept. Refused when it comes from oneself. */
export async function openAccept(
  me: Identity,
  invitation: Invitation,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<Accepted> {
  return rejecting(async () => {
    const first = await hash(invitation.offer);
    const sealing = await acceptSealing(invitation.secret, invitation.bond, first, suite);
    const reader = new Reader(await openKey(me.keys.kemSeed, sealing, withoutSuite(box)));
    const joiner = await openStatement(reader.piece(), suite);
    const bondKey = reader.take(KEY_BYTES);
    const joinerNonce = reader.take(KEY_BYTES);
    const name = readName(reader);
    refuseUnless(!equal(joiner.account, me.statement.account));
    const transcript = await secondTranscript(first, box, suite);
    const meeting = {
      bond: invitation.bond,
      inviterNonce: invitation.nonce,
      joinerNonce,
      inviterFingerprint: me.statement.fingerprint,
      joinerFingerprint: joiner.fingerprint,
      transcript,
    };
    return { joiner, bondKey, name, transcript, spokenCheck: await spokenCheck(meeting, suite) };
  });
}

/** Third message, inviter to joiner, after the inviter has seen the name and said yes: 61 bytes. */
export async function makeConfirm(
  invitation: Invitation,
  accepted: Accepted,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const place = { bond: invitation.bond, ...accepted };
  const { key, aad } = await confirmKey(place, suite);
  return concat(SU, await seal(suite, key, aad, invitation.nonce));
}

/** Reads a confirm, holds the inviter to the commitment, and gives the twelve digits. */
export async function openConfirm(
  joining: Joining,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<string> {
  return rejecting(async () => {
    const { key, aad } = await confirmKey(joining, suite);
    const inviterNonce = await open(key, aad, withoutSuite(box));
    refuseUnless(inviterNonce.length === KEY_BYTES);
    refuseUnless(equal(await commit(inviterNonce, suite), joining.commitment));
    return spokenCheck({ ...joining, inviterNonce }, suite);
  });
}

async function offerKey(secret: Uint8Array, suite: Suite) {
  const key = await derive(suite, secret, 'invite/offer', new Uint8Array());
  return { key, aad: concat(lab(suite, 'offer'), SU, await invitationId(secret, suite)) };
}

async function acceptSealing(
  secret: Uint8Array,
  bond: Uint8Array,
  transcript: Uint8Array,
  suite: Suite,
): Promise<Sealing> {
  const pskId = await invitationId(secret, suite);
  const psk = await derive(suite, secret, 'invite/psk', new Uint8Array());
  return { psk, pskId, info: concat(lab(suite, 'accept'), SU, pskId, bond, transcript) };
}

async function confirmKey(
  place: { bond: Uint8Array; bondKey: Uint8Array; transcript: Uint8Array },
  suite: Suite,
) {
  const where = concat(place.bond, place.transcript);
  const key = await derive(suite, place.bondKey, 'bond/confirm', where);
  return { key, aad: concat(lab(suite, 'confirm'), where) };
}

async function commit(nonce: Uint8Array, suite: Suite): Promise<Bytes> {
  return hash(lab(suite, 'sas-commit'), nonce);
}

async function secondTranscript(
  first: Uint8Array,
  accept: Uint8Array,
  suite: Suite,
): Promise<Bytes> {
  return hash(lab(suite, 't1'), first, await hash(accept));
}

/** What stands behind the suite byte of a box. */
export function withoutSuite(box: Uint8Array): Bytes {
  const reader = new Reader(box);
  reader.expect(SU);
  return reader.rest();
}

/** A name as it stands in a box; a longer one is the caller's mistake. */
export function nameBytes(name: string): Bytes {
  const bytes = nfc(name);
  if (bytes.length > MOST_NAME_BYTES) throw new RangeError('a name has at most 256 bytes');
  return bytes;
}

/** The name at the end of a box. */
export function readName(reader: Reader): string {
  const bytes = reader.piece();
  reader.end();
  refuseUnless(bytes.length <= MOST_NAME_BYTES);
  return textOf(bytes);
}
