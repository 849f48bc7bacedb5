import { deckPin } from '../core/pin';
import type { SharedDeck, SoundDeck } from '../core/decks';
import type { Pair } from './own';
import type { Vault } from './vault';

const PREFIX = 'deck/';

/** Decks in one bond: each may take 64 KiB, and the core takes a mebibyte for all. */
export const MOST_DECKS = 8;

/** How much of a pin stands behind a deck's name on a card (docs/decisions/0041). */
const PIN_SHOWN = 22;

/** A deck that was shown whole on this device, and then added. */
export interface AddedDeck extends SoundDeck {
  /** The SHA-256 of its canonical bytes, as base64url. */
  readonly pin: string;
}

/** What a bond draws from beside the founding deck. */
export interface Chosen {
  readonly pair: Pair;
  /** The pins of the decks that were added to it. */
  readonly decks: readonly string[];
}

/** The decks that were added to a bond and are on this device, in the order of adding. */
export function addedTo(chosen: Chosen, kept: readonly AddedDeck[]): readonly AddedDeck[] {
  const added = chosen.decks.flatMap((pin) => kept.filter((each) => each.pin === pin));
  return added.slice(0, MOST_DECKS);
}

/** The name that cards from an added deck carry. */
export function nameOnCards({ deck, pin }: AddedDeck): string {
  return `${deck.deck}@${pin.slice(0, PIN_SHOWN)}`;
}

/** The decks of this device, each sealed by itself; other tabs hear of each change. */
export class Decks {
  readonly #vault: Vault;
  readonly #channel = new BroadcastChannel('kith/decks');
  readonly #listeners = new Set<() => void>();
  #kept: readonly AddedDeck[] = [];

  private constructor(vault: Vault) {
    this.#vault = vault;
    this.#channel.onmessage = () => void this.#load();
  }

  static async load(vault: Vault): Promise<Decks> {
    const decks = new Decks(vault);
    await decks.#load();
    return decks;
  }

  get all(): readonly AddedDeck[] {
    return this.#kept;
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
  }

  /** Keeps a deck that somebody was shown. It never changes: another text has another pin. */
  async add({ canonical }: Pick<SoundDeck, 'canonical'>): Promise<string> {
    const pin = await deckPin(canonical);
    const name = PREFIX + pin;
    if ((await this.#vault.version(name)) === 0) {
      await this.#vault.save({ name, version: 1, value: canonical });
    }
    await this.#changed();
    return pin;
  }

  async remove(pin: string): Promise<void> {
    await this.#vault.remove(PREFIX + pin);
    await this.#changed();
  }

  async #changed(): Promise<void> {
    await this.#load();
    if (this.#vault.lasts) this.#channel.postMessage('changed');
  }

  async #load(): Promise<void> {
    const kept = await this.#vault.all<string>(PREFIX);
    this.#kept = kept.map(({ name, value }) => ({
      pin: name.slice(PREFIX.length),
      canonical: value,
      deck: JSON.parse(value) as SharedDeck,
    }));
    this.#listeners.forEach((listener) => listener());
  }
}
