import {
  deriveAccount,
  fromBase64Url,
  openEnvelope,
  openStatement,
  openVaultRecordAt,
  readAccountLine,
  Rejected,
  sameBytes,
  toBase64Url,
  vaultId,
  vaultRecordId,
  type Account,
  type Bytes,
  type Statement,
  type Unlocker,
} from '../crypto';
import type { VaultChallenge } from '../wire/messages';
import { Problem } from '../wire/problems';
import type { Store } from './store';
import { Vault } from './vault';
import type { OpenVault, VaultRelay } from './vaultrelay';
import { secretOf, SESSION, unlockerOf, type Key } from './ways';

/** What somebody has who comes from another browser: which account, and what opens it. */
export interface Claim {
  /** The account's id: from the first line of a sheet, or from the passkey itself. */
  readonly account: Bytes;
  readonly key: Key;
}

/** A claim from what was typed off a sheet: its first line, and words or the other two lines. */
export async function claimOf(line: string, key: Key): Promise<Claim> {
  return { account: await readAccountLine(line), key };
}

/**
 * Comes to the vault from a browser that knows nothing yet. `Rejected` when it is not right.
 * `before`: called when it is, just before what was in this browser is replaced.
 */
export async function arrive(
  relay: VaultRelay,
  store: Store,
  { account, key }: Claim,
  before: () => void = () => undefined,
): Promise<Vault> {
  const vault = toBase64Url(await vaultId(account));
  const challenge = await relay.challenge(vault);
  const unlocker = await unlockerFrom(account, key, challenge);
  const entered = await relay.enter(unlocker, { challenge: challenge.challenge }).catch(refused);
  const envelope = fromBase64Url(entered.envelope);
  const opened = await openEnvelope(unlocker, entered.generation, envelope);
  return settled(relay, store, { at: entered, account: opened, unlocker }, before);
}

/** A device that was linked comes to the vault by the way in that was made for it. */
export async function arriveLinked(
  relay: VaultRelay,
  store: Store,
  { account, unlocker }: { readonly account: Account; readonly unlocker: Unlocker },
  before: () => void = () => undefined,
): Promise<Vault> {
  const at = await relay.enter(unlocker).catch(refused);
  return settled(relay, store, { at, account, unlocker }, before);
}

async function unlockerFrom(
  account: Bytes,
  key: Key,
  { words, recovery }: VaultChallenge,
): Promise<Unlocker> {
  const named = toBase64Url(account);
  if (key.with === 'passkey') {
    const way = { kind: key.with, id: toBase64Url(key.unlocker) };
    return unlockerOf(named, way, await secretOf({}, key));
  }
  const kind = key.with;
  const id = kind === 'words' ? words.unlocker : recovery.unlocker;
  const place = { kind, id, salt: words.salt, cost: words.kdf };
  return unlockerOf(named, place, await secretOf(place, key));
}

async function settled(
  relay: VaultRelay,
  store: Store,
  { at, account, unlocker }: { at: OpenVault; account: Account; unlocker: Unlocker },
  before: () => void,
): Promise<Vault> {
  const statement = await statementOf(relay, at, account);
  before();
  const vault = await Vault.settle(store, { account, unlocker }, statement);
  await store.putDevice(SESSION, at);
  return vault;
}

/** What the account says of itself, as it was kept; the keys themselves have to say the same. */
async function statementOf(relay: VaultRelay, at: OpenVault, account: Account): Promise<Statement> {
  const keys = await deriveAccount(account);
  const id = await vaultRecordId(keys, 'account');
  const { version, box } = await relay.record(at, toBase64Url(id));
  const content = await openVaultRecordAt(keys, { id, version }, fromBase64Url(box ?? ''));
  const { value } = JSON.parse(new TextDecoder().decode(content)) as {
    value: { statement: string };
  };
  const statement = await openStatement(fromBase64Url(value.statement));
  const isOurs = sameBytes(statement.signPublicKey, keys.signer.publicKey);
  if (!isOurs || statement.generation !== account.generation) throw new Rejected();
  return statement;
}

/** A vault that is not there and words that are not right are refused alike. */
function refused(cause: unknown): never {
  if (cause instanceof Problem && cause.problem === 'not-unlocked') throw new Rejected();
  throw cause;
}
