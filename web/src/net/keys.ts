import { accountLine, toBase64Url, type Bytes } from '../crypto';
import { arrive, arriveLinked, type Claim } from './arriving';
import { Database } from './database';
import type { Keeping } from './keeping';
import { Kith } from './kith';
import { LinkFromHere, reaching, type LinkToHere } from './linking';
import { MemoryStore } from './memory';
import { Relay } from './relay';
import type { Vault } from './vault';
import { VaultRelay } from './vaultrelay';
import type { Key } from './ways';

/** What a person can do about the ways in to what is theirs. */
export class Keys {
  readonly #vault: Vault;
  readonly #relay: Relay;
  readonly #keeping: Keeping;
  readonly #renewed: () => void;

  /** `renewed`: there are new keys, and every bond has to hear of it. */
  constructor(
    { vault, relay, keeping }: { vault: Vault; relay: Relay; keeping: Keeping },
    renewed: () => void,
  ) {
    this.#vault = vault;
    this.#relay = relay;
    this.#keeping = keeping;
    this.#renewed = renewed;
  }

  /** The account as a passkey remembers it. */
  get account(): Bytes {
    return this.#vault.account.id;
  }

  /** The first line of a sheet: which account it is for. */
  accountLine(): Promise<string> {
    return accountLine(this.#vault.account.id);
  }

  /**
   * Adds a way in, as it was typed from `proposeWords` or `proposeRecovery`, or as it was shown.
   * `device`: what this device is called from now on, if it has no name on one's others yet.
   *
   * @returns its id
   */
  addWay(key: Key, device = ''): Promise<string> {
    return this.#keeping.addWay(key, device);
  }

  /** A way in no longer counts. What came in by it keeps what it has read: see `renew`. */
  removeWay(id: string): Promise<void> {
    return this.#keeping.removeWay(id);
  }

  /** Lets this device stay unlocked when the page is closed; `lock` ends that. */
  stayUnlocked(label: string): Promise<void> {
    return this.#keeping.stayUnlocked(label);
  }

  /** Locks this device; false, and nothing happens, when there is no other way in. */
  lock(): Promise<boolean> {
    return this.#vault.lock();
  }

  /** Brings this device and the vault to the same, now. */
  bring(): Promise<void> {
    return this.#keeping.bring();
  }

  /** Another tab has made a new root key: what this one holds opens nothing any more. */
  onceRenewedElsewhere(does: () => void): void {
    this.#keeping.onceRenewedElsewhere(does);
  }

  /** Hears of nothing any more. */
  close(): void {
    this.#keeping.close();
  }

  /** Makes new keys for all but these ways in: a device is lost, or somebody has read along. */
  async renew(without: ReadonlySet<string>): Promise<void> {
    await this.#keeping.renew(without);
    this.#renewed();
  }

  /** Makes new keys for nothing but this device and the way in that was just made here. */
  async reset(id: string): Promise<void> {
    await this.#keeping.reset(id);
    this.#renewed();
  }

  /** Shows a code for another device of one's own. */
  offerDevice(): Promise<LinkFromHere> {
    return LinkFromHere.begin(this.#relay, this.#vault.me);
  }

  /** The digits are the same on both devices: the other is let in. */
  async letDeviceIn(link: LinkFromHere, label: string): Promise<void> {
    const { account } = this.#vault;
    await this.#keeping.letIn(await link.firstWay(account), label);
    await link.letIn(account);
  }
}

/**
 * Comes from another browser, with what a sheet says or a passkey. `stay`: this is one's own device,
 * and becomes one of the ways in; null: nothing stays here. `before`: whose page it was until now.
 */
export async function arriveHere(
  claim: Claim,
  stay: { readonly label: string } | null,
  before: Kith,
): Promise<Kith> {
  const relay = new Relay();
  const store = stay === null ? new MemoryStore() : await Database.open();
  const kith = await Kith.begin(
    await arrive(new VaultRelay(relay), store, claim, () => before.close()),
    relay,
  );
  await kith.keys.bring();
  if (stay !== null) await kith.keys.stayUnlocked(stay.label);
  return kith;
}

/** A device that another has let in; the way in that both of them know goes at once. */
export async function joinHere(
  link: LinkToHere,
  { label, signal, before }: { label: string; signal: AbortSignal; before: Kith },
): Promise<Kith> {
  const relay = new Relay();
  const found = await link.letIn(signal);
  const store = await Database.open();
  const vault = await reaching(signal, () =>
    arriveLinked(new VaultRelay(relay), store, found, () => before.close()),
  );
  const kith = await Kith.begin(vault, relay);
  // What was here is gone, so the network may go now without this device being left halfway.
  await reaching(signal, () => kith.keys.bring());
  await reaching(signal, () => kith.keys.stayUnlocked(label));
  await reaching(signal, () => kith.keys.removeWay(toBase64Url(found.unlocker.id)));
  return kith;
}
