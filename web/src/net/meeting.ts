import {
  formatLink,
  fromBase64Url,
  invitationId,
  makeAccept,
  makeConfirm,
  makeOffer,
  newId,
  newInvitationSecret,
  newSecret,
  openAccept,
  openConfirm,
  openOffer,
  openStatement,
  parseLink,
  Rejected,
  sameBytes,
  seatHash,
  toBase64Url,
  type Bytes,
  type Identity,
  type Invitation,
  type Joining,
  type Offer,
  type Statement,
} from '../crypto';
import type { About } from '../wire/messages';
import { Problem } from '../wire/problems';
import { pack, unpack, type Packed } from './packed';
import { NOTHING_SAID, type BondRecord, type Ending, type Stage, type Turned } from './record';
import type { Relay } from './relay';

/** A link lives for seven days: long enough to be read in peace, short enough to be forgotten. */
const LINK_DAYS = 7;

export type LinkTroubleKind =
  | 'emptyLink'
  | 'alreadyJoined'
  | 'brokenLink'
  | 'otherServer'
  | 'usedLink'
  | 'expiredLink'
  | 'unknownLink'
  | 'ownLink';

/** The link does not lead to an invitation that can be accepted here. */
export class LinkTrouble extends Error {
  readonly kind: LinkTroubleKind;

  constructor(kind: LinkTroubleKind) {
    super(kind);
    this.kind = kind;
  }
}

/** An invitation as its reader sees it before saying yes; nothing is kept until then. */
export interface OpenedOffer {
  name: string;
  about: About;
  secret: Bytes;
  offer: Offer;
  /** What I called them in a bond that has ended, if these are the keys of that person. */
  before: string | null;
}

/** Makes a bond and an invitation to it, and puts both on the relay. */
export async function start(
  relay: Relay,
  me: Identity,
  name: string,
  kind: string,
): Promise<BondRecord> {
  const bond = newId();
  const secret = newInvitationSecret();
  const expires = (await relay.about()).day + LINK_DAYS;
  const invitation = await makeOffer(me, secret, { bond, expires, name });
  const record: BondRecord = {
    ...newRecord(me, bond, 0, name),
    kind,
    invitationId: toBase64Url(await invitationId(secret)),
    stage: { name: 'inviting', invitation: pack(invitation) },
  };
  await relay.createBond(record.bond, await hashOf(record));
  await relay.offer(record.invitationId, record, toBase64Url(invitation.offer), expires);
  return record;
}

/** The private link of an invitation. */
export function linkOf(stage: Stage, origin: string): string {
  const secret = stage.name === 'inviting' ? stage.invitation['secret'] : undefined;
  return secret === undefined ? '' : `${origin}/j${formatLink(fromBase64Url(secret))}`;
}

/** Reads the invitation behind a link; a look changes nothing. `known`: invitations of my bonds. */
export async function lookAt(
  relay: Relay,
  me: Identity,
  link: string,
  known: BondRecord[],
): Promise<OpenedOffer> {
  const hash = link.indexOf('#');
  const found = parseLink(hash < 0 ? '' : link.slice(hash));
  if (link === '') throw new LinkTrouble('emptyLink');
  if (found.kind !== 'invitation') throw new LinkTrouble('brokenLink');
  const about = await relay.about();
  if (!isOurs(link, about, relay.origin)) throw new LinkTrouble('otherServer');
  const id = toBase64Url(await invitationId(found.secret));
  const mine = known.find((record) => record.invitationId === id);
  if (mine !== undefined) throw new LinkTrouble(mine.seat === 0 ? 'ownLink' : 'alreadyJoined');
  const invitation = await relay.invitation(id).catch((cause: unknown) => {
    throw linkTrouble(cause);
  });
  if (invitation.accept !== null) throw new LinkTrouble('usedLink');
  const offer = await opened(openOffer(found.secret, fromBase64Url(invitation.offer)));
  if (offer.expires < about.day) throw new LinkTrouble('expiredLink');
  if (sameBytes(offer.inviter.account, me.statement.account)) throw new LinkTrouble('ownLink');
  const before = await endedWith(offer.inviter, known);
  return { name: offer.name, about, secret: found.secret, offer, before };
}

