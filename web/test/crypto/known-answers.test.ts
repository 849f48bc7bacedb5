import { expect, test } from 'vitest';
import { deriveAccount, invitationId, makeStatement, spokenCheck } from '../../src/crypto';
import { concat, lp, u32, u64, u8, utf8 } from '../../src/crypto/bytes';
import { commitment, contentKeys, sealRecord, selfTag } from '../../src/crypto/content';
import { sign, signingKey } from '../../src/crypto/ed25519';
import { headerBytes } from '../../src/crypto/header';
import { xWingPublicKey } from '../../src/crypto/hpke';
import { fingerprintDigits } from '../../src/crypto/spoken';
import { derive, hash, hmac, lab, seal, SU, type Suite } from '../../src/crypto/suite';
import { bytes, fromHex, number, readOwn, text, toHex, type Fields } from './vectors';

interface File {
  readonly label: string;
  readonly given: Fields;
  readonly answers: Readonly<Record<string, string>>;
}

type Answers = Record<string, string>;

const NONE = new Uint8Array();

test.each([
  ['bond1', 35],
  ['kith1', 21],
])('the_known_answers_under_%s_are_ours', async (label, count) => {
  const file = readOwn(`crypto/known-answers-${label}.json`) as File;
  expect(Object.keys(file.answers)).toHaveLength(count);
  expect(await compute(file)).toMatchObject(file.answers);
});

async function compute({ label, given }: File): Promise<Answers> {
  const suite: Suite = { label, random: (length) => missing(length) };
  const parts = await Promise.all([
    account(given, suite),
    unlocker(given, suite),
    answer(given, suite),
    meeting(given, suite),
    later(given, suite),
  ]);
  return Object.assign({}, ...parts) as Answers;
}

function missing(length: number): never {
  throw new Error(`a known answer has no random bytes: ${length}`);
}

async function account(given: Fields, suite: Suite): Promise<Answers> {
  const id = bytes(given, 'account');
  const rootKey = bytes(given, 'rootKey');
  const keys = await deriveAccount({ id, generation: 1, rootKey }, suite);
  const statement = await makeStatement(keys, number(given, 'created'), suite);
  const context = concat(id, u32(1));
  return {
    'account.kem_seed': toHex(keys.kemSeed),
    'account.kem_pk_sha256': toHex(await hash(await xWingPublicKey(keys.kemSeed))),
    'account.sign_seed': toHex(await derive(suite, rootKey, 'account/sign', context)),
    'account.sign_pk': toHex(keys.signer.publicKey),
    'account.state': toHex(keys.stateKey),
    statement_sha256: toHex(await hash(statement.signed)),
    statement_len: String(statement.signed.length),
    statement_fp: toHex(statement.fingerprint),
  };
}

async function unlocker(given: Fields, suite: Suite): Promise<Answers> {
  const secret = bytes(given, 'unlockSecret');
  const context = concat(bytes(given, 'account'), bytes(given, 'unlocker'));
  const authSeed = await derive(suite, secret, 'unlock/auth', context);
  const signer = await signingKey(authSeed);
  const origin = lp(utf8('https://example.org'));
  const nonce = fromHex('09'.repeat(32));
  const message = concat(lab(suite, 'auth'), SU, origin, context, nonce, u64(1_750_000_000_002));
  const invitation = bytes(given, 'invitationSecret');
  return {
    'unlock.kem_seed': toHex(await derive(suite, secret, 'unlock/kem', context)),
    'unlock.psk': toHex(await derive(suite, secret, 'unlock/psk', context)),
    'unlock.auth_seed': toHex(authSeed),
    'unlock.auth_pk': toHex(signer.publicKey),
    'unlock.info': toHex(concat(lab(suite, 'unlock'), SU, context, u8(1), u32(1))),
    'auth.msg': toHex(message),
    'auth.sig': toHex(await sign(signer, message)),
    'invite.id': toHex(await invitationId(invitation, suite)),
    'invite.offer': toHex(await derive(suite, invitation, 'invite/offer', NONE)),
    'invite.psk': toHex(await derive(suite, invitation, 'invite/psk', NONE)),
  };
}

