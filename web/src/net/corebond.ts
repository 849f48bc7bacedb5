import { decide, openBond, take, view, wishes, type BondHandle } from '../core/border';
import type { Wished } from '../core/decks';
import type { Card, Command, CoreEvent, DecisionAnswer, Entry, Mine } from '../core/types';
import type { Seat, View } from '../core/types';
import { timeOf } from './clock';
import type { AddedDeck } from './decks';
import { deckText } from './founding';
import { dayOf, mineOf, wishesOf, type Personal } from './own';
import type { BondRecord, ReadEntry } from './record';
import { seedOf } from './seed';

/** What the fold of a bond's entries begins with: whose it is, and what is drawn from. */
type Place = Pick<BondRecord, 'bond' | 'seat' | 'own'>;

/** After so many entries, some ten milliseconds on a slow phone, it is looked at the clock. */
const AT_ONCE = 32;

/** A piece of work that nobody feels; each pause costs a little. */
const IN_ONE_PIECE_MS = 12;

/** The Java model of one bond, fed with entries as they come. */
export class CoreBond {
  readonly #kept: () => readonly AddedDeck[];
  #place: Place;
  #drawnFrom: readonly AddedDeck[];
  #bond: BondHandle;
  /** How many of the entries read it has taken. */
  #taken = 0;
  /** What it has taken besides, as texts: written here, and not yet read back. */
  #ahead: string[] = [];

  /** `kept`: the decks that were added on this device. */
  constructor(place: Place, kept: () => readonly AddedDeck[] = () => []) {
    this.#kept = kept;
    this.#place = place;
    this.#drawnFrom = kept();
    this.#bond = opened(place, this.#drawnFrom);
  }

  /** The bond as this person sees it, with what was written here and is still on its way. */
  view(record: BondRecord, own: Mine, now = timeOf(record)): View {
    this.#drawFrom(record);
    this.#follow(record.entries, onTheirWay(record));
    return view(this.#bond, own, now);
  }

  /** Takes what it has not taken yet, a little at a time, so that the page goes on answering. */
  async catchUp({ entries }: BondRecord): Promise<void> {
    let since = performance.now();
    while (this.#taken + AT_ONCE < entries.length) {
      this.#follow(entries.slice(0, this.#taken + AT_ONCE), []);
      if (performance.now() - since < IN_ONE_PIECE_MS) continue;
      await letOthers();
      since = performance.now();
    }
  }

  decide(record: BondRecord, command: Command, own: Mine): DecisionAnswer {
    this.#drawFrom(record);
    this.#follow(record.entries, onTheirWay(record));
    return decide(this.#bond, command, own, timeOf(record));
  }

  /** The card of an exchange as it lies on the table at that time; what was only claimed does not. */
  card(entries: readonly ReadEntry[], exchange: string, now: number): Card | null {
    this.#follow(entries, []);
    const { table } = view(this.#bond, NOTHING_SHOWN, now);
    return table.find((each) => each.exchange === exchange && each.state === 'drawn') ?? null;
  }

  /** The fold begins anew where other decks are drawn from than before. */
  #drawFrom(record: BondRecord): void {
    const { own } = this.#place;
    const kept = this.#kept();
    if (
      record.own.pair === own.pair &&
      record.own.decks === own.decks &&
      kept === this.#drawnFrom
    ) {
      return;
    }
    const before = deckText(own, this.#drawnFrom);
    this.#place = { bond: record.bond, seat: record.seat, own: record.own };
    this.#drawnFrom = kept;
    if (deckText(record.own, kept) !== before) this.#begin();
  }

  #begin(): void {
    this.#bond = opened(this.#place, this.#drawnFrom);
    [this.#taken, this.#ahead] = [0, []];
  }

  /**
   * Takes what is new. What was taken ahead and comes back as it was, is not taken again; after
   * anything else (it came in another order, or was another tab's) the fold begins anew.
   */
  #follow(entries: readonly ReadEntry[], ahead: readonly Entry[]): void {
    const further = entries.slice(this.#taken);
    const said = ahead.map((entry) => JSON.stringify(entry));
    const before = this.#ahead.length;
    const again = [...further.slice(0, before).map(bare), ...said];
    const follows =
      entries.length >= this.#taken && this.#ahead.every((text, i) => text === again[i]);
    if (!follows) {
      this.#begin();
      this.#follow(entries, ahead);
      return;
    }
    for (const entry of further.slice(before)) take(this.#bond, entry);
    for (const text of said.slice(Math.max(0, before - further.length))) take(this.#bond, text);
    this.#taken = entries.length;
    this.#ahead = said;
  }
}

/** Lets go on what waits; a timer would make each of many pauses four milliseconds long. */
function letOthers(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The entry as the core takes it. */
function bare(entry: ReadEntry): string {
  const whole: { h?: string } = { ...entry };
  delete whole.h;
  return JSON.stringify(whole);
}

const NOTHING_SHOWN: Mine = { v: 1, sealed: [], last: 0 };

/**
 * What waits in the outbox, as it will be read if nothing comes before it; after the end, what was
 * taken back since.
 */
function onTheirWay(record: BondRecord): Entry[] {
  const entries: Entry[] = [];
  const add = (by: Seat, at: number, events: readonly CoreEvent[]) => {
    const seq = record.head + entries.length + 1;
    entries.push({ seq, day: dayOf(at), by, at, v: 1, events });
  };
  for (const { events, at } of record.outbox) {
    if (events !== undefined && at !== undefined) add(record.seat, at, events);
  }
  for (const { by, at, events } of stillToSay(record)) add(by, at, events);
  return entries;
}

/** What no entry says: words that were taken back when none could be added any more. */
function stillToSay({ over, entries, epilogue }: BondRecord): BondRecord['epilogue'] {
  if (over === null || epilogue.length === 0) return [];
  const said = new Set(
    entries.flatMap((entry) =>
      'events' in entry && Array.isArray(entry.events)
        ? entry.events.map((event) => saying(entry.by, event))
        : [],
    ),
  );
  return epilogue
    .filter(({ by }) => !said.has(`${by}/all`))
    .map((each) => {
      return { ...each, events: each.events.filter((event) => !said.has(saying(each.by, event))) };
    })
    .filter(({ events }) => events.length > 0);
}

/** What an event takes back, of all that its seat has said. */
function saying(by: Seat, event: unknown): string {
  const { type, exchange, part, takeBack } = Object(event) as Record<string, unknown>;
  if (type === 'ended' && takeBack === true) return `${by}/all`;
  return [by, type, exchange, part].map(String).join('/');
}

/** All that the core is told of what only I know of this bond. */
export function privately(local: string, record: BondRecord, personal: Personal): Mine {
  const sealed = Object.entries(record.sealed)
    .filter(([, mine]) => mine.parts !== null)
    .map(([exchange]) => exchange);
  const { unwished } = wished(record, personal);
  return mineOf(record.own, personal, { local, sealed, unwished });
}

/** What my wishes come to in this bond today. */
export function wished(record: BondRecord, personal: Personal): Wished {
  const bond = seedOf(record.bond);
  return wishes(wishesOf(record.own, personal, bond), bond, dayOf(timeOf(record)));
}

function opened({ bond, seat, own }: Place, kept: readonly AddedDeck[]): BondHandle {
  return openBond(seat, seedOf(bond), deckText(own, kept));
}
