import { decide, openBond, take, view, wishes, type BondHandle } from '../../core/border';
import type { Command, Entry, ExchangeId, Matter, Seat } from '../../core/types';
import deck from '../../../../decks/src/main/resources/kith/decks/founding.en.json?raw';
import { Refused } from '../../net/exchange';
import type { OpenBond } from '../../net/kith';
import { mineOf, NOTHING_PERSONAL, sameMatter, wishesOf, withNoted } from '../../net/own';
import type { Noted, Personal } from '../../net/own';
import { askedAbout } from '../../net/seen';
import { newExchange, type Deeds } from '../deeds';
import { DAY_MS, emptyRecord, HOUR_MS, SEED } from './record';

const NOON_MS = 12 * HOUR_MS;

/** One of the two people in the demonstration, and all that only they know. */
interface Actor {
  readonly seat: Seat;
  readonly bond: BondHandle;
  record: OpenBond['record'];
  personal: Personal;
  taken: number;
  /** What lies sealed, by exchange. */
  sealed: ReadonlyMap<ExchangeId, string>;
}

/**
 * Two people in one page, over the very core that real bonds run on. There is no relay and no key:
 * nothing here is secret, and nothing of it is kept.
 */
export class Theatre {
  readonly #actors: readonly [Actor, Actor];
  readonly #entries: Entry[] = [];
  readonly #listeners = new Set<() => void>();
  #now: number;
  #exchanges = 0;

  /** `day`: the first one, in whole days since 1970. */
  constructor(day: number, names: readonly [string, string]) {
    this.#now = day * DAY_MS + 9 * HOUR_MS;
    const actor = (seat: Seat): Actor => ({
      seat,
      bond: openBond(seat, SEED, deck),
      record: emptyRecord(seat, names),
      personal: NOTHING_PERSONAL,
      taken: 0,
      sealed: new Map(),
    });
    this.#actors = [actor(0), actor(1)];
  }

