import type { View } from '../../src/core/types';
import { Kith, type OpenBond } from '../../src/net/kith';
import { MemoryStore } from '../../src/net/memory';
import { Relay } from '../../src/net/relay';
import type { Store } from '../../src/net/store';
import { Vault } from '../../src/net/vault';

/** How long something may take to arrive on a busy machine. */
const PATIENCE_MS = 60_000;

/** One person on one device: the app below its screens, over a real relay. */
export class Person {
  readonly name: string;
  readonly store: Store;
  readonly relay: Relay;
  kith: Kith;
  /** The name of this person's one bond on this device. */
  local: string;

  constructor(name: string, store: Store, relay: Relay, kith: Kith, local = '') {
    this.name = name;
    this.store = store;
    this.relay = relay;
    this.kith = kith;
    this.local = local;
  }

  static async arrive(
    name: string,
    relay: Relay,
    store: Store = new MemoryStore(),
  ): Promise<Person> {
    return new Person(name, store, relay, await Kith.over(await Vault.open(store), relay));
  }

  /** Closes what is open now; after a reload that is another than in the beginning. */
  close(): void {
    this.kith.close();
  }

  /** Closes the app and opens it again on the same device. */
  async reload(): Promise<void> {
    this.close();
    this.kith = await Kith.over(await Vault.open(this.store), this.relay);
  }

  #found(): OpenBond | undefined {
    return this.kith.snapshot().bonds.find((bond) => bond.local === this.local);
  }

  get bond(): OpenBond {
    const found = this.#found();
    if (found === undefined) throw new Error(`${this.name} has no such bond`);
    return found;
  }

  get view(): View {
    return this.bond.view;
  }

  /** Waits until the bond is so; says what it was instead when it takes too long. */
  sees(what: string, holds: (bond: OpenBond) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.#found();
        if (found === undefined || !holds(found)) return;
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        const found = this.#found();
        if (found === undefined) {
          reject(new Error(`${this.name} does not see ${what}: no such bond`));
          return;
        }
        const { record, view } = found;
        const { alarm, head, outbox, bound } = record;
        const state = { alarm, head, outbox, bound, table: view.table, together: view.together };
        reject(new Error(`${this.name} does not see ${what}: ${JSON.stringify(state)}`));
      }, PATIENCE_MS);
      const stop = this.kith.subscribe(look);
      look();
    });
  }

  /** Waits until everything that was written here has been read back. */
  isEven(): Promise<void> {
    return this.sees('all of its own entries', ({ record }) => record.outbox.length === 0);
  }

  /** Waits until there is a card on the table of that exchange in that state. */
  seesCard(exchange: string, state: 'drawn' | 'opened' | 'settled' | 'bound'): Promise<void> {
    return this.sees(`${exchange} ${state}`, ({ view }) =>
      [...view.table, ...view.story].some(
        (card) =>
          card.exchange === exchange &&
          (state === 'bound' ? card.bound : card.state === state && !card.bound),
      ),
    );
  }
}

/** A bond of the two is there on both devices, confirmed. */
export async function bonded(ana: Person, ben: Person): Promise<void> {
  ana.local = await ana.kith.start(ana.name, 'friend');
  const offer = await ben.kith.lookAt(ana.kith.link(ana.local));
  ben.local = await ben.kith.join(offer, ben.name);
  await ana.sees('who accepted', ({ record }) => record.stage.name === 'asked');
  await ana.kith.confirm(ana.local);
  await ben.sees('the confirm', ({ record }) => record.stage.name === 'joined');
}

/** Exchanges of the outermost ring, whole: drawn, sealed, opened and responded to. */
export async function exchanges(ana: Person, ben: Person, prompts: readonly string[]) {
  for (const prompt of prompts) await exchange(ana, ben, prompt);
}

/** One whole exchange over a prompt of the deck. */
export async function exchange(ana: Person, ben: Person, prompt: string): Promise<string> {
  const id = (await ana.kith.act(ana.local, { type: 'draw', prompt })) ?? '';
  await ben.seesCard(id, 'drawn');
  await ana.kith.seal(ana.local, id, `${ana.name} on ${prompt}`);
  await ben.kith.seal(ben.local, id, `${ben.name} on ${prompt}`);
  for (const person of [ana, ben]) {
    await person.seesCard(id, 'opened');
    const response = { ways: ['heard'] as const, words: '' };
    await person.kith.respond(person.local, id, response);
  }
  await ana.seesCard(id, 'settled');
  await ben.seesCard(id, 'settled');
  return id;
}
