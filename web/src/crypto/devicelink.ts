import { openStatement, statementPiece, type Account, type Statement } from './account';
import { concat, equal, exactly, ID_BYTES, KEY_BYTES, lp, Reader, u32, u64 } from './bytes';
import type { Bytes } from './bytes';
import { openKey, PUBLIC_KEY_BYTES, sealKey, xWingPublicKey, type Sealing } from './hpke';
import { nameBytes, readName, withoutSuite, type Identity } from './invitation';
import { refuseUnless, rejecting } from './rejected';
import { twelveDigits } from './spoken';
import { derive, hash, KITH1, lab, open, seal, SU, type Suite } from './suite';
import type { Unlocker } from './unlocker';

const NOTHING = new Uint8Array();

/** What the unlocked device keeps while it shows the code. */
export interface OfferedLink {
  /** S: what the shown code carries. */
  readonly secret: Bytes;
  /** nE: shown only in the reveal. */
  readonly nonce: Bytes;
  /** The first box. */
  readonly offer: Bytes;
}

/** What the new device reads in an offer. */
export interface LinkOffer {
  readonly owner: Statement;
  readonly commitment: Bytes;
  /** The last day on which it may be accepted: whole days since 1970-01-01 UTC. */
  readonly expires: number;
  /** T0 = H(offer box). */
  readonly transcript: Bytes;
}

/** What the new device keeps until it is let in. */
export interface LinkJoining {
  readonly offer: LinkOffer;
  /** Its X-Wing key for this once. */
  readonly seed: Bytes;
  /** LK, chosen by it. */
  readonly key: Bytes;
  readonly nonce: Bytes;
  /** The second box. */
  readonly accept: Bytes;
}

/** What the unlocked device reads in an accept. */
export interface LinkAccepted {
  readonly publicKey: Bytes;
  readonly key: Bytes;
  /** What the new device calls itself. */
  readonly device: string;
  /** T1. */
  readonly transcript: Bytes;
  /** Twelve, to be compared with those on the new device. */
  readonly digits: string;
}

/** Under which id the boxes lie; it says nothing about S. */
export async function linkId(secret: Uint8Array, suite: Suite = KITH1): Promise<Bytes> {
  return derive(suite, secret, 'link/id', NOTHING, ID_BYTES);
}

/** The bond that is made for nothing but this meeting, by its id; both devices know it from S. */
export async function linkBond(secret: Uint8Array, suite: Suite = KITH1): Promise<Bytes> {
  return derive(suite, secret, 'link/bond', NOTHING, ID_BYTES);
}

/** First box, from the unlocked device. */
export async function makeLinkOffer(
  me: Identity,
  secret: Uint8Array,
  expires: number,
  suite: Suite = KITH1,
): Promise<OfferedLink> {
  const nonce = suite.random(KEY_BYTES);
  const text = concat(statementPiece(me.statement), await commit(nonce, suite), u64(expires));
  const key = await derive(suite, secret, 'link/offer', NOTHING);
  const offer = concat(SU, await seal(suite, key, await offerAad(secret, suite), text));
  return { secret: exactly(secret, KEY_BYTES, 'a secret'), nonce, offer };
}

