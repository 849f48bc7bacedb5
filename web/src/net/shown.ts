import type { Accepted, Card, Command, Mine, View } from '../core/types';
import { BEFORE } from './before';
import type { CoreBond } from './corebond';
import type { AddedDeck } from './decks';
import { gatesOf, Refused } from './exchange';
import type { Personal } from './own';
import type { BondRecord, Outgoing } from './record';
import { askedAbout, withStory, type SeenView } from './seen';
import type { AllKept } from './snapshot';
import type { Said } from './writing';

/** One bond as a screen needs it. */
export interface OpenBond {
  /** Its name on this device; it means nothing anywhere else. */
  local: string;
  record: BondRecord;
  /** What is so, and what was done here and is on its way as if it were so. */
  view: SeenView;
  /** Something written here has not reached the relay yet. */
  waiting: boolean;
}

/** What reads, folds and sends; see `model.ts`. */
export type Model = typeof import('./model');

/** What a bond was shown with, as long as nothing of it has changed. */
interface Recalled {
  readonly record: BondRecord;
  readonly personal: Personal;
  readonly decks: readonly AddedDeck[];
  readonly view: SeenView;
}

/** Each bond's model with what is on its way, asked with what only this person knows. */
export class Shown {
  readonly #cores = new Map<string, CoreBond>();
  readonly #recalled = new Map<string, Recalled>();
  readonly #kept: Pick<AllKept, 'personal' | 'decks'>;
  #model: Model | null = null;
  #ask: () => void = () => undefined;

  /** Comes once something was asked that only the model answers. */
  readonly asked = new Promise<void>((resolve) => (this.#ask = resolve));

  constructor(kept: Pick<AllKept, 'personal' | 'decks'>) {
    this.#kept = kept;
  }

  /** Whether the model is here. */
  get isReady(): boolean {
    return this.#model !== null;
  }

  /** Once it is here, whatever is asked of a bond is answered at once. */
  async ready(): Promise<Model> {
    this.#ask();
    return (this.#model ??= await import('./model'));
  }

  /** Shows that view until anything changes or the entries are folded: it is of exactly that. */
  recall(local: string, record: BondRecord, view: SeenView): void {
    this.#recalled.set(local, {
      record,
      personal: this.#kept.personal.value,
      decks: this.#kept.decks.all,
      view: withStory(view, () => {
        this.#ask();
        return this.#model === null ? view : this.#told(local, record);
      }),
    });
  }

  /** Folds what there is to fold, a little at a time; what was recalled has done its part. */
  async catchUp(local: string, record: BondRecord): Promise<void> {
    await this.ready();
    await this.#core(local, record).catchUp(record);
    this.#recalled.delete(local);
  }

  /** Whether this is what the entries come to, and not what was kept or stands for nothing yet. */
  isFolded(local: string): boolean {
    return this.#model !== null && !this.#recalled.has(local);
  }

  view(local: string, record: BondRecord): SeenView {
    const core = this.#core(local, record);
    const own = this.#privately(local, record);
    const seen = core.view(record, { ...own, last: 0 });
    const asked = askedAbout(seen, (last) => core.view(record, { ...own, last }));
    const wished = this.#here().wished(record, this.#kept.personal.value);
    return withStory({ ...seen, asked, wished }, () => this.#told(local, record));
  }

  #told(local: string, record: BondRecord): View {
    return this.#core(local, record).view(record, this.#privately(local, record));
  }

  /** The events that do it, now and later; `Refused` when a rule stands against it. */
  decided(local: string, record: BondRecord, command: Command): Accepted['accepted'] {
    if (record.alarm !== null) throw new Refused('stopped');
    if (record.key === null) throw new Refused('no-bond-yet');
    const own = this.#privately(local, record);
    const decision = this.#core(local, record).decide(record, command, own);
    if ('refused' in decision) throw new Refused(decision.refused, decision.softer);
    return decision.accepted;
  }

  /** The card of that exchange, if it lies on the table and nobody has opened it. */
  drawn(local: string, record: BondRecord, exchange: string): Card {
    const { table } = this.view(local, record);
    const card = table.find((each) => each.exchange === exchange && each.state === 'drawn');
    if (card === undefined) throw new Refused('not-on-table');
    return card;
  }

  /** The gates of what this takes from the table: no answer may meet there any more. */
  async closing(local: string, record: BondRecord, said: Said): Promise<string[]> {
    const drawn = (seen: BondRecord): string[] =>
      this.view(local, seen)
        .table.filter(({ state }) => state === 'drawn')
        .map(({ exchange }) => exchange);
    const before = drawn(record);
    const after = drawn({ ...record, outbox: [...record.outbox, unsealed(said)] });
    const gone = before.filter((each) => !after.includes(each));
    return gatesOf(record, gone);
  }

  /** A record that the core cannot take stops its own bond and no other. */
  open(local: string, record: BondRecord, reachable: boolean): OpenBond {
    const { outbox, stage } = record;
    const isJoining = stage.name === 'joining' && !stage.sent;
    const isUnsent = isJoining || outbox.some(({ seq }) => seq === undefined);
    const waiting = isUnsent && !reachable;
    try {
      return { local, record, view: this.#seen(local, record), waiting };
    } catch {
      const nothing = { ...record, entries: [], sealed: {}, outbox: [] };
      const empty = new (this.#here().CoreBond)(nothing).view(nothing, { v: 1, sealed: [] });
      const view = { ...empty, asked: {}, wished: BEFORE.wished };
      return { local, record: { ...record, alarm: 'gap' }, view, waiting };
    }
  }

  /** What is kept may be looked at before the model is here; what is done is judged by it alone. */
  #seen(local: string, record: BondRecord): SeenView {
    const recalled = this.#recalled.get(local);
    const isSame =
      recalled?.record === record &&
      recalled.personal === this.#kept.personal.value &&
      recalled.decks === this.#kept.decks.all;
    if (recalled !== undefined && (isSame || this.#model === null)) return recalled.view;
    this.#recalled.delete(local);
    return this.#model === null ? BEFORE : this.view(local, record);
  }

  #core(local: string, record: BondRecord): CoreBond {
    const core =
      this.#cores.get(local) ?? new (this.#here().CoreBond)(record, () => this.#kept.decks.all);
    this.#cores.set(local, core);
    return core;
  }

  #privately(local: string, record: BondRecord): Mine {
    return this.#here().privately(local, record, this.#kept.personal.value);
  }

  #here(): Model {
    if (this.#model === null) throw new Error('asked before the model was here');
    return this.#model;
  }
}

/** As if it were in the outbox: what the table would look like. */
function unsealed(said: Said): Outgoing {
  return { kind: 'append', handle: '', parts: { event: '' }, closes: [], ...said };
}
