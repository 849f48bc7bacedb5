import {
  fromBase64Url,
  lockOf,
  loginKey,
  makeEnvelope,
  newDeviceSecret,
  newId,
  newRecoveryCode,
  newUnlockWords,
  openEnvelope,
  openShortWay,
  passkeySecret,
  readRecovery,
  recoveryLines,
  recoverySecret,
  Rejected,
  sealShortWay,
  toBase64Url,
  UNLOCKER_KINDS,
  WORDS_COST,
  wordsSecret,
  type Account,
  type Bytes,
  type ShortWay,
  type Unlocker,
  type UnlockerKind,
} from '../crypto';
import type { Base64Url, KeptUnlocker } from '../wire/messages';
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
  /** When the account was made: the first statement is made from it again. */
  readonly created: number;
  /** The present statement, where it is not the first. */
  readonly statement?: Base64Url;
  /** There is a vault on the relay, which other devices can come to. */
  readonly kept?: boolean;
  readonly ways: readonly Way[];
}

/** What somebody unlocks with. */
export type Key =
  | { readonly with: 'words'; readonly typed: string }
  | { readonly with: 'recovery'; readonly lines: readonly [string, string] }
  /** `unlocker`: its id, which the passkey itself remembers. */
  | { readonly with: 'passkey'; readonly prf: Uint8Array; readonly unlocker: Bytes };

/** There is an account on this device, and it has to be unlocked first. */
export class Locked extends Error {
  readonly kinds: readonly UnlockerKind[];

  constructor(kinds: readonly UnlockerKind[]) {
    super('locked');
    this.kinds = kinds;
  }
}

/** A way in cannot be added so. */
export class WayTrouble extends Error {
  /**
   * `passkey-alone`: a passkey may vanish with its provider, so something on paper or in the head
   * comes first. `not-come`: another took its place meanwhile, so that it does not count.
   */
  readonly kind: 'passkey-alone' | 'not-come';

  constructor(kind: WayTrouble['kind']) {
    super(kind);
    this.kind = kind;
  }
}

/** A way in that was just made or used: as it is kept, and what it can do. */
export interface OpenWay {
  readonly way: Way;
  readonly unlocker: Unlocker;
}

/** The device's own unlocker: its secret cannot be read out by a script. */
interface DeviceSecret {
  readonly id: Base64Url;
  readonly secret: CryptoKey;
}

/** The device record that says whose account this is. */
export const WAYS = 'ways';
/** The device record that holds the session of the vault on the relay. */
export const SESSION = 'session';
const DEVICE = 'device-secret';
/** What opens with that secret in one short step: see `ShortWay`. */
const SHORT = 'device-short';

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

/**
 * The account, if this device stays unlocked; null when something has to be typed. `signed`: its
 * statement, where that was kept beside.
 */
export async function openWithDevice(
  store: Store,
  ways: Ways,
): Promise<{ account: Account; unlocker: Unlocker; signed?: Bytes } | null> {
  const way = ways.ways.find(({ kind }) => kind === 'device');
  if (way === undefined) return null;
  const [device, short] = await Promise.all([
    store.deviceRecord<DeviceSecret>(DEVICE + way.id),
    store.deviceRecord<Uint8Array>(SHORT + way.id),
  ]);
  if (device === null) return null;
  const unlocker = unlockerOf(ways.account, way, device.secret);
  const soon = short === null ? null : await openedSoon(unlocker, ways.generation, short);
  return soon === null
    ? { account: await opened(ways, way, unlocker), unlocker }
    : { ...soon, unlocker };
}

/** What is not of this generation, or was spoilt, is as good as not there. */
function openedSoon(unlocker: Unlocker, generation: number, box: Uint8Array) {
  return openShortWay(unlocker, generation, box).catch(() => null);
}

/** Lets this device open sooner the next time. */
export async function openSooner(store: Store, unlocker: Unlocker, way: ShortWay): Promise<void> {
  await store.putDevice(SHORT + toBase64Url(unlocker.id), await sealShortWay(unlocker, way));
}

/** The account, opened with what somebody typed; `Rejected` when it is not right. */
export async function openWithKey(
  ways: Ways,
  key: Key,
): Promise<{ account: Account; unlocker: Unlocker }> {
  const way = ways.ways.find(
    ({ kind, id }) =>
      kind === key.with && (key.with !== 'passkey' || id === toBase64Url(key.unlocker)),
  );
  if (way === undefined) throw new Rejected();
  const unlocker = unlockerOf(ways.account, way, await secretOf(way, key));
  return { account: await opened(ways, way, unlocker), unlocker };
}

/** New unlock words: to be written down, and typed once before they count. */
export function proposeWords(): string {
  return newUnlockWords();
}

/** A new recovery code, as it is printed. */
export async function proposeRecovery(): Promise<[string, string]> {
  return recoveryLines(newRecoveryCode());
}

