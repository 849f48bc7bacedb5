import { expect, test } from 'vitest';
import { Bonds } from '../../src/net/bonds';
import { Kith } from '../../src/net/kith';
import { MemoryStore } from '../../src/net/memory';
// How long the test's own runner takes to load it is no part of opening.
import '../../src/net/model';
import { Relay } from '../../src/net/relay';
import { Vault } from '../../src/net/vault';
import { RECORD, story } from './stories';

/** Years of a bond: 1,250 exchanges, each drawn, opened, and responded to by both. */
const MANY = 5_000;

// The goal is one second in an idle browser; the figure is printed, since a busy machine takes longer.
test('a bond of 5,000 entries opens in a moment', async () => {
  const store = new MemoryStore();
  const bonds = await Bonds.load(await Vault.open(store));
  const local = await bonds.add(RECORD);
  await bonds.change(local, (record) => ({ ...record, entries: story(MANY), head: MANY }));
  bonds.close();

  const first = await opened(store, 'folded anew');
  expect(first.bond?.view.story).toHaveLength(MANY / 4);
  expect(first.bond?.view.setAside).toBe(0);
  const vault = await Vault.open(store);
  await expect.poll(() => vault.version(`view/${local}`), { timeout: 60_000 }).toBe(1);
  first.kith.close();

  const again = await opened(store, 'as it was kept');
  expect(again.bond?.view.map).toEqual(first.bond?.view.map);
  again.kith.close();
});

/** Opens what is kept there, and prints how long that took. */
async function opened(store: MemoryStore, how: string) {
  const vault = await Vault.open(store);
  const cpu = process.cpuUsage();
  const began = performance.now();
  const kith = await Kith.over(vault, new Relay('http://127.0.0.1:9'));
  const took = performance.now() - began;
  const { user } = process.cpuUsage(cpu);
  console.log(
    `opening ${String(MANY)} entries, ${how}: ${took.toFixed(0)} ms, ${(user / 1000).toFixed(0)} ms of work`,
  );
  const [bond] = kith.snapshot().bonds;
  return { kith, bond, took };
}
