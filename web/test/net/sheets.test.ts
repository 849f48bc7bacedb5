import { expect, test, vi } from 'vitest';
import { Rejected } from '../../src/crypto';
import { arrive, claimOf } from '../../src/net/arriving';
import { Kith } from '../../src/net/kith';
import { MemoryStore } from '../../src/net/memory';
import { VaultRelay } from '../../src/net/vaultrelay';
import { proposeRecovery, type Key } from '../../src/net/ways';
import { Unreachable } from '../../src/wire/problems';
import { Person } from './people';
import { serving } from './serving';

/** A sheet takes the place of another, and the network goes at any of the steps. */

const { relay, open } = await serving();

vi.setConfig({ testTimeout: 120_000 });

type Sheet = readonly [whose: string, key: Key];
type Loss = 'the request' | 'the answer';

/** More steps than there are. */
const MOST_STEPS = 40;

async function made(kith: Kith): Promise<Sheet> {
  return [await kith.keys.accountLine(), { with: 'recovery', lines: await proposeRecovery() }];
}

async function kept(): Promise<{ ana: Person; old: Sheet }> {
  const ana = await Person.arrive('Ana', relay);
  open.push(ana.kith);
  const old = await made(ana.kith);
  await ana.kith.keys.addWay(old[1]);
  await ana.kith.keepSafe({ topic: 'work', ring: 1, text: 'not said yet', bond: null });
  await ana.kith.keys.bring();
  return { ana, old };
}

/** A browser that knows nothing, in which nothing stays. */
async function elsewhere(sheet: Sheet): Promise<Kith> {
  const claim = await claimOf(...sheet);
  const kith = await Kith.over(
    await arrive(new VaultRelay(relay), new MemoryStore(), claim),
    relay,
  );
  open.push(kith);
  return kith;
}

async function opens(sheet: Sheet): Promise<boolean> {
  try {
    await (await elsewhere(sheet)).keys.bring();
    return true;
  } catch (cause) {
    if (cause instanceof Rejected) return false;
    throw cause;
  }
}

/** The network goes for good at that step of what is done; false when there were fewer. */
async function cutAt(step: number, loss: Loss, does: () => Promise<void>): Promise<boolean> {
  const asked = globalThis.fetch;
  let steps = 0;
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    if (steps++ === step && loss === 'the answer') await asked(...request);
    if (steps > step) throw new TypeError('the network is gone');
    return asked(...request);
  });
  try {
    await does();
    return false;
  } catch (cause) {
    expect(cause).toBeInstanceOf(Unreachable);
    return true;
  } finally {
    vi.unstubAllGlobals();
  }
}

const sheets = ({ kith }: Person) =>
  kith.snapshot().keeping.ways.filter(({ kind }) => kind === 'recovery');

test.each<Loss>(['the request', 'the answer'])(
  'a new sheet, while %s of any step is lost: one of the two opens, and later only the new one',
  async (loss) => {
    const between = new Set<string>();
    let step = 0;
    for (; step < MOST_STEPS; step++) {
      const { ana, old } = await kept();
      const next = await made(ana.kith);
      const isCut = await cutAt(step, loss, () => ana.kith.keys.addWay(next[1]));
      if (!isCut) break;
      // A step before this one could be stopped at may have begun nothing.
      const isBegun = sheets(ana).length > 1;
      if (isBegun) expect(sheets(ana).map(({ coming }) => coming)).toEqual([false, true]);
      ana.close();
      const which = [await opens(old), await opens(next)].join();
      expect(['true,false', 'false,true']).toContain(which);
      between.add(which);
      await ana.reload();
      open.push(ana.kith);
      await ana.kith.keys.bring();
      expect(sheets(ana).map(({ coming }) => coming)).toEqual([false]);
      const isNew = await opens(next);
      expect([await opens(old), isNew]).toEqual(isBegun ? [false, true] : [!isNew, isNew]);
      if (!isNew) await ana.kith.keys.addWay(next[1]);
      expect([await opens(old), await opens(next)]).toEqual([false, true]);
    }
    expect(step).toBeLessThan(MOST_STEPS);
    expect([...between].sort()).toEqual(['false,true', 'true,false']);
  },
);

test.each<Loss>(['the request', 'the answer'])(
  'where nothing stays, a new sheet while %s of any step is lost: what is pressed again comes out well',
  async (loss) => {
    let step = 0;
    for (; step < MOST_STEPS; step++) {
      const { ana, old } = await kept();
      const there = await elsewhere(old);
      await there.keys.bring();
      const next = await made(there);
      const isCut = await cutAt(step, loss, () => there.keys.addWay(next[1]));
      if (isCut) await there.keys.addWay(next[1]);
      await there.keys.bring();
      expect([await opens(old), await opens(next)]).toEqual([false, true]);
      expect(there.snapshot().keeping.removed).toBe(false);
      await ana.kith.keys.bring();
      expect(sheets(ana).map(({ coming }) => coming)).toEqual([false]);
      if (!isCut) break;
    }
    expect(step).toBeLessThan(MOST_STEPS);
  },
);

test('what was begun is finished by another device, and new keys in between let no old sheet in', async () => {
  const { ana, old } = await kept();
  const laptop = await elsewhere(old);
  await laptop.keys.bring();
  await laptop.keys.stayUnlocked('Laptop');
  const next = await made(ana.kith);
  let step = 0;
  while (sheets(ana).length < 2 && step < MOST_STEPS) {
    await cutAt(step++, 'the answer', () => ana.kith.keys.addWay(next[1]));
  }
  // That it is coming stands on this device alone; one step more, and it stands in the vault.
  await cutAt(step, 'the answer', () => ana.kith.keys.addWay(next[1]));
  ana.close();
  await laptop.keys.renew(new Set());
  expect([await opens(old), await opens(next)]).toEqual([false, true]);
  await laptop.keys.bring();
  const ways = laptop.snapshot().keeping.ways.filter(({ kind }) => kind === 'recovery');
  expect(ways.map(({ coming }) => coming)).toEqual([false]);
});
