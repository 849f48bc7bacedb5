import { expect, test, vi } from 'vitest';
import { arrive, claimOf } from '../../src/net/arriving';
import { Kith } from '../../src/net/kith';
import { MemoryStore } from '../../src/net/memory';
import { Vault } from '../../src/net/vault';
import { VaultRelay } from '../../src/net/vaultrelay';
import { proposeRecovery, type Key } from '../../src/net/ways';
import { bonded, exchange, Person } from './people';
import { serving } from './serving';

const { relay, open } = await serving();

vi.setConfig({ testTimeout: 120_000 });

const bondsOf = (kith: Kith) => kith.snapshot().bonds.map(({ local }) => local);

/** Two people with one exchange, and a second device of Ana, which came with her sheet. */
async function two() {
  const ana = await Person.arrive('Ana', relay);
  const ben = await Person.arrive('Ben', relay);
  open.push(ana.kith, ben.kith);
  await bonded(ana, ben);
  await exchange(ana, ben, 'everyday-1-001');
  const key: Key = { with: 'recovery', lines: await proposeRecovery() };
  await ana.kith.keys.addWay(key, 'Phone');
  const claim = await claimOf(await ana.kith.keys.accountLine(), key);
  const come = async () => {
    const vault = await arrive(new VaultRelay(relay), new MemoryStore(), claim);
    const kith = await Kith.over(vault, relay);
    open.push(kith);
    await kith.keys.bring();
    return kith;
  };
  return { ana, ben, come };
}

async function ended(ana: Person): Promise<void> {
  await ana.kith.act(ana.local, { type: 'end' });
  await ana.sees('the end', ({ record }) => record.over !== null);
}

test('a bond that is over goes from this device alone, and does not come back to it', async () => {
  const { ana, ben, come } = await two();
  const second = await come();
  await ended(ana);
  await ana.kith.keys.bring();
  await ana.kith.removeBond(ana.local);
  expect(bondsOf(ana.kith)).toEqual([]);

  // Another device goes on with it, and says so in the vault.
  await second.kindOf(ana.local, 'family');
  await second.keys.bring();
  await ana.kith.keys.bring();
  await ana.reload();
  open.push(ana.kith);
  await ana.kith.keys.bring();
  expect(bondsOf(ana.kith)).toEqual([]);
  expect(bondsOf(second)).toEqual([ana.local]);
  expect(bondsOf(await come())).toEqual([ana.local]);
  await ben.sees('the end', ({ view }) => view.together.state === 'ended');
  expect(ben.view.story).toHaveLength(1);
});

test('nothing that was said in it is left on this device', async () => {
  const { ana } = await two();
  await ended(ana);
  await ana.kith.keys.bring();
  const before = await wordsIn(ana);
  expect(before).toContain('Ana on everyday-1-001');
  expect(before).toContain('Ben');
  await ana.kith.removeBond(ana.local);
  await ana.kith.keys.bring();
  const after = await wordsIn(ana);
  expect(after).not.toContain('Ana on everyday-1-001');
  expect(after).not.toContain('Ben');
});

test('a bond that goes on, or whose end the relay does not know yet, stays', async () => {
  const { ana } = await two();
  await ana.kith.removeBond(ana.local);
  expect(bondsOf(ana.kith)).toEqual([ana.local]);
});

/** All that lies in the boxes of a device, opened with its own keys. */
async function wordsIn(person: Person): Promise<string> {
  const vault = await Vault.open(person.store);
  return JSON.stringify(await vault.all(''));
}