/** Reads an offer on the new device, with the secret of the code that the other shows. */
export async function openLinkOffer(
  secret: Uint8Array,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<LinkOffer> {
  return rejecting(async () => {
    const key = await derive(suite, secret, 'link/offer', NOTHING);
    const aad = await offerAad(secret, suite);
    const reader = new Reader(await open(key, aad, withoutSuite(box)));
    const owner = await openStatement(reader.piece(), suite);
    const commitment = reader.take(KEY_BYTES);
    const expires = reader.number(8);
    reader.end();
    return { owner, commitment, expires, transcript: await hash(box) };
  });
}

/** Second box, from the new device, which has no account yet: with a key for this once. */
export async function makeLinkAccept(
  secret: Uint8Array,
  offer: LinkOffer,
  device: string,
  suite: Suite = KITH1,
): Promise<LinkJoining> {
  const [seed, key, nonce] = [suite.random(32), suite.random(32), suite.random(32)] as const;
  const text = concat(await xWingPublicKey(seed), key, nonce, lp(nameBytes(device)));
  const sealing = await acceptSealing(secret, offer.transcript, suite);
  const accept = concat(SU, await sealKey(offer.owner.kemPublicKey, sealing, text));
  return { offer, seed, key, nonce, accept };
}

/** Reads an accept on the unlocked device. */
export async function openLinkAccept(
  me: Identity,
  link: OfferedLink,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<LinkAccepted> {
  return rejecting(async () => {
    const first = await hash(link.offer);
    const sealing = await acceptSealing(link.secret, first, suite);
    const reader = new Reader(await openKey(me.keys.kemSeed, sealing, withoutSuite(box)));
    const publicKey = reader.take(PUBLIC_KEY_BYTES);
    const key = reader.take(KEY_BYTES);
    const nonce = reader.take(KEY_BYTES);
    const device = readName(reader);
    const transcript = await secondTranscript(first, box, suite);
    const place = concat(await linkId(link.secret, suite), transcript);
    const owner = me.statement.fingerprint;
    const nonces = concat(link.nonce, nonce);
    const digits = await digitsOf({ nonces, place, owner, publicKey }, suite);
    return { publicKey, key, device, transcript, digits };
  });
}

/** Third box, from the unlocked device: from here on both show twelve digits. */
export async function makeLinkReveal(
  link: OfferedLink,
  accepted: LinkAccepted,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const place = concat(await linkId(link.secret, suite), accepted.transcript);
  const key = await derive(suite, accepted.key, 'link/reveal', place);
  return concat(SU, await seal(suite, key, aadOf('link/reveal', place, suite), link.nonce));
}

/** Reads a reveal on the new device: the twelve digits. */
export async function openLinkReveal(
  secret: Uint8Array,
  joining: LinkJoining,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<string> {
  return rejecting(async () => {
    const place = await placeOf(secret, joining, suite);
    const key = await derive(suite, joining.key, 'link/reveal', place);
    const nonce = await open(key, aadOf('link/reveal', place, suite), withoutSuite(box));
    refuseUnless(nonce.length === KEY_BYTES);
    refuseUnless(equal(await commit(nonce, suite), joining.offer.commitment));
    const nonces = concat(nonce, joining.nonce);
    const publicKey = await xWingPublicKey(joining.seed);
    const owner = joining.offer.owner.fingerprint;
    return digitsOf({ nonces, place, owner, publicKey }, suite);
  });
}

/** Fourth box, from the unlocked device, only after its owner has compared the digits. */
export async function makeGrant(
  account: Account,
  link: OfferedLink,
  accepted: LinkAccepted,
  suite: Suite = KITH1,
): Promise<Bytes> {
  const place = concat(await linkId(link.secret, suite), accepted.transcript);
  const text = concat(account.id, u32(account.generation), account.rootKey);
  return concat(
    SU,
    await sealKey(accepted.publicKey, await granting(accepted.key, place, suite), text),
  );
}

/** Reads a grant on the new device. */
export async function openGrant(
  secret: Uint8Array,
  joining: LinkJoining,
  box: Uint8Array,
  suite: Suite = KITH1,
): Promise<Account> {
  return rejecting(async () => {
    const place = await placeOf(secret, joining, suite);
    const sealing = await granting(joining.key, place, suite);
    const reader = new Reader(await openKey(joining.seed, sealing, withoutSuite(box)));
    const id = reader.take(ID_BYTES);
    const generation = reader.number(4);
    const rootKey = reader.take(KEY_BYTES);
    reader.end();
    const { owner } = joining.offer;
    refuseUnless(equal(id, owner.account) && generation === owner.generation);
    return { id, generation, rootKey };
  });
}

/**
 * The way in by which a new device comes to its vault at first: both devices know its secret, so
 * the new one puts another in its place at once.
 */
export async function linkedDevice(
  account: Uint8Array,
  secret: Uint8Array,
  { key, transcript }: { readonly key: Uint8Array; readonly transcript: Uint8Array },
  suite: Suite = KITH1,
): Promise<Unlocker> {
  const place = concat(await linkId(secret, suite), transcript);
  return {
    kind: 'device',
    secret: await derive(suite, key, 'link/us', place),
    id: await derive(suite, key, 'link/unlocker', place, ID_BYTES),
    account: exactly(account, ID_BYTES, 'an account id'),
  };
}

/** T1 of what the new device has sent. */
export async function linkTranscript(
  { offer, accept }: LinkJoining,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return secondTranscript(offer.transcript, accept, suite);
}

async function digitsOf(
  met: { nonces: Uint8Array; place: Uint8Array; owner: Uint8Array; publicKey: Uint8Array },
  suite: Suite,
): Promise<string> {
  const context = concat(met.place, met.owner, await hash(met.publicKey));
  return twelveDigits(await derive(suite, met.nonces, 'link/sas', context, 8));
}

async function acceptSealing(
  secret: Uint8Array,
  first: Uint8Array,
  suite: Suite,
): Promise<Sealing> {
  const pskId = await linkId(secret, suite);
  const psk = await derive(suite, secret, 'link/psk', NOTHING);
  return { psk, pskId, info: aadOf('link/accept', concat(pskId, first), suite) };
}

async function granting(key: Uint8Array, place: Bytes, suite: Suite): Promise<Sealing> {
  const psk = await derive(suite, key, 'link/grant', place);
  return { psk, pskId: place.slice(0, ID_BYTES), info: aadOf('link/grant', place, suite) };
}

async function placeOf(secret: Uint8Array, joining: LinkJoining, suite: Suite): Promise<Bytes> {
  return concat(await linkId(secret, suite), await linkTranscript(joining, suite));
}

async function offerAad(secret: Uint8Array, suite: Suite): Promise<Bytes> {
  return aadOf('link/offer', await linkId(secret, suite), suite);
}

function aadOf(label: string, place: Uint8Array, suite: Suite): Bytes {
  return concat(lab(suite, label), SU, place);
}

async function commit(nonce: Uint8Array, suite: Suite): Promise<Bytes> {
  return hash(lab(suite, 'link/commit'), nonce);
}

async function secondTranscript(
  first: Uint8Array,
  accept: Uint8Array,
  suite: Suite,
): Promise<Bytes> {
  return hash(lab(suite, 'link/t1'), first, await hash(accept));
}
