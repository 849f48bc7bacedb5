import type { Accepted, Card, Command, View } from '../core/types';
import { CoreBond, privately } from './corebond';
import type { AddedDeck } from './decks';
import { gatesOf, Refused } from './exchange';
import type { Personal } from './own';
import type { BondRecord, Outgoing } from './record';
import type { Said } from './writing';

/** One bond as a screen needs it. */
export interface OpenBond {
  /** Its name on this device; it means nothing anywhere else. */
  local: string;
  record: BondRecord;
  /** What is so, and what was done here and is on its way as if it were so. */
  view: View;
  /** Something written here has not reached the relay yet. */
  waiting: boolean;
}

/** Each bond's model with what is on its way, asked with what only this person knows. */
export class Shown {
  readonly #cores = new Map<string, CoreBond>();
  readonly #personal: () => Personal;
  readonly #decks: () => readonly AddedDeck[];

  constructor(personal: () => Personal, decks: () => readonly AddedDeck[]) {
    this.#personal = personal;
    this.#decks = decks;
  }

  view(local: string, record: BondRecord): View {
    const core = this.#core(local, record);
    const own = privately(local, record, this.#personal());
    const seen = core.view(record, { ...own, last: 0 });
    const whole = () => core.view(record, own);
    return withStory(seen, whole);
  }

  /** The events that do it, now and later; `Refused` when a rule stands against it. */
  decided(local: string, record: BondRecord, command: Command): Accepted['accepted'] {
    if (record.alarm !== null) throw new Refused('stopped');
    if (record.key === null) throw new Refused('no-bond-yet');
    const own = privately(local, record, this.#personal());
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
    const isUnsent = record.outbox.some(({ seq }) => seq === undefined);
    const waiting = isUnsent && !reachable;
    try {
      return { local, record, view: this.view(local, record), waiting };
    } catch {
      const nothing = { ...record, entries: [], sealed: {}, outbox: [] };
      const view = new CoreBond(nothing).view(nothing, { v: 1, sealed: [] });
      return { local, record: { ...record, alarm: 'gap' }, view, waiting };
    }
  }

  #core(local: string, record: BondRecord): CoreBond {
    const core = this.#cores.get(local) ?? new CoreBond(record, this.#decks);
    this.#cores.set(local, core);
    return core;
  }
}

/** The view with a story that is only told once somebody reads it: it may be years long. */
function withStory(seen: View, whole: () => View): View {
  let story: View['story'] | null = null;
  const tell = { enumerable: true, configurable: true, get: () => (story ??= whole().story) };
  return Object.defineProperty({ ...seen, earlier: 0 }, 'story', tell);
}

/** As if it were in the outbox: what the table would look like. */
function unsealed(said: Said): Outgoing {
  return { kind: 'append', handle: '', parts: { event: '' }, closes: [], ...said };
}
