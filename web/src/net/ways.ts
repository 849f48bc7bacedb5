import {
  fromBase64Url,
  makeEnvelope,
  newDeviceSecret,
  newId,
  newRecoveryCode,
  newUnlockWords,
  openEnvelope,
  readRecovery,
  recoveryLines,
  recoverySecret,
  Rejected,
  toBase64Url,
  WORDS_COST,
  wordsSecret,
  type Account,
  type Bytes,
  type UnlockerKind,
} from '../crypto';
import type { Base64Url } from '../wire/messages';
import type { Store } from './store';
import { strengthen } from './strengthen';

/** One way in as this device keeps it: nothing in it opens anything without its secret. */
export interface Way {
  readonly kind: UnlockerKind;
  readonly id: Base64Url;
  readonly envelope: Base64Url;
  /** Of words only: made with them. */
  readonly salt?: Base64Url;
  readonly cost?: number;
}

/** Whose account it is, and every way into it that this device knows. */
export interface Ways {
  readonly account: Base64Url;
  readonly generation: number;
  /** When the account was made: its statement is made from it again. */
  readonly created: number;
  readonly ways: readonly Way[];
}

/** What somebody unlocks with. */
export type Key =
  | { readonly with: 'words'; readonly typed: string }
  | { readonly with: 'recovery'; readonly lines: readonly [string, string] };

/** There is an account on this device, and it has to be unlocked first. */
export class Locked extends Error {
  readonly kinds: readonly UnlockerKind[];

  constructor(kinds: readonly UnlockerKind[]) {
    super('locked');
    this.kinds = kinds;
  }
}

/** The device's own unlocker: its secret cannot be read out by a script. */
interface DeviceSecret {
  readonly id: Base64Url;
  readonly secret: CryptoKey;
}

const WAYS = 'ways';
const DEVICE = 'device-secret';

/** The ways in that this device knows; null before there is an account. */
export function waysOf(store: Store): Promise<Ways | null> {
  return store.deviceRecord<Ways>(WAYS);
}

/** Makes an account its first way in, the device, unless another tab has just made one. */
export async function foundAccount(store: Store, account: Account): Promise<Ways> {
  const none = {
    account: toBase64Url(account.id),
    generation: account.generation,
    created: Date.now(),
    ways: [],
  };
  const { secret, way } = await deviceWay(account);
  const mine = { ...none, ways: [way] };
  await store.putDevice(DEVICE + way.id, secret);
  const found = await store.putDeviceOnce<Ways>(WAYS, mine);
  if (found.account !== mine.account) await store.putDevice(DEVICE + way.id, null);
  return found;
}

/** The account, if this device stays unlocked; null when something has to be typed. */
export async function openWithDevice(store: Store, ways: Ways): Promise<Account | null> {
  const way = ways.ways.find(({ kind }) => kind === 'device');
  if (way === undefined) return null;
  const device = await store.deviceRecord<DeviceSecret>(DEVICE + way.id);
  return device === null ? null : opened(ways, way, device.secret);
}

/** The account, opened with what somebody typed; `Rejected` when it is not right. */
export async function openWithKey(ways: Ways, key: Key): Promise<Account> {
  const way = ways.ways.find(({ kind }) => kind === key.with);
  if (way === undefined) throw new Rejected();
  return opened(ways, way, await secretOf(way, key));
}

/** New unlock words: to be written down, and typed once before they count. */
export function proposeWords(): string {
  return newUnlockWords();
}

/** A new recovery code, as it is printed. */
export async function proposeRecovery(): Promise<[string, string]> {
  return recoveryLines(newRecoveryCode());
}

/**
 * Adds a way in, as it was typed from what was proposed; it takes the place of one of its kind. It
 * is tried before it counts.
 */
export async function addWay(store: Store, account: Account, key: Key): Promise<void> {
  const id = newId();
  const salt = newId();
  const bare = { kind: key.with, id: toBase64Url(id), envelope: '' };
  const plain: Way =
    key.with === 'words' ? { ...bare, salt: toBase64Url(salt), cost: WORDS_COST } : bare;
  const secret = await secretOf(plain, key);
  const unlocker = { kind: key.with, secret, id, account: account.id };
  const way = { ...plain, envelope: toBase64Url(await makeEnvelope(unlocker, account)) };
  await change(store, async (ways) => {
    await opened(ways, way, secret);
    return [...ways.ways.filter(({ kind }) => kind !== key.with), way];
  });
}

/** Lets this device stay unlocked. */
export async function stayUnlocked(store: Store, account: Account): Promise<void> {
  const { secret, way } = await deviceWay(account);
  await store.putDevice(DEVICE + way.id, secret);
  await change(store, (ways) => [...ways.ways.filter(({ kind }) => kind !== 'device'), way]);
}

/** Locks this device. Refused (false) when there would be no other way in. */
export async function lockDevice(store: Store): Promise<boolean> {
  const ways = await waysOf(store);
  if (ways === null || ways.ways.every(({ kind }) => kind === 'device')) return false;
  for (const { kind, id } of ways.ways) {
    if (kind === 'device') await store.putDevice(DEVICE + id, null);
  }
  await change(store, (present) => present.ways.filter(({ kind }) => kind !== 'device'));
  return true;
}

async function change(
  store: Store,
  next: (ways: Ways) => readonly Way[] | Promise<readonly Way[]>,
): Promise<void> {
  const ways = await waysOf(store);
  if (ways === null) throw new Error('there is no account here');
  await store.putDevice(WAYS, { ...ways, ways: await next(ways) });
}

async function deviceWay(account: Account): Promise<{ secret: DeviceSecret; way: Way }> {
  const secret = await newDeviceSecret();
  const id = newId();
  const unlocker = { kind: 'device', secret, id, account: account.id } as const;
  const envelope = toBase64Url(await makeEnvelope(unlocker, account));
  const name = toBase64Url(id);
  return { secret: { id: name, secret }, way: { kind: 'device', id: name, envelope } };
}

function opened(ways: Ways, way: Way, secret: Bytes | CryptoKey): Promise<Account> {
  const account = fromBase64Url(ways.account);
  const unlocker = { kind: way.kind, secret, id: fromBase64Url(way.id), account };
  return openEnvelope(unlocker, ways.generation, fromBase64Url(way.envelope));
}

async function secretOf(way: Way, key: Key): Promise<Bytes> {
  if (key.with === 'recovery') return recoverySecret(await readRecovery(...key.lines));
  const place = { salt: fromBase64Url(way.salt ?? ''), cost: way.cost ?? 0 };
  return wordsSecret(key.typed, place, strengthen);
}
