import { expect, test, vi } from 'vitest';
import { accountLine, Rejected, sealVaultRecord, toBase64Url } from '../../src/crypto';
import { UNLOCKER_KINDS, vaultRecordId } from '../../src/crypto';
import { arrive, claimOf } from '../../src/net/arriving';
import { Kith } from '../../src/net/kith';
import { MemoryStore } from '../../src/net/memory';
import { Mirror } from '../../src/net/mirror';
import type { AccountCopy } from '../../src/net/renewing';
import { Vault } from '../../src/net/vault';
import { VaultRelay } from '../../src/net/vaultrelay';
import { keptLock, keptUnlocker, madeWay } from '../../src/net/ways';
import { proposeRecovery, proposeWords, type Key, type KeptLock } from '../../src/net/ways';
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
async function cutAt(step: number, loss: Loss, does: () => Promise<unknown>): Promise<boolean> {
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

const sheets = ({ kith }: Pick<Person, 'kith'>) =>
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

test('what has waited for its turn begins nothing once the page is closed', async () => {
  const { ana } = await kept();
  const { fetch } = globalThis;
  let requests = 0;
  vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) => {
    requests++;
    return fetch(...request);
  });
  try {
    const waiting = [ana.kith.keys.bring(), ana.kith.keys.bring()];
    ana.close();
    const ends = await Promise.allSettled(waiting);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(requests).toBe(0);
  } finally {
    vi.unstubAllGlobals();
  }
});

/** Somebody who has seen a sheet: in by it, and able to write what all devices hold. */
async function intruder(sheet: Sheet): Promise<Intruder> {
  const claim = await claimOf(...sheet);
  const vaults = new VaultRelay(relay);
  const vault = await arrive(vaults, new MemoryStore(), claim);
  const mirror = new Mirror(vault, vaults, { all: () => [], take: () => Promise.resolve(true) });
  return { vaults, vault, mirror };
}

interface Intruder {
  readonly vaults: VaultRelay;
  readonly vault: Vault;
  readonly mirror: Mirror;
}

/** Writes into the list of ways in, over whatever stands there. */
async function writes(by: Intruder, change: (copy: AccountCopy) => AccountCopy): Promise<void> {
  const { vaults, vault } = by;
  const at = await vaults.enter(vault.unlocker);
  const { keys } = vault.me;
  const id = await vaultRecordId(keys, 'account');
  const { version } = await vaults.record(at, toBase64Url(id));
  const found = (await by.mirror.read(at, keys, 'account')) as AccountCopy;
  const text = JSON.stringify({ v: 1, name: 'account', value: change(found) });
  const place = { name: 'account', version: version + 1 };
  const box = toBase64Url(await sealVaultRecord(keys, place, new TextEncoder().encode(text)));
  await vaults.put(at, toBase64Url(id), { was: version, box });
}

/** A sheet of the intruder's, listed as coming, later than anything and first among equals. */
async function hostile({ vault }: Intruder): Promise<[Sheet, string, KeptLock]> {
  const key: Key = { with: 'recovery', lines: await proposeRecovery() };
  const made = await madeWay(vault.account, key);
  const lock = { ...(await keptLock(made, '')), made: 1e300, coming: true };
  return [[await accountLine(vault.account.id), key], made.way.id, lock];
}

test('after a reset only this device and the new sheet open, whatever was written into the list', async () => {
  const { ana, old } = await kept();
  await ana.kith.keys.addWay({ with: 'words', typed: proposeWords() });
  const thief = await intruder(old);
  const [theirs, id, lock] = await hostile(thief);
  const own = ana.kith.snapshot().keeping.ways.find(({ here }) => here)?.id ?? '';
  await writes(thief, (copy) => ({
    ...copy,
    locks: {
      ...copy.locks,
      [`zz${id.slice(2)}`]: lock,
      // The device's own line, with what opens by the intruder's paper.
      [own]: { ...lock, kind: 'device', coming: false },
    },
  }));
  const next = await made(ana.kith);
  const sheet = await ana.kith.keys.addWay(next[1]);
  await ana.kith.keys.reset(sheet);
  expect([await opens(old), await opens(theirs), await opens(next)]).toEqual([false, false, true]);
  await ana.kith.keys.bring();
  const { ways, removed } = ana.kith.snapshot().keeping;
  expect([ways.map(({ kind }) => kind).sort(), removed]).toEqual([['device', 'recovery'], false]);
  await ana.reload();
  open.push(ana.kith);
  await ana.kith.keys.bring();
  const { unlocker } = await Vault.open(ana.store);
  await expect(new VaultRelay(relay).enter(unlocker)).resolves.toBeDefined();
});

test('a sheet whose place another has taken meanwhile does not count, and that is said', async () => {
  const { ana, old } = await kept();
  const there = await elsewhere(old);
  await there.keys.bring();
  const [one, other] = [await made(ana.kith), await made(there)];
  const before = sheets(ana);
  const asked = globalThis.fetch;
  // Just before the relay is asked to put this one there, another device's own comes to stand there.
  let isFirst = true;
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    if (isFirst && isPost(request, '/unlockers')) {
      isFirst = false;
      vi.stubGlobal('fetch', asked);
      await replacedBy(ana, other);
    }
    return asked(...request);
  });
  try {
    await expect(ana.kith.keys.addWay(one[1])).rejects.toMatchObject({ kind: 'not-come' });
  } finally {
    vi.unstubAllGlobals();
  }
  expect([await opens(one), await opens(other)]).toEqual([false, true]);
  expect(sheets(ana)).toEqual(before);
  await ana.kith.keys.addWay(one[1]);
  expect([await opens(one), await opens(other)]).toEqual([true, false]);
});

