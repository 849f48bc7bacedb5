import { BONDS } from './bonds';
import { timeOf } from './clock';
import { dayOf } from './own';
import type { BondRecord } from './record';
import { withoutStory } from './seen';
import type { OpenBond, Shown } from './shown';
import type { AllKept } from './snapshot';
import type { Vault } from './vault';
import { KeptViews, type Source } from './views';

/** A page that is quiet for so long keeps how its bonds look. */
const KEEP_AFTER_MS = 500;

/** Shows bonds as they were shown last, folds them behind that, and keeps how they look now. */
export class Recalling {
  readonly #all: AllKept;
  readonly #shown: Shown;
  readonly #views: KeptViews;
  readonly #wanted: () => Promise<void>;
  #keeping: ReturnType<typeof setTimeout> | null = null;
  #toKeep: readonly OpenBond[] = [];
  #folding = false;
  #closed = false;

  /** `wanted`: when what was only recalled is to be folded, though nobody has asked for it yet. */
  constructor(vault: Vault, all: AllKept, shown: Shown, wanted: () => Promise<void>) {
    this.#wanted = wanted;
    this.#all = all;
    this.#shown = shown;
    this.#views = new KeptViews(vault);
  }

  /**
   * Fetches what folds while entries are still being read, where some bond has no view of today.
   * What is guessed here saves time only: what may be shown is for `recall` to say.
   */
  static async soon(vault: Vault): Promise<void> {
    const bonds = await vault.store.boxes(BONDS);
    if (bonds.length === 0) return;
    const locals = bonds.map(({ name }) => name.slice(BONDS.length));
    const isSeen = await new KeptViews(vault).areOf(dayOf(Date.now()), locals);
    if (!isSeen) await import('./model');
  }

  /** Recalls each bond; one of which anything has changed since waits for what folds it. */
  async recall(): Promise<void> {
    for (const [local, record] of this.#all.bonds.all()) {
      const view = await this.#views.of(local, this.#sourceOf(local, record));
      if (view !== null) this.#shown.recall(local, record, view);
      else if (record.key !== null) await this.#begin(local, record);
    }
  }

  /** What the core cannot take is found again, and said, when the bond is shown. */
  async #begin(local: string, record: BondRecord): Promise<void> {
    await this.#shown.ready();
    await this.#shown.catchUp(local, record).catch(() => undefined);
  }

  /** Folds what of these was only recalled, and then keeps how they look when it is quiet. */
  follow(bonds: readonly OpenBond[], changed: () => void): void {
    if (bonds.every(({ local }) => this.#shown.isFolded(local))) {
      this.#keepSoon(bonds);
    } else if (!this.#folding) {
      this.#folding = true;
      // What folds may be out of reach; the next change tries again.
      this.#fold().then(changed, () => undefined);
    }
  }

  async #fold(): Promise<void> {
    try {
      await Promise.race([this.#shown.asked, this.#wanted()]);
      await this.#foldAll();
    } finally {
      this.#folding = false;
    }
  }

  async #foldAll(): Promise<void> {
    for (const [local, record] of this.#all.bonds.all()) {
      if (this.#closed) return;
      await this.#shown.catchUp(local, record);
    }
  }

  #keepSoon(bonds: readonly OpenBond[]): void {
    if (this.#keeping !== null) clearTimeout(this.#keeping);
    this.#toKeep = bonds;
    this.#keeping = setTimeout(() => this.keepNow(), KEEP_AFTER_MS);
  }

  /** Keeps at once what is to be kept soon: the page may not be looked at again. */
  keepNow(): void {
    if (this.#keeping !== null) clearTimeout(this.#keeping);
    this.#keeping = null;
    const bonds = this.#toKeep;
    this.#toKeep = [];
    // Another tab, or a page that goes: it is folded anew next time, and nothing is lost.
    for (const bond of bonds) this.#keep(bond).catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    this.#toKeep = [];
    if (this.#keeping !== null) clearTimeout(this.#keeping);
  }

  async #keep({ local, record, view }: OpenBond): Promise<void> {
    if (this.#all.bonds.get(local) !== record || !this.#shown.isFolded(local)) return;
    await this.#views.keep(local, this.#sourceOf(local, record), withoutStory(view));
  }

  #sourceOf(local: string, record: BondRecord): Source {
    const { bonds, personal, decks } = this.#all;
    return {
      stored: bonds.versions(local),
      personal: personal.value,
      pins: decks.all.map(({ pin }) => pin),
      day: dayOf(timeOf(record)),
    };
  }
}