  get day(): number {
    return Math.floor(this.#now / DAY_MS);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets days pass; at each daily tick, what both have said yes to comes to be. */
  pass(days: number): void {
    for (let day = 0; day < days; day++) {
      const agreed = this.#bothSaidYes();
      this.#now += DAY_MS;
      for (const matter of agreed) this.#agree(matter);
    }
  }

  /** Lets time pass within a day. */
  wait(hours: number): void {
    this.#now += hours * HOUR_MS;
  }

  /** A name for the next exchange: the same in every telling. */
  next(): ExchangeId {
    this.#exchanges += 1;
    return `demonstration${String(this.#exchanges).padStart(8, '0')}A`;
  }

  open(seat: Seat): OpenBond {
    const actor = this.#actors[seat];
    this.#follow(actor);
    const record = {
      ...actor.record,
      clockShift: this.#now - Date.now(),
    };
    const told = view(actor.bond, this.#mine(actor), this.#now);
    const seen = { ...told, asked: askedAbout(told, () => told), wished: this.#wished(actor) };
    return { local: `seat-${seat}`, record, view: seen, waiting: false };
  }

  /** Takes the next entry of a story that was made elsewhere, at noon of its day at the earliest. */
  hear(entry: Entry): void {
    this.#now = Math.max(this.#now, entry.day * DAY_MS + NOON_MS);
    this.#entries.push(entry);
    this.#changed();
  }

  personal(seat: Seat): Personal {
    return this.#actors[seat].personal;
  }

  act(seat: Seat, command: Command): void {
    const actor = this.#actors[seat];
    this.#follow(actor);
    const answer = decide(actor.bond, command, this.#mine(actor), this.#now);
    if ('refused' in answer) throw new Refused(answer.refused, answer.softer);
    const { events } = answer.accepted;
    if (events.length > 0) this.#append({ by: seat, at: this.#now, v: 1, events });
    this.#changed();
  }

  seal(seat: Seat, exchange: ExchangeId, text: string): void {
    this.wait(0.2);
    const { length } = text;
    this.act(seat, { type: 'seal', exchange, length, since: this.#now - HOUR_MS });
    const actor = this.#actors[seat];
    actor.sealed = new Map(actor.sealed).set(exchange, text);
    this.#meet(exchange);
    this.#changed();
  }

  takeBack(seat: Seat, exchange: ExchangeId): void {
    const actor = this.#actors[seat];
    const text = actor.sealed.get(exchange) ?? '';
    actor.sealed = new Map([...actor.sealed].filter(([each]) => each !== exchange));
    this.draft(seat, exchange, text);
  }

  draft(seat: Seat, key: string, text: string): void {
    const actor = this.#actors[seat];
    const drafts = { ...actor.record.drafts, [key]: text };
    actor.record = { ...actor.record, drafts };
    this.#changed();
  }

  note(seat: Seat, noted: Noted): void {
    const actor = this.#actors[seat];
    const own = withNoted(actor.record.own, noted, this.#when());
    actor.record = { ...actor.record, own };
    this.#changed();
  }

  keep(seat: Seat, change: (personal: Personal) => Personal): void {
    const actor = this.#actors[seat];
    actor.personal = change(actor.personal);
    this.#changed();
  }

  /** What the screens of one of the two can do. */
  deeds(seat: Seat): Deeds {
    const done = (deed: () => void): Promise<void> =>
      new Promise((resolve) => {
        deed();
        resolve();
      });
    return {
      act: async (_, deed) => {
        const exchange = 'exchange' in deed && deed.exchange ? deed.exchange : newExchange();
        const command = ('exchange' in deed ? { ...deed, exchange } : deed) as Command;
        await done(() => this.act(seat, command));
        return 'exchange' in deed ? exchange : null;
      },
      seal: (_, exchange, text) => done(() => this.seal(seat, exchange, text.trim())),
      takeBack: (_, exchange) => done(() => this.takeBack(seat, exchange)),
      release: () => Promise.resolve(),
      draft: (_, key, newest) => done(() => this.draft(seat, key, newest())),
      noted: (_, noted) => done(() => this.note(seat, noted)),
      personally: (change) => done(() => this.keep(seat, change)),
    };
  }

  /** Both are in: in two steps from ring 3 on, else at once. */
  #meet(exchange: ExchangeId): void {
    const [one, other] = this.#actors.map((actor) => actor.sealed.get(exchange));
    if (one === undefined || other === undefined) return;
    const card = this.open(0).view.table.find((each) => each.exchange === exchange);
    if (card === undefined) return;
    if (card.prompt.ring >= 3) this.#append({ bound: { exchange } });
    const answers = [
      { at: this.#now, words: one },
      { at: this.#now, words: other },
    ] as const;
    this.#append({ opened: { exchange, answers } });
  }

  /** The last private state before the tick is what counts. */
  #bothSaidYes(): Matter[] {
    const [mine, theirs] = this.#actors.map(({ seat }) => this.open(seat).view.own.yes);
    return (mine ?? []).filter((one) => theirs?.some((other) => sameMatter(one, other)));
  }

  /** Both have seen all that there is so far. */
  #when() {
    return { day: this.day, after: this.#entries.length };
  }

  #agree(matter: Matter): void {
    this.#append({ agreed: { ...matter, yes: [true, true], at: this.#now } });
    for (const actor of this.#actors) {
      const noted = { note: 'vote', matter, yes: false } as const;
      actor.record = {
        ...actor.record,
        own: withNoted(actor.record.own, noted, this.#when()),
      };
    }
  }

  #append(what: object): void {
    const entry = { seq: this.#entries.length + 1, day: this.day, ...what };
    this.#entries.push(entry as Entry);
  }

  #follow(actor: Actor): void {
    for (const entry of this.#entries.slice(actor.taken)) take(actor.bond, entry);
    actor.taken = this.#entries.length;
  }

  #mine(actor: Actor) {
    const local = `seat-${actor.seat}`;
    const sealed = [...actor.sealed.keys()];
    const { own } = actor.record;
    return mineOf(own, actor.personal, { local, sealed, unwished: this.#wished(actor).unwished });
  }

  #wished({ record, personal }: Actor) {
    return wishes(wishesOf(record.own, personal, SEED), SEED, this.day);
  }

  #changed(): void {
    this.#listeners.forEach((listener) => listener());
  }
}
