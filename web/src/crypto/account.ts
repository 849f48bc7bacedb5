import { concat, exactly, ID_BYTES, KEY_BYTES, lp, Reader, u32, u64 } from './bytes';
import { isZero, type Bytes } from './bytes';
import { sign, SIGNATURE_BYTES, signingKey, verify, type SigningKey } from './ed25519';
import { PUBLIC_KEY_BYTES, xWingPublicKey } from './hpke';
import { refuseUnless, rejecting } from './rejected';
import { derive, hash, KITH1, lab, SU, type Suite } from './suite';

/**
 * The generation of every account in this slice. A later generation is signed by the one before it;
 * that check comes with rotation, and what cannot be checked is refused.
 */
const FIRST_GENERATION = 1;

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
  readonly kemPublicKey: Bytes;
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
    kemPublicKey: xWingPublicKey(kemSeed),
    signer: await signingKey(signSeed),
    stateKey: await derive(suite, account.rootKey, 'account/state', context),
  };
}

/** Makes and signs the statement of an account; the same keys and time give the same bytes. */
export async function makeStatement(
  keys: AccountKeys,
  created: number,
  suite: Suite = KITH1,
): Promise<Statement> {
  if (keys.generation !== FIRST_GENERATION) throw new RangeError('only generation 1 so far');
  const statement = concat(
    lab(suite, 'keys'),
    SU,
    keys.account,
    u32(keys.generation),
    keys.signer.publicKey,
    keys.kemPublicKey,
    u64(created),
    new Uint8Array(KEY_BYTES),
  );
  const noPrevious = new Uint8Array(SIGNATURE_BYTES);
  const signed = concat(statement, await sign(keys.signer, statement), noPrevious);
  return openStatement(signed, suite);
}

/** Reads a signed statement and verifies it by its own key. */
export async function openStatement(signed: Uint8Array, suite: Suite = KITH1): Promise<Statement> {
  return rejecting(async () => {
    const statement = signed.slice(0, -2 * SIGNATURE_BYTES);
    const fields = readStatement(statement, suite);
    const signatures = signed.slice(-2 * SIGNATURE_BYTES);
    refuseUnless(isZero(signatures.slice(SIGNATURE_BYTES)));
    await verify(fields.signPublicKey, statement, signatures.slice(0, SIGNATURE_BYTES));
    return { ...fields, fingerprint: await hash(statement), signed: signed.slice() };
  });
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
  refuseUnless(generation === FIRST_GENERATION && isZero(previous));
  return { account, generation, signPublicKey, kemPublicKey, created };
}

/** lp(statement), as it stands in an offer and an accept. */
export function statementPiece(statement: Statement): Bytes {
  return lp(statement.signed);
}
