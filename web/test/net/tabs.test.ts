import { expect, test } from 'vitest';
import { SOUND_DECK } from '../../browser/decking';
import { canonicalDeck } from '../../src/core/border';
import { MemoryStore } from '../../src/net/memory';
import type { Store } from '../../src/net/store';
import { bonded, Person } from './people';
import { serving } from './serving';

const { relay, open } = await serving();

/** Ana with the app open twice on one device, and Ben. */
async function three(): Promise<[one: Person, other: Person, ben: Person]> {
  // Tabs tell each other of what they keep only where it lasts.
  const store: Store = Object.defineProperty(new MemoryStore(), 'lasts', { value: true });
  const one = await Person.arrive('Ana', relay, store);
  const ben = await Person.arrive('Ben', relay);
  await bonded(one, ben);
  const other = await Person.arrive('Ana', relay, store);
  other.local = one.local;
  open.push(one, other, ben);
  return [one, other, ben];
}

test('two tabs that act at the same moment send each thing once, and lose no edit', async () => {
  const [one, other, ben] = await three();
  const { local } = one;
  // What waits is seen by both, and both try to send it at once.
  const exchange = (await one.kith.act(local, { type: 'draw', prompt: 'everyday-1-001' })) ?? '';
  await Promise.all([
    one.kith.seal(local, exchange, 'from the first tab'),
    other.kith.draft(local, 'elsewhere', () => 'a draft of the second tab'),
    one.kith.noted(local, { note: 'comfort', comfort: 6, free: 7 }),
    other.kith.noted(local, { note: 'safety', free: true }),
    other.kith.act(local, { type: 'step-back', topic: 'work', ring: 0 }),
  ]);
  one.kith.look();
  other.kith.look();
  for (const tab of [one, other]) {
    await tab.sees('both entries', ({ record }) => record.head === 2 && record.outbox.length === 0);
  }
  const { record } = other.bond;
  expect(record.drafts).toEqual({ elsewhere: 'a draft of the second tab' });
  expect(record.own.checks).toHaveLength(1);
  expect(record.own.safety).toHaveLength(1);
  expect(record.sealed[exchange]?.words).toBe('from the first tab');

  const { entries } = await relay.read(record, 0);
  expect(entries).toHaveLength(2);
  await ben.kith.seal(ben.local, exchange, 'from Ben');
  for (const person of [other, ben]) await person.seesCard(exchange, 'opened');
  expect(other.view.table[0]?.theirs?.words).toBe('from Ben');
  expect([other.bond.record.alarm, ben.view.setAside]).toEqual([null, 0]);
});

test('a tab that seals anew what the other has sealed replaces it, and only the last opens', async () => {
  const [one, other, ben] = await three();
  const { local } = one;
  const exchange = (await one.kith.act(local, { type: 'draw', prompt: 'everyday-1-001' })) ?? '';
  await ben.seesCard(exchange, 'drawn');
  await one.isEven();
  const sealing = ['first', 'second', 'third', 'fourth'].map((words, i) =>
    (i % 2 === 0 ? one : other).kith.seal(local, exchange, words),
  );
  await Promise.all(sealing);
  const last = other.bond.record.sealed[exchange] ?? one.bond.record.sealed[exchange];
  await ben.kith.seal(ben.local, exchange, 'from Ben');
  await ben.seesCard(exchange, 'opened');
  expect(ben.view.table[0]?.theirs?.words).toBe('fourth');
  expect(last?.words).toBe('fourth');
});

test('a deck that one tab adds while the other takes it away is whole, or not there at all', async () => {
  const [one, other] = await three();
  const { local } = one;
  const deck = canonicalDeck(SOUND_DECK);
  if ('unsound' in deck) throw new Error(deck.unsound);
  for (let round = 0; round < 12; round++) {
    await one.kith.addDeck(local, deck);
    const [pin = ''] = one.bond.record.own.decks;
    const acts = [() => one.kith.removeDeck(local, pin), () => other.kith.addDeck(local, deck)];
    await Promise.all((round % 2 === 0 ? acts : acts.reverse()).map((act) => act()));
    await one.reload();
    open.push(one.kith);
    expect(one.kith.snapshot().decks.map((each) => each.pin)).toEqual(one.bond.record.own.decks);
  }
});
