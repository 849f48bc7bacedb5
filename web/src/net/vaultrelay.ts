import { fromBase64Url, signLogin, toBase64Url, vaultId, type Unlocker } from '../crypto';
import type { Base64Url, KeptUnlocker } from '../wire/messages';
import type { VaultChallenge, VaultEntered, VaultRecord } from '../wire/messages';
import { Problem, Unreachable } from '../wire/problems';
import { ask } from './http';
import type { Wake } from './waking';

/** A vault, and the session that opens it. */
export interface OpenVault {
  readonly vault: Base64Url;
  readonly session: Base64Url;
}

/** The relay's verbs about vaults. Nothing that it answers is believed: all is opened by keys. */
export class VaultRelay {
  readonly #base: string;
  readonly #origin: string;

  /** `origin`: the relay's, as logins are signed for it. */
  constructor({ base, origin }: { readonly base: string; readonly origin: string }) {
    this.#base = base;
    this.#origin = origin;
  }

  /** Makes the vault with its first way in. The same again is the same. */
  async create(vault: Base64Url, unlocker: KeptUnlocker): Promise<void> {
    await this.#ask('PUT', vault, '', { body: { unlocker } });
  }

  challenge(vault: Base64Url): Promise<VaultChallenge> {
    return this.#ask('POST', vault, '/challenge', { body: {} });
  }

  /**
   * Comes in. `challenge`: one that was just given, if it has been asked for; `known`: a session
   * that this device once had, so that strangers who guess words never hold it up.
   */
  async enter(
    unlocker: Unlocker,
    { challenge, known }: { challenge?: Base64Url; known?: Base64Url } = {},
  ): Promise<VaultEntered & OpenVault> {
    const vault = toBase64Url(await vaultId(unlocker.account));
    const given = challenge ?? (await this.challenge(vault)).challenge;
    const at = Date.now();
    const login = { origin: this.#origin, nonce: fromBase64Url(given), at };
    const answer = {
      unlocker: toBase64Url(unlocker.id),
      challenge: given,
      origin: this.#origin,
      time: at,
      signature: toBase64Url(await signLogin(unlocker, login)),
    };
    const asked = { body: answer, bearer: known };
    return { ...(await this.#ask<VaultEntered>('POST', vault, '/unlock', asked)), vault };
  }

  records(at: OpenVault, after: number): Promise<{ records: VaultRecord[]; more: boolean }> {
    return this.#within(at, 'GET', `/records?after=${after}`);
  }

  record(at: OpenVault, record: Base64Url): Promise<VaultRecord> {
    return this.#within(at, 'GET', `/records/${record}`);
  }

  /** Writes a record that is at version `was` (0: never written); without a box erases it. */
  put(
    at: OpenVault,
    record: Base64Url,
    { was, box }: { readonly was: number; readonly box: Base64Url | null },
  ): Promise<{ version: number; change: number }> {
    return this.#within(at, 'PUT', `/records/${record}`, { was, box });
  }

  unlockers(at: OpenVault): Promise<{ generation: number; unlockers: KeptUnlocker[] }> {
    return this.#within(at, 'GET', '/unlockers');
  }

  /** `replaces`: in the place of that one, in one step. The very same again is the same. */
  async addUnlocker(at: OpenVault, unlocker: KeptUnlocker, replaces?: Base64Url): Promise<void> {
    const body = replaces === undefined ? { unlocker } : { unlocker, replaces };
    await this.#within(at, 'POST', '/unlockers', body);
  }

  async removeUnlocker(at: OpenVault, unlocker: Base64Url): Promise<void> {
    await this.#within(at, 'DELETE', `/unlockers/${unlocker}`);
  }

  /** A new generation: these ways in and no others, and every other session is over. */
  async renew(at: OpenVault, generation: number, unlockers: KeptUnlocker[]): Promise<void> {
    await this.#within(at, 'PUT', '/unlockers', { generation, unlockers });
  }

  /** Wakes a device at these hours of each day (UTC), or no more. */
  async wake(at: OpenVault, push: Base64Url, wish: Wake): Promise<void> {
    const method = wish === null ? 'DELETE' : 'PUT';
    await this.#within(at, method, `/pushes/${push}`, wish ?? undefined);
  }

  /** The relay's key towards push services: an uncompressed point of P-256, as base64url. */
  async pushKey(): Promise<string> {
    return (await ask<{ key: string }>(`${this.#base}/v1/push`, { method: 'GET' })).key;
  }

  #within<T>(at: OpenVault, method: string, path: string, body?: object): Promise<T> {
    return this.#ask<T>(method, at.vault, path, { bearer: at.session, body });
  }

  #ask<T>(
    method: string,
    vault: Base64Url,
    path: string,
    more: { readonly bearer?: Base64Url | undefined; readonly body?: object | undefined },
  ): Promise<T> {
    return ask<T>(`${this.#base}/v1/vaults/${vault}${path}`, { method, ...more });
  }
}

/** The relay knows this session or this way in no longer. */
export function isShutOut(cause: unknown): boolean {
  return cause instanceof Problem && cause.problem === 'not-unlocked';
}

/** Passes over what a relay refuses, or a relay that is out of reach, where nothing hangs on it. */
export function forgiven(cause: unknown): void {
  if (!(cause instanceof Problem) && !(cause instanceof Unreachable)) throw cause;
}