/** A new way into an account, as it was typed from what was proposed. It is tried before it counts. */
export async function madeWay(account: Account, key: Key): Promise<OpenWay> {
  const id = toBase64Url(key.with === 'passkey' ? key.unlocker : newId());
  const bare = { kind: key.with, id, envelope: '' };
  const salt = toBase64Url(newId());
  const plain: Way = key.with === 'words' ? { ...bare, salt, cost: WORDS_COST } : bare;
  const secret = await secretOf(plain, key);
  const unlocker = unlockerOf(toBase64Url(account.id), plain, secret);
  const envelope = await makeEnvelope(unlocker, account);
  await openEnvelope(unlocker, account.generation, envelope);
  return { way: { ...plain, envelope: toBase64Url(envelope) }, unlocker };
}

/** Whether only one of a kind counts, so that a new one takes the old one's place. */
export function isSingle(kind: UnlockerKind): boolean {
  return kind === 'words' || kind === 'recovery';
}

/** Keeps a way in on this device; it takes the place of one of its kind, where only one counts. */
export async function keepWay(store: Store, way: Way): Promise<void> {
  await change(store, (ways) => [
    ...ways.ways.filter(({ kind, id }) => id !== way.id && !(kind === way.kind && isSingle(kind))),
    way,
  ]);
}

/** Makes this device a way in of its own, and keeps its secret here. */
export async function stayUnlocked(store: Store, account: Account): Promise<OpenWay> {
  const { secret, way } = await deviceWay(account);
  await store.putDevice(DEVICE + way.id, secret);
  await change(store, (ways) => [...ways.ways.filter(({ kind }) => kind !== 'device'), way]);
  return { way, unlocker: unlockerOf(toBase64Url(account.id), way, secret.secret) };
}

/** Locks this device. Refused (false) when there would be no other way in. */
export async function lockDevice(store: Store): Promise<boolean> {
  const ways = await waysOf(store);
  if (ways === null || ways.ways.every(({ kind }) => kind === 'device')) return false;
  for (const { kind, id } of ways.ways) {
    if (kind !== 'device') continue;
    await store.putDevice(DEVICE + id, null);
    await store.putDevice(SHORT + id, null);
  }
  await change(store, (present) => present.ways.filter(({ kind }) => kind !== 'device'));
  return true;
}

/** A way in as the relay keeps it. */
export async function keptUnlocker({ way, unlocker }: OpenWay): Promise<KeptUnlocker> {
  const { id, envelope, kind, salt, cost } = way;
  const bare = {
    unlocker: id,
    kind: UNLOCKER_KINDS[kind],
    envelope,
    public_key: toBase64Url(await loginKey(unlocker)),
  };
  return salt === undefined || cost === undefined ? bare : { ...bare, salt, kdf: cost };
}

/** The lock of a way in, as it stands in one's own sealed list. */
export interface KeptLock {
  readonly kind: UnlockerKind;
  readonly publicKey: Base64Url;
  readonly psk: Base64Url;
  /** Ed25519: whose signature opens a session. */
  readonly login: Base64Url;
  /** What the device calls itself; empty for what needs no name. */
  readonly label: string;
  /** Milliseconds since 1970 UTC. */
  readonly made: number;
  readonly salt?: Base64Url;
  readonly cost?: number;
  /** It is listed, and the relay may not have it yet. */
  readonly coming?: boolean;
  /** While it is coming: the id of the one whose place it takes. */
  readonly replaces?: Base64Url;
}

export async function keptLock({ way, unlocker }: OpenWay, label: string): Promise<KeptLock> {
  const { publicKey, psk } = await lockOf(unlocker);
  const { kind, salt, cost } = way;
  const lock = {
    kind,
    publicKey: toBase64Url(publicKey),
    psk: toBase64Url(psk),
    login: toBase64Url(await loginKey(unlocker)),
    label,
    made: Date.now(),
  };
  return salt === undefined || cost === undefined ? lock : { ...lock, salt, cost };
}

/** The unlocker of a way in, with its secret. */
export function unlockerOf(
  account: Base64Url,
  { kind, id }: Pick<Way, 'kind' | 'id'>,
  secret: Uint8Array | CryptoKey,
): Unlocker {
  return { kind, secret, id: fromBase64Url(id), account: fromBase64Url(account) };
}

/** us, from what somebody typed or showed. */
export async function secretOf(way: Pick<Way, 'salt' | 'cost'>, key: Key): Promise<Bytes> {
  if (key.with === 'passkey') return passkeySecret(key.prf);
  if (key.with === 'recovery') return recoverySecret(await readRecovery(...key.lines));
  const place = { salt: fromBase64Url(way.salt ?? ''), cost: way.cost ?? 0 };
  return wordsSecret(key.typed, place, strengthen);
}

async function change(store: Store, next: (ways: Ways) => readonly Way[]): Promise<void> {
  const ways = await waysOf(store);
  if (ways === null) throw new Error('there is no account here');
  await store.putDevice(WAYS, { ...ways, ways: next(ways) });
}

async function deviceWay(account: Account): Promise<{ secret: DeviceSecret; way: Way }> {
  const secret = await newDeviceSecret();
  const id = toBase64Url(newId());
  const unlocker = unlockerOf(toBase64Url(account.id), { kind: 'device', id }, secret);
  const envelope = toBase64Url(await makeEnvelope(unlocker, account));
  return { secret: { id, secret }, way: { kind: 'device', id, envelope } };
}

function opened(ways: Ways, way: Way, unlocker: Unlocker): Promise<Account> {
  return openEnvelope(unlocker, ways.generation, fromBase64Url(way.envelope));
}
