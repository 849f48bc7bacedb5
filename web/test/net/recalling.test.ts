import { expect, test } from 'vitest';
import { BEFORE } from '../../src/net/before';
import { Bonds } from '../../src/net/bonds';
import { CoreBond } from '../../src/net/corebond';
import { Kith } from '../../src/net/kith';
import { MemoryStore } from '../../src/net/memory';
import { Relay } from '../../src/net/relay';
import { withoutStory } from '../../src/net/seen';
import { Vault } from '../../src/net/vault';
import { KeptViews, type Source } from '../../src/net/views';
import { RECORD, story } from './stories';

const MANY = 400;

/** Nothing answers there: what is shown is what this device has. */
const NOWHERE = new Relay('http://127.0.0.1:9');

async function kept(): Promise<{ store: MemoryStore; local: string }> {
  const store = new MemoryStore();
  const bonds = await Bonds.load(await Vault.open(store));
  const local = await bonds.add(RECORD);
  await bonds.change(local, (record) => ({ ...record, entries: story(MANY), head: MANY }));
  bonds.close();
  return { store, local };
}

/** Opens what is kept, waits until its view is kept, and closes. */
async function seenOnce(store: MemoryStore, local: string) {
  const kith = await Kith.over(await Vault.open(store), NOWHERE);
  const view = kith.snapshot().bonds[0]?.view;
  const vault = await Vault.open(store);
  await expect.poll(() => vault.version(`view/${local}`), { timeout: 30_000 }).toBeGreaterThan(0);
  kith.close();
  return { ...view, story: view?.story };
}

test('what was kept looks as it did, and is then folded to the same', async () => {
  const { store, local } = await kept();
  const before = await seenOnce(store, local);
  const kith = await Kith.over(await Vault.open(store), NOWHERE);
  const recalled = kith.snapshot().bonds[0]?.view;
  expect({ ...recalled, story: null }).toEqual({ ...before, story: null });
  await expect
    .poll(() => kith.snapshot().bonds[0]?.view !== recalled, { timeout: 30_000 })
    .toBe(true);
  const folded = kith.snapshot().bonds[0]?.view;
  expect({ ...folded, story: folded?.story }).toEqual(before);
  kith.close();
});

test('to keep how a bond looks, its story is not told', () => {
  let told = 0;
  const view = Object.defineProperty({ ...BEFORE }, 'story', {
    enumerable: true,
    get: () => ((told += 1), BEFORE.table),
  });
  expect(withoutStory(view)).toEqual(BEFORE);
  expect(told).toBe(0);
});

test('a story that is read before it is folded is told from the entries', async () => {
  const { store, local } = await kept();
  await seenOnce(store, local);
  const kith = await Kith.over(await Vault.open(store), NOWHERE);
  await expect
    .poll(() => kith.snapshot().bonds[0]?.view.story.length, { timeout: 30_000 })
    .toBe(MANY / 4);
  kith.close();
});

test('what one is asked about is named without the story being told', async () => {
  const { store, local } = await kept();
  const before = await seenOnce(store, local);
  const about = before.own?.questions.flatMap((one) =>
    one.ask === 'landed' ? [one.exchange] : [],
  );
  expect(about).not.toHaveLength(0);
  const never = () => new Promise<void>(() => undefined);
  const kith = await Kith.over(await Vault.open(store), NOWHERE, never);
  const asked = kith.snapshot().bonds[0]?.view.asked;
  kith.close();
  const told = before.story?.filter(({ exchange }) => about?.includes(exchange) === true);
  expect(asked).toEqual(
    Object.fromEntries(
      told?.map(({ exchange, prompt, theirResponse }) => [exchange, { prompt, theirResponse }]) ??
        [],
    ),
  );
});

test('after any entry has changed, what was kept is gone, and not shown', async () => {
  const { store, local } = await kept();
  await seenOnce(store, local);
  const vault = await Vault.open(store);
  const bonds = await Bonds.load(vault);
  const shorter = story(MANY).slice(0, MANY - 4);
  await bonds.change(local, (record) => ({ ...record, entries: shorter, head: MANY - 4 }));
  bonds.close();
  expect(await vault.version(`view/${local}`)).toBe(0);
  const kith = await Kith.over(await Vault.open(store), NOWHERE);
  expect(kith.snapshot().bonds[0]?.view.story).toHaveLength(MANY / 4 - 1);
  kith.close();
});

test('a bond in which nobody has met looks as the core has it', () => {
  const {
    map,
    table,
    story: told,
    together,
    own,
  } = new CoreBond(RECORD).view(RECORD, { v: 1, sealed: [] });
  expect({ map, table, story: told, together, own }).toEqual({
    map: BEFORE.map,
    table: BEFORE.table,
    story: BEFORE.story,
    together: BEFORE.together,
    own: BEFORE.own,
  });
});

test('a view is given back for exactly what it was made from', async () => {
  const views = new KeptViews(await Vault.open(new MemoryStore()));
  const source: Source = { stored: '3 journal 2', personal: { drawer: [] }, pins: [], day: 20_000 };
  const { store, local } = await kept();
  const kith = await Kith.over(await Vault.open(store), NOWHERE);
  const view = kith.snapshot().bonds[0]?.view;
  kith.close();
  if (view === undefined) throw new Error('there is no bond');
  await views.keep(local, source, view);
  expect((await views.of(local, source))?.map).toEqual(view.map);
  const others: Source[] = [
    { ...source, stored: '3 journal 3' },
    { ...source, personal: { drawer: ['one'] } },
    { ...source, pins: ['one'] },
    { ...source, day: 20_001 },
  ];
  for (const other of others) expect(await views.of(local, other)).toBeNull();
  expect(await views.of('another', source)).toBeNull();
});
