/**
 * How words are sealed, and keys are made, kept and shared. Formats: docs/crypto.md.
 *
 * Whatever does not open, verify or parse throws the one `Rejected`. A `RangeError` is a mistake of
 * the caller's own (a wrong length, a text too long). All bytes are Uint8Array.
 */
export { deriveAccount, makeStatement, newAccount, openStatement } from './account';
export { followsStatement, makeNextStatement, nextAccount } from './account';
export type { Account, AccountKeys, Statement } from './account';
export { checkBound, keyPlaceholder, MOST_BODY_BYTES, openAnswer, openOwnAnswer } from './answers';
export { promptHash, rewrapped, sealAnswer } from './answers';
export type {
  AnswerParts,
  Authorship,
  BoundAnswer,
  Card,
  Draft,
  From,
  OwnAnswer,
  Prompt,
  SealedAnswer,
  SealedFields,
} from './answers';
export { fromBase64Url, toBase64Url } from './base64url';
export type { Bond, Seat } from './bond';
export { equal as sameBytes, type Bytes } from './bytes';
export { MOST_EVENT_BYTES, gateHandle, openEvent, openGateEvent } from './events';
export { sealEvent, sealGateEvent } from './events';
export type { EntryPlace, Gate } from './events';
export { newId, newSecret, seatHash } from './fresh';
export { invitationId, MOST_NAME_BYTES, newInvitationSecret } from './invitation';
export { makeAccept, makeConfirm, makeOffer } from './invitation';
export { openAccept, openConfirm, openOffer } from './invitation';
export type { Accepted, Identity, Invitation, Joining, Offer, Terms } from './invitation';
export { formatLink, parseLink, type Link } from './link';
export { isMarked, withMark } from './marks';
export { Rejected } from './rejected';
export { accountLine, isRecoveryLine, newRecoveryCode, readAccountLine } from './recovery';
export { readRecovery } from './recovery';
export { recoveryLines, recoverySecret } from './recovery';
export { makeRotation, openRotation, type Rotation } from './rotations';
export { safetyNumber, spokenCheck, type Meeting } from './spoken';
export { openState, sealState, type StatePlace } from './state';
export { nextTranscript, startTranscript, transcriptWords } from './transcript';
export type { Seen, Transcript } from './transcript';
export { openShortWay, sealShortWay, type ShortWay } from './shortway';
export { lockOf, makeEnvelope, newDeviceSecret, openEnvelope } from './unlocker';
export { passkeySecret, PRF_INPUT, sealToLock, UNLOCKER_KINDS } from './unlocker';
export type { Lock, Unlocker, UnlockerKind } from './unlocker';
export { loginKey, signLogin, type Login } from './login';
export { MOST_RECORD_BYTES, openVaultRecord, openVaultRecordAt } from './vaultrecords';
export { sealVaultRecord, vaultId, vaultRecordId } from './vaultrecords';
export {
  linkedDevice,
  linkId,
  linkTranscript,
  makeGrant,
  makeLinkAccept,
  makeLinkOffer,
} from './devicelink';
export { makeLinkReveal, openGrant, openLinkAccept } from './devicelink';
export { openLinkOffer, openLinkReveal } from './devicelink';
export type { LinkAccepted, LinkJoining, LinkOffer, OfferedLink } from './devicelink';
export { newUnlockWords, readUnlockWords, WORDS_COST } from './unlockwords';
export { wordAt, wordsSecret, type Strengthen } from './unlockwords';
export { blankVote, noTags, openVote, sealVote, VOTE_COUNTERS } from './votes';
export { tonightExchange, voteGate, voteSelfTag, yesTags, type VoteQuestion } from './votes';
export { openTombstone, sealTombstone } from './withdrawals';
export type { TombstonePlace, Withdrawal } from './withdrawals';
export { linkBond } from './devicelink';
