import { newId, toBase64Url } from '../crypto';
import type { Base64Url } from '../wire/messages';
import { Problem } from '../wire/problems';
import type { Vault } from './vault';
import type { VaultRelay } from './vaultrelay';

/** Under this name a device keeps for itself when it is woken. */
const NAME = 'waking';

/** More hours a day than this no relay takes (docs/protocol.md, 47). */
export const MOST_HOURS = 4;

const HOURS = 24;
const HOUR_MINUTES = 60;

/** When this device is woken. */
interface Woken {
  /** Random, and of this device alone. */
  readonly id: Base64Url;
  /** Of its owner's own day, 0 to 23, in order. */
  readonly hours: readonly number[];
}

/** The browser's part: its push service, which wakes the device. */
export interface Subscriber {
  /** The address at which the holder of this key may wake this device. */
  address: (key: string) => Promise<string>;
  /** Nobody may wake this device any more. */
  end: () => Promise<void>;
}

/** Why this device cannot be woken: no vault yet, its browser, what was chosen there, its service. */
export type WakeTroubleKind =
  'not-kept' | 'unsupported' | 'denied' | 'no-service' | 'unknown-service';

export class WakeTrouble extends Error {
  readonly kind: WakeTroubleKind;

  constructor(kind: WakeTroubleKind, options?: ErrorOptions) {
    super(kind, options);
    this.name = 'WakeTrouble';
    this.kind = kind;
  }
}

/** What is wished of the relay; null: to be woken no more. */
export type Wake = { readonly address: string; readonly hours: readonly number[] } | null;

/**
 * Being woken at chosen hours by empty pushes, every day, whether or not anything has happened
 * (docs/protocol.md, 47 to 49): so that nothing can be told from one.
 */
export class Waking {
  readonly #vault: Vault;
  readonly #relay: VaultRelay;
  readonly #wake: (id: Base64Url, wish: Wake) => Promise<void>;

  /** `wake`: says it to the relay, within a session of the vault. */
  constructor(vault: Vault, relay: VaultRelay, wake: (id: Base64Url, wish: Wake) => Promise<void>) {
    this.#vault = vault;
    this.#relay = relay;
    this.#wake = wake;
  }

  /** The hours of this device's own day at which it is woken; none where it is not. */
  async hours(): Promise<readonly number[]> {
    return (await this.#woken())?.hours ?? [];
  }

  /** Wakes this device at these hours of its own day, 1 to `MOST_HOURS`, and no others. */
  async at(hours: readonly number[], subscriber: Subscriber): Promise<void> {
    const id = (await this.#woken())?.id ?? toBase64Url(newId());
    await this.#tell({ id, hours: [...hours].sort((one, other) => one - other) }, subscriber);
  }

  /** Says it once more: clocks change, browsers change addresses, new keys clear what was wished. */
  async again(subscriber: Subscriber): Promise<void> {
    const woken = await this.#woken();
    if (woken !== null) await this.#tell(woken, subscriber);
  }

  /** This device is woken no more. */
  async never(subscriber: Subscriber): Promise<void> {
    const woken = await this.#woken();
    if (woken === null) return;
    await subscriber.end();
    await this.#vault.remove(NAME);
    await this.#wake(woken.id, null);
  }

  async #tell(woken: Woken, subscriber: Subscriber): Promise<void> {
    const address = await subscriber.address(await this.#relay.pushKey());
    try {
      await this.#wake(woken.id, { address, hours: inUtc(woken.hours, new Date()) });
    } catch (cause) {
      const isUnknown = cause instanceof Problem && cause.problem === 'malformed';
      throw isUnknown ? new WakeTrouble('unknown-service', { cause }) : cause;
    }
    const version = (await this.#vault.version(NAME)) + 1;
    await this.#vault.save({ name: NAME, version, value: woken });
  }

  async #woken(): Promise<Woken | null> {
    return (await this.#vault.load<Woken>(NAME))?.value ?? null;
  }
}

/** Hours of the day where that moment's clock is, as hours of the day in UTC. */
export function inUtc(hours: readonly number[], now: Date): number[] {
  const ahead = -now.getTimezoneOffset();
  const utc = hours.map((hour) => {
    const minutes = hour * HOUR_MINUTES - ahead;
    return (Math.floor(minutes / HOUR_MINUTES) + HOURS) % HOURS;
  });
  return [...new Set(utc)].sort((one, other) => one - other);
}
