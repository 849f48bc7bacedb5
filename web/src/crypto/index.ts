/**
 * How words are sealed, and keys are made, kept and shared. Formats: docs/crypto.md.
 *
 * Whatever does not open, verify or parse throws the one `Rejected`. A `RangeError` is a mistake of
 * the caller's own (a wrong length, a text too long). All bytes are Uint8Array.
 */
export { deriveAccount, makeStatement, newAccount, openStatement } from './account';
export type { Account, AccountKeys, Statement } from './account';
export { checkBound, keyPlaceholder, MOST_BODY_BYTES, openAnswer, openOwnAnswer } from './answers';
export { promptHash, sealAnswer } from './answers';
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
export { isRecoveryLine, newRecoveryCode, readRecovery } from './recovery';
export { recoveryLines, recoverySecret } from './recovery';
export { safetyNumber, spokenCheck, type Meeting } from './spoken';
export { openState, sealState, type StatePlace } from './state';
export { nextTranscript, startTranscript, transcriptWords } from './transcript';
export type { Seen, Transcript } from './transcript';
export { makeEnvelope, newDeviceSecret, openEnvelope, passkeySecret } from './unlocker';
export type { Unlocker, UnlockerKind } from './unlocker';
export { ARGON2ID, newUnlockWords, readUnlockWords, WORDS_COST } from './unlockwords';
export { wordAt, wordsSecret, type Strengthen } from './unlockwords';