/** The name under which somebody of the same account stands in a bond that is over. */
async function endedWith({ account }: Statement, known: BondRecord[]): Promise<string | null> {
  for (const { over, theirName, turned } of known) {
    if (over === null || turned.statement === null) continue;
    const theirs = await openStatement(fromBase64Url(turned.statement));
    if (sameBytes(theirs.account, account)) return theirName;
  }
  return null;
}

/** Says yes to an invitation, on this device; `meet` carries it to the relay. */
export async function join(me: Identity, found: OpenedOffer, name: string): Promise<BondRecord> {
  const joining = await makeAccept(me, found.secret, found.offer, name);
  return {
    ...newRecord(me, joining.bond, 1, name),
    key: toBase64Url(joining.bondKey),
    theirName: found.name,
    theirFingerprint: toBase64Url(joining.inviterFingerprint),
    turned: knows(found.offer.inviter),
    invitationId: toBase64Url(await invitationId(found.secret)),
    stage: {
      name: 'joining',
      secret: toBase64Url(found.secret),
      joining: pack(joining),
      sent: false,
    },
  };
}

/** The inviter says that it is them. */
export async function confirm(me: Identity, record: BondRecord): Promise<BondRecord> {
  const { stage } = record;
  if (stage.name !== 'asked') return record;
  const invitation = unpack<Invitation>(stage.invitation);
  const accepted = await openAccept(me, invitation, fromBase64Url(stage.accept));
  const box = await makeConfirm(invitation, accepted);
  const secret = toBase64Url(invitation.secret);
  return { ...record, stage: { name: 'confirming', secret, confirm: toBase64Url(box) } };
}

/** The inviter says that it is not them: the invitation goes, and nothing was shared. */
export async function refuse(relay: Relay, record: BondRecord): Promise<BondRecord> {
  const { stage } = record;
  if (stage.name !== 'asked' && stage.name !== 'inviting') return record;
  const id = await idOf(stage.invitation['secret'] ?? '');
  await relay.forgetInvitation(id, record);
  return closed(record, 'stopped');
}

/** One step of the handshake, if the relay has something for it; gives the record back as it is then. */
export async function meet(relay: Relay, me: Identity, record: BondRecord): Promise<BondRecord> {
  const { stage } = record;
  const isOpen = stage.name === 'inviting' || stage.name === 'asked';
  // What was offered under keys that were left behind must not be answered any more.
  if (isOpen && record.renewal.told < me.statement.generation) return refuse(relay, record);
  try {
    switch (stage.name) {
      case 'inviting':
        return await answered(relay, me, record, stage.invitation);
      case 'confirming':
        await relay.confirm(await idOf(stage.secret), record, stage.confirm);
        return { ...record, stage: { name: 'joined', tidy: null } };
      case 'joining':
        return await joined(relay, record, stage);
      case 'joined':
        return await tidied(relay, record, stage.tidy);
      case 'asked':
      case 'closed':
        return record;
    }
  } catch (cause) {
    if (stage.name === 'confirming' && isUsed(cause)) {
      // The joiner clears the invitation away once the confirm has arrived.
      return { ...record, stage: { name: 'joined', tidy: null } };
    }
    if (stage.name === 'joined' && cause instanceof Problem) {
      // The bond stands; whatever the relay still had of the invitation is gone.
      return { ...record, stage: { name: 'joined', tidy: null } };
    }
    const ending = endingOf(stage, cause);
    if (ending === null) throw cause;
    return closed(record, ending);
  }
}