test('a sheet that somebody has taken away just after it came is not said to count', async () => {
  const { ana } = await kept();
  const one = await made(ana.kith);
  const asked = globalThis.fetch;
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    const answer = await asked(...request);
    if (isPost(request, '/unlockers')) {
      vi.stubGlobal('fetch', asked);
      await replacedBy(ana, await made(ana.kith));
    }
    return answer;
  });
  try {
    await expect(ana.kith.keys.addWay(one[1])).rejects.toMatchObject({ kind: 'not-come' });
  } finally {
    vi.unstubAllGlobals();
  }
});

function isPost([url, init]: Parameters<typeof fetch>, path: string): boolean {
  return init?.method === 'POST' && String(url instanceof Request ? url.url : url).endsWith(path);
}

/** At the relay itself, without a word in the list. */
async function replacedBy({ store }: Person, [, key]: Sheet): Promise<void> {
  const vault = await Vault.open(store);
  const vaults = new VaultRelay(relay);
  const at = await vaults.enter(vault.unlocker);
  const { unlockers } = await vaults.unlockers(at);
  const before = unlockers.find(({ kind }) => kind === UNLOCKER_KINDS.recovery)?.unlocker;
  const next = await keptUnlocker(await madeWay(vault.account, key));
  await vaults.addUnlocker(at, next, before);
}

test.each([false, true])(
  'what was begun last is finished, whatever is listed as later (as coming: %s)',
  async (coming) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { ana, old } = await kept();
      const thief = await intruder(old);
      const [theirs, id, lock] = await hostile(thief);
      // Later than can be for now, and no more in a moment.
      const late = { ...lock, made: Date.now() + 86_401_000, replaces: sheets(ana)[0]?.id, coming };
      await writes(thief, (copy) => ({
        ...copy,
        locks: { ...copy.locks, [`zz${id.slice(2)}`]: late as KeptLock },
      }));
      const next = await made(ana.kith);
      const isBegun = () => sheets(ana).some((way) => way.coming && !way.id.startsWith('zz'));
      for (let step = 0; !isBegun() && step < MOST_STEPS; step++) {
        await cutAt(step, 'the answer', () => ana.kith.keys.addWay(next[1]));
      }
      vi.setSystemTime(Date.now() + 2000);
      await ana.reload();
      open.push(ana.kith);
      await ana.kith.keys.bring();
      expect([await opens(old), await opens(theirs)]).toEqual([false, false]);
      // What the first page had begun may have been finished by it, while the second came.
      await ana.reload();
      open.push(ana.kith);
      expect([await opens(next), sheets(ana).length]).toEqual([true, 1]);
    } finally {
      vi.useRealTimers();
    }
  },
);

test('words that are coming are lost, and those before them go on', async () => {
  const { ana } = await kept();
  const words: Key = { with: 'words', typed: proposeWords() };
  const better: Key = { with: 'words', typed: proposeWords() };
  await ana.kith.keys.addWay(words);
  let step = 0;
  const coming = () => ana.kith.snapshot().keeping.ways.find((way) => way.coming)?.id;
  while (coming() === undefined && step < MOST_STEPS) {
    await cutAt(step++, 'the answer', () => ana.kith.keys.addWay(better));
  }
  await ana.kith.keys.renew(new Set([coming() ?? '']));
  const line = await ana.kith.keys.accountLine();
  expect([await opens([line, better]), await opens([line, words])]).toEqual([false, true]);
});

test('a way in that the relay refuses keeps nothing else waiting', async () => {
  const { ana } = await kept();
  const sheet = await sheetAnew(ana);
  const thief = await intruder(sheet);
  const [, id, lock] = await hostile(thief);
  // Nothing but what is asked for brings anything.
  ana.close();
  const kith = await Kith.over(await Vault.open(ana.store), relay);
  open.push(kith);
  await writes(thief, (copy) => ({
    ...copy,
    locks: { ...copy.locks, [id]: { ...lock, made: Date.now() + 1000, replaces: id } },
  }));
  await kith.keys.bring();
  expect(sheets({ kith }).map(({ coming }) => coming)).toEqual([false]);
  expect([kith.snapshot().keeping.even, await opens(sheet)]).toEqual([true, true]);
});

async function sheetAnew(ana: Person): Promise<Sheet> {
  const next = await made(ana.kith);
  await ana.kith.keys.addWay(next[1]);
  return next;
}

test('a sheet that was made in one tab stays when the other brings what it holds', async () => {
  const { ana, old } = await kept();
  const other = await Kith.over(await Vault.open(ana.store), relay);
  open.push(other);
  const next = await made(ana.kith);
  await ana.kith.keys.addWay(next[1]);
  await other.keys.bring();
  await other.keys.renew(new Set());
  expect([await opens(old), await opens(next)]).toEqual([false, true]);
});
