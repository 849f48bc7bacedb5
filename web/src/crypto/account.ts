import { concat, equal, exactly, ID_BYTES, KEY_BYTES, lp, Reader, u32, u64 } from './bytes';
import { isZero, type Bytes } from './bytes';
import { sign, SIGNATURE_BYTES, signingKey, verify, type SigningKey } from './ed25519';
import { PUBLIC_KEY_BYTES, xWingPublicKey } from './hpke';
import { refuseUnless, rejecting } from './rejected';
import { derive, hash, KITH1, lab, SU, type Suite } from './suite';

/** The generation of a new account. A later one is signed by the one before it. */
const FIRST_GENERATION = 1;

/** A generation stays below, so that it is the same number in every language. */
const MOST_GENERATIONS = 0x7fff_ffff;

/** An account: made once, on the device; only ever stored sealed to an unlocker. */
export interface Account {
  /** 16 random bytes. */
  readonly id: Bytes;
  /** Counts root keys from 1. */
  readonly generation: number;
  /** ARK: 32 random bytes, from which every other key of the account is derived. */
  readonly rootKey: Bytes;
}

/** What an account is to itself while it is unlocked: kept in memory, never stored. */
export interface AccountKeys {
  readonly account: Bytes;
  readonly generation: number;
  /** The X-Wing private key: a seed. */
  readonly kemSeed: Bytes;
  readonly signer: SigningKey;
  /** The AES key of everything that only this account reads. */
  readonly stateKey: Bytes;
}

/** What an account is to its partner: a statement signed by itself, which the partner pins. */
export interface Statement {
  readonly account: Bytes;
  readonly generation: number;
  readonly signPublicKey: Bytes;
  readonly kemPublicKey: Bytes;
  /** Milliseconds since 1970 UTC, by its author's clock. */
  readonly created: number;
  /** fp of the generation before; zeros in the first. */
  readonly previous: Bytes;
  /** fp = H(K): what is pinned and compared. */
  readonly fingerprint: Bytes;
  /** K and its two signatures: 1448 bytes. */
  readonly signed: Bytes;
}

/** A new account: random id, random root key, first generation. */
export function newAccount(suite: Suite = KITH1): Account {
  const id = suite.random(ID_BYTES);
  return { id, generation: FIRST_GENERATION, rootKey: suite.random(KEY_BYTES) };
}

/** The same account under a new root key, which whoever copied the old one does not have. */
export function nextAccount({ id, generation }: Account, suite: Suite = KITH1): Account {
  return { id, generation: generation + 1, rootKey: suite.random(KEY_BYTES) };
}

/** Derives all keys of an account; nothing asymmetric is ever stored. */
export async function deriveAccount(account: Account, suite: Suite = KITH1): Promise<AccountKeys> {
  const id = exactly(account.id, ID_BYTES, 'an account id');
  const context = concat(id, u32(account.generation));
  const kemSeed = await derive(suite, account.rootKey, 'account/kem', context);
  const signSeed = await derive(suite, account.rootKey, 'account/sign', context);
  return {
    account: id,
    generation: account.generation,
    kemSeed,
    signer: await signingKey(signSeed),
    stateKey: await derive(suite, account.rootKey, 'account/state', context),
  };
}

/** Makes and signs the statement of a new account; the same keys and time give the same bytes. */
export async function makeStatement(
  keys: AccountKeys,
  created: number,
  suite: Suite = KITH1,
): Promise<Statement> {
  if (keys.generation !== FIRST_GENERATION) throw new RangeError('a later one follows another');
  const statement = await statementBytes(keys, created, new Uint8Array(KEY_BYTES), suite);
  const noPrevious = new Uint8Array(SIGNATURE_BYTES);
  return openStatement(concat(statement, await sign(keys.signer, statement), noPrevious), suite);
}

/** The statement of the very next generation: only who has the keys before can make it. */
export async function makeNextStatement(
  before: { readonly keys: AccountKeys; readonly statement: Statement },
  keys: AccountKeys,
  created: number,
  suite: Suite = KITH1,
): Promise<Statement> {
  const isNext = keys.generation === before.keys.generation + 1;
  if (!isNext || !equal(keys.account, before.keys.account)) {
    throw new RangeError('the very next generation of the same account is needed');
  }
  const statement = await statementBytes(keys, created, before.statement.fingerprint, suite);
  const both = [await sign(keys.signer, statement), await sign(before.keys.signer, statement)];
  return openStatement(concat(statement, ...both), suite);
}

async function statementBytes(
  keys: AccountKeys,
  created: number,
  previous: Uint8Array,
  suite: Suite,
): Promise<Bytes> {
  return concat(
    lab(suite, 'keys'),
    SU,
    keys.account,
    u32(keys.generation),
    keys.signer.publicKey,
    await xWingPublicKey(keys.kemSeed),
    u64(created),
    previous,
  );
}

/**
 * Reads a signed statement and verifies it by its own key. That a later generation follows one that
 * is pinned is for `followsStatement` to say.
 */
export async function openStatement(signed: Uint8Array, suite: Suite = KITH1): Promise<Statement> {
  return rejecting(async () => {
    const statement = signed.slice(0, -2 * SIGNATURE_BYTES);
    const fields = readStatement(statement, suite);
    const isFirst = fields.generation === FIRST_GENERATION;
    refuseUnless(isFirst === isZero(fields.previous));
    refuseUnless(isFirst === isZero(signed.slice(-SIGNATURE_BYTES)));
    const own = signed.slice(-2 * SIGNATURE_BYTES, -SIGNATURE_BYTES);
    await verify(fields.signPublicKey, statement, own);
    return { ...fields, fingerprint: await hash(statement), signed: signed.slice() };
  });
}

/** Whether this is the very next generation of `before`, and who had its keys has signed it. */
export async function followsStatement(next: Statement, before: Statement): Promise<boolean> {
  const isNext = next.generation === before.generation + 1;
  if (!isNext || !equal(next.account, before.account)) return false;
  if (!equal(next.previous, before.fingerprint)) return false;
  const statement = next.signed.slice(0, -2 * SIGNATURE_BYTES);
  return verify(before.signPublicKey, statement, next.signed.slice(-SIGNATURE_BYTES)).then(
    () => true,
    () => false,
  );
}

function readStatement(statement: Uint8Array, suite: Suite) {
  const reader = new Reader(statement);
  reader.expect(concat(lab(suite, 'keys'), SU));
  const account = reader.take(ID_BYTES);
  const generation = reader.number(4);
  const signPublicKey = reader.take(KEY_BYTES);
  const kemPublicKey = reader.take(PUBLIC_KEY_BYTES);
  const created = reader.number(8);
  const previous = reader.take(KEY_BYTES);
  reader.end();
  refuseUnless(generation >= FIRST_GENERATION && generation <= MOST_GENERATIONS);
  return { account, generation, signPublicKey, kemPublicKey, created, previous };
}

/** lp(statement), as it stands in an offer and an accept. */
export function statementPiece(statement: Statement): Bytes {
  return lp(statement.signed);
}
