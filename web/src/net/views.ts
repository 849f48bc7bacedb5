import type { SeenView } from './seen';
import type { Kept, Vault } from './vault';

/** Boxes of views, `view/<local>`: for this device alone, never sent to any vault or relay. */
const PREFIX = 'view/';

/** Of one view, as it was shown last. */
interface KeptView {
  /** Of what it is the view: see `standsFor`. */
  readonly of: string;
  /** The day on which it was made, since 1970 UTC. */
  readonly day: number;
  readonly view: SeenView;
}

/** Everything that a view is made from, where it is held by name and version. */
export interface Source {
  /** The versions of the boxes in which the bond and its entries are stored. */
  readonly stored: string;
  /** What only this person knows, whichever the bond. */
  readonly personal: unknown;
  /** The decks on this device. */
  readonly pins: readonly string[];
  /** The day on which it is looked at, since 1970 UTC. */
  readonly day: number;
}

/**
 * How each bond looked when it was last shown, sealed like all else. With it a bond of many years is
 * there at once, and its entries are folded behind it. What was made from anything else than lies
 * here now, by other software or on another day, is never shown.
 */
export class KeptViews {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Whether each of these bonds has a view of that day: without one, its entries are folded. */
  async areOf(day: number, locals: readonly string[]): Promise<boolean> {
    const kept = await Promise.all(locals.map((local) => this.#load(local)));
    return kept.every((each) => each?.value.day === day);
  }

  /** The view of exactly that, if it was kept. */
  async of(local: string, source: Source): Promise<SeenView | null> {
    const kept = await this.#load(local);
    return kept?.value.of === (await standsFor(source)) ? kept.value.view : null;
  }

  /** Keeps a view in the place of the one before; another tab may have been first. */
  async keep(local: string, source: Source, view: SeenView): Promise<void> {
    const of = await standsFor(source);
    const before = await this.#load(local);
    if (before?.value.of === of) return;
    const version = (before?.version ?? 0) + 1;
    await this.#vault.save({ name: PREFIX + local, version, value: { of, day: source.day, view } });
  }

  /** What cannot be opened is as good as not there. */
  #load(local: string): Promise<Kept<KeptView> | null> {
    return this.#vault.load<KeptView>(PREFIX + local).catch(() => null);
  }
}

/** The name of what a view is made from; the address of this very file stands for the software. */
async function standsFor(source: Source): Promise<string> {
  const text = JSON.stringify([import.meta.url, source]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}

/** The name of a bond's kept view, for whoever removes the bond or the words in it. */
export function viewName(local: string): string {
  return PREFIX + local;
}
