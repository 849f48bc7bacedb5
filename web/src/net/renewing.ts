import {
  deriveAccount,
  fromBase64Url,
  openStatement,
  sealToLock,
  toBase64Url,
  UNLOCKER_KINDS,
  type Account,
  type Bytes,
  type Identity,
  type Lock,
} from '../crypto';
import type { KeptUnlocker } from '../wire/messages';
import type { KeptLock, Way, Ways } from './ways';

/** What an account says of itself, and what seals to each of its ways in. */
export interface AccountCopy {
  readonly statement: string;
  readonly locks: Readonly<Record<string, KeptLock>>;
  /** Keys that were left behind, oldest first: partners may not have heard of the later ones yet. */
  readonly earlier?: readonly Earlier[];
}

/** An account's root key of an earlier generation, and its statement. */
export interface Earlier {
  readonly statement: string;
  readonly rootKey: string;
}

/** So many are remembered: whoever has not been heard of for longer has to be met anew. */
export const MOST_EARLIER = 8;

/** Who somebody was under keys that they left behind. */
export async function identityThen(
  id: Bytes,
  { statement: signed, rootKey }: Earlier,
): Promise<Identity> {
  const statement = await openStatement(fromBase64Url(signed));
  const { generation } = statement;
  const keys = await deriveAccount({ id, generation, rootKey: fromBase64Url(rootKey) });
  return { keys, statement };
}

/** The next root key, sealed to a way in that stays. */
export async function sealedTo(
  account: Account,
  id: string,
  lock: KeptLock,
): Promise<KeptUnlocker> {
  const open: Lock = {
    kind: lock.kind,
    id: fromBase64Url(id),
    account: account.id,
    publicKey: fromBase64Url(lock.publicKey),
    psk: fromBase64Url(lock.psk),
  };
  const bare = {
    unlocker: id,
    kind: UNLOCKER_KINDS[lock.kind],
    envelope: toBase64Url(await sealToLock(open, account)),
    public_key: lock.login,
  };
  const { salt, cost } = lock;
  return salt === undefined || cost === undefined ? bare : { ...bare, salt, kdf: cost };
}

/** The ways in that this device can try without the relay, with the envelopes of a new root key. */
export function renewedWays(
  ways: Ways,
  { generation }: Account,
  { statement, locks }: AccountCopy,
  unlockers: readonly KeptUnlocker[],
): Ways {
  const mine = ways.ways.filter(({ kind }) => kind === 'device').map(({ id }) => id);
  const next = unlockers.flatMap(({ unlocker: id, envelope }): Way[] => {
    const lock = locks[id];
    if (lock === undefined || (lock.kind === 'device' && !mine.includes(id))) return [];
    const { kind, salt, cost } = lock;
    const bare = { kind, id, envelope };
    return [salt === undefined || cost === undefined ? bare : { ...bare, salt, cost }];
  });
  return { ...ways, generation, statement, kept: true, ways: next };
}