async function answered(
  relay: Relay,
  me: Identity,
  record: BondRecord,
  packed: Packed,
): Promise<BondRecord> {
  const invitation = unpack<Invitation>(packed);
  const { accept } = await relay.invitation(toBase64Url(await invitationId(invitation.secret)));
  if (accept === null) return record;
  const accepted = await openAccept(me, invitation, fromBase64Url(accept));
  return {
    ...record,
    key: toBase64Url(accepted.bondKey),
    theirName: accepted.name,
    theirFingerprint: toBase64Url(accepted.joiner.fingerprint),
    turned: knows(accepted.joiner),
    spokenCheck: accepted.spokenCheck,
    stage: { name: 'asked', invitation: packed, accept },
  };
}

async function joined(
  relay: Relay,
  record: BondRecord,
  stage: Extract<Stage, { name: 'joining' }>,
): Promise<BondRecord> {
  const id = await idOf(stage.secret);
  const joining = unpack<Joining>(stage.joining);
  if (!stage.sent) {
    await relay.accept(id, toBase64Url(joining.accept), await hashOf(record));
    return { ...record, stage: { ...stage, sent: true } };
  }
  const { confirm: box } = await relay.invitation(id);
  if (box === null) return record;
  const spokenCheck = await openConfirm(joining, fromBase64Url(box));
  return { ...record, spokenCheck, stage: { name: 'joined', tidy: stage.secret } };
}

/** Both know what they need: the invitation's boxes can go from the relay. */
async function tidied(relay: Relay, record: BondRecord, secret: string | null) {
  if (secret === null) return record;
  await relay.forgetInvitation(await idOf(secret), record);
  return { ...record, stage: { name: 'joined' as const, tidy: null } };
}

/** Before any entry has changed a key. */
function knows({ signed }: Statement): Turned {
  return { seq: 0, keys: [], statement: toBase64Url(signed) };
}

function newRecord(me: Identity, bond: Bytes, seat: 0 | 1, myName: string): BondRecord {
  const { generation } = me.statement;
  return {
    ...NOTHING_SAID,
    bond: toBase64Url(bond),
    seat,
    capability: toBase64Url(newSecret()),
    mark: toBase64Url(newSecret()),
    myName,
    theirName: null,
    renewal: {
      ...NOTHING_SAID.renewal,
      told: generation,
      asked: generation,
      made: generation,
    },
  };
}

/** A link of another host is refused here: its invitation is not on this relay. */
function isOurs(link: string, about: About, here: string): boolean {
  const origin = URL.canParse(link) ? new URL(link).origin : here;
  return origin === here || about.origins.includes(origin);
}

function linkTrouble(cause: unknown): unknown {
  if (!(cause instanceof Problem)) return cause;
  if (cause.problem === 'invitation-used') return new LinkTrouble('usedLink');
  if (cause.problem === 'invitation-expired') return new LinkTrouble('expiredLink');
  if (cause.problem === 'invitation-unknown') return new LinkTrouble('unknownLink');
  return cause;
}

async function opened(offer: Promise<Offer>): Promise<Offer> {
  return offer.catch((cause: unknown) => {
    throw cause instanceof Rejected ? new LinkTrouble('brokenLink') : cause;
  });
}

function isUsed(cause: unknown): boolean {
  return cause instanceof Problem && cause.problem === 'invitation-used';
}

function endingOf(stage: Stage, cause: unknown): Ending | null {
  if (cause instanceof Rejected) return 'wrong-answer';
  if (!(cause instanceof Problem)) return null;
  if (cause.problem === 'invitation-expired' || cause.problem === 'invitation-unknown') {
    return stage.name === 'inviting' || isUnsent(stage) ? 'expired' : null;
  }
  if (cause.problem !== 'invitation-used') return null;
  return isUnsent(stage) ? 'used' : 'stopped';
}

function isUnsent(stage: Stage): boolean {
  return stage.name === 'joining' && !stage.sent;
}

function closed(record: BondRecord, why: Ending): BondRecord {
  return { ...record, stage: { name: 'closed', why } };
}

async function hashOf(record: BondRecord): Promise<string> {
  return toBase64Url(await seatHash(fromBase64Url(record.capability)));
}

async function idOf(secret: string): Promise<string> {
  return toBase64Url(await invitationId(fromBase64Url(secret)));
}