async function answer(given: Fields, suite: Suite): Promise<Answers> {
  const author = bytes(given, 'account');
  const [bond, exchange] = [bytes(given, 'bond'), bytes(given, 'exchange')];
  const [ring, rev] = [number(given, 'ring'), number(given, 'rev')];
  const promptHash = bytes(given, 'promptHash');
  const plain = headerBytes({ bond, exchange, author, ring, rev, promptHash }, suite);
  const header = await hash(plain);
  const contentKey = bytes(given, 'contentKey');
  const { key, kc } = await contentKeys(contentKey, header, suite);
  const withNonce = (name: string): Suite => ({ ...suite, random: () => bytes(given, name) });
  // The known answers pad the text itself to 1024 bytes; Kith pads the whole box.
  const padded = new Uint8Array(1024);
  padded.set(concat(utf8(text(given, 'payload')), Uint8Array.of(0x80)));
  const body = await seal(withNonce('bodyNonce'), key, concat(header, kc), padded);
  const com = await commitment(header, kc, body, suite);
  const keys = { id: bond, keys: [bytes(given, 'bondKey')] };
  const record = await sealRecord(keys, { header, kc }, contentKey, withNonce('revealNonce'));
  return {
    'answer.header': toHex(plain),
    'answer.header_sha256': toHex(header),
    'answer.kc': toHex(kc),
    'answer.body_len': String(body.length),
    'answer.body_sha256': toHex(await hash(body)),
    'answer.com': toHex(com),
    'answer.self': toHex(await selfTag(bytes(given, 'amk'), com, suite)),
    'answer.reveal': toHex(record),
    ...(await withdrawal(given, com, suite)),
  };
}

async function withdrawal(given: Fields, com: Uint8Array, suite: Suite): Promise<Answers> {
  const [bond, author] = [bytes(given, 'bond'), bytes(given, 'account')];
  const where = concat(bond, bytes(given, 'exchange'), author, u32(1), com, u32(0));
  const message = concat(lab(suite, 'withdraw'), SU, where, u64(1_750_000_000_001));
  const context = concat(bond, author);
  const tombKey = await derive(suite, bytes(given, 'bondKey'), 'answer/tomb', context);
  return {
    'tomb.W': toHex(message),
    'tomb.pair': toHex(await hmac(tombKey, message)),
    'tomb.self': toHex(await hmac(bytes(given, 'amk'), message)),
  };
}

async function meeting(given: Fields, suite: Suite): Promise<Answers> {
  const first = await hash(utf8(text(given, 'offer')));
  const accept = await hash(utf8(text(given, 'accept')));
  const transcript = await hash(lab(suite, 't1'), first, accept);
  const bond = bytes(given, 'bond');
  const met = {
    bond,
    inviterNonce: bytes(given, 'inviterNonce'),
    joinerNonce: bytes(given, 'joinerNonce'),
    inviterFingerprint: bytes(given, 'inviterFingerprint'),
    joinerFingerprint: bytes(given, 'joinerFingerprint'),
    transcript,
  };
  const place = concat(bond, transcript);
  return {
    sas: await spokenCheck(met, suite),
    t1: toHex(transcript),
    confirm_key: toHex(await derive(suite, bytes(given, 'bondKey'), 'bond/confirm', place)),
    fingerprint: await fingerprintDigits(met.inviterFingerprint, suite),
  };
}

async function later(given: Fields, suite: Suite): Promise<Answers> {
  const id = concat(bytes(given, 'bond'), u32(1));
  const prints = [bytes(given, 'inviterFingerprint'), bytes(given, 'joinerFingerprint')];
  return {
    'rotate.psk': toHex(await derive(suite, bytes(given, 'bondKey'), 'bond/rotate', id)),
    'rotate.info': toHex(concat(lab(suite, 'rotate'), SU, id, ...prints)),
  };
}
