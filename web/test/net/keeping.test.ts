import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { canonicalDeck } from '../../src/core/border';
import { newId, Rejected } from '../../src/crypto';
import { arrive, arriveLinked, claimOf } from '../../src/net/arriving';
import { Kith } from '../../src/net/kith';
import { LinkToHere, parseDeviceLink } from '../../src/net/linking';
import { MemoryStore } from '../../src/net/memory';
import { VaultRelay } from '../../src/net/vaultrelay';
import { proposeRecovery, proposeWords, type Key } from '../../src/net/ways';
import { bonded, exchange, Person } from './people';
import { serving } from './serving';

const { relay, open } = await serving();

vi.setConfig({ testTimeout: 120_000 });

type Sheet = readonly [whose: string, key: Key];

/** One person with a sheet that was checked. */
async function kept(name = 'Ana'): Promise<{ person: Person; sheet: Sheet }> {
  const person = await Person.arrive(name, relay);
  open.push(person.kith);
  const lines = await proposeRecovery();
  await person.kith.keys.addWay({ with: 'recovery', lines });
  const whose = await person.kith.keys.accountLine();
  return { person, sheet: [whose, { with: 'recovery', lines }] };
}

/** Another browser, which knows nothing, with what is on a sheet. */
async function elsewhere([whose, key]: Sheet, stay = true): Promise<Kith> {
  const claim = await claimOf(whose, key);
  const vault = await arrive(new VaultRelay(relay), new MemoryStore(), claim);
  const kith = await Kith.over(vault, relay);
  open.push(kith);
  await kith.keys.bring();
  if (stay) await kith.keys.stayUnlocked('Laptop');
  return kith;
}

const drawer = (kith: Kith) => kith.snapshot().personal.drawer.map(({ text }) => text);
const written = (text: string) => ({ topic: 'work', ring: 1, text, bond: null }) as const;

test('what is private follows to a second device, and what it adds comes back', async () => {
  const { person, sheet } = await kept();
  await person.kith.keepSafe(written('not said yet'));
  await person.kith.keys.bring();
  const second = await elsewhere(sheet);
  expect(drawer(second)).toEqual(['not said yet']);
  await second.keepSafe(written('from the laptop'));
  await second.keys.bring();
  await person.kith.keys.bring();
  expect(drawer(person.kith)).toEqual(['not said yet', 'from the laptop']);
});

test('two devices that write at the same moment lose nothing of either', async () => {
  const { person, sheet } = await kept();
  const second = await elsewhere(sheet);
  for (let round = 0; round < 3; round++) {
    await person.kith.keepSafe(written(`here ${round}`));
    await second.keepSafe(written(`there ${round}`));
    await Promise.all([person.kith.keys.bring(), second.keys.bring()]);
  }
  await person.kith.keys.bring();
  await second.keys.bring();
  expect(drawer(person.kith).sort()).toEqual(drawer(second).sort());
  expect(drawer(second)).toHaveLength(6);
});

test('what is longer than a record follows whole, and is rewritten whole', async () => {
  const { person, sheet } = await kept();
  const long = 'äöü and “quotes”\n'.repeat(9_000);
  await person.kith.keepSafe(written(long));
  await person.kith.keys.bring();
  const second = await elsewhere(sheet);
  expect(drawer(second)).toEqual([long]);
  await second.keepSafe(written('and a little more'));
  await second.keys.bring();
  await person.kith.keys.bring();
  expect(drawer(person.kith)).toEqual([long, 'and a little more']);
});

test('a bond goes on from the second device: story, private notes, and the next answer', async () => {
  const { person: ana, sheet } = await kept();
  const ben = await Person.arrive('Ben', relay);
  open.push(ben.kith);
  await bonded(ana, ben);
  const id = await exchange(ana, ben, 'everyday-1-001');
  await ana.kith.noted(ana.local, { note: 'landed', exchange: id, understood: 6 });
  await ana.kith.keys.bring();

  const second = await elsewhere(sheet);
  const there = new Person('Ana', new MemoryStore(), relay, second, ana.local);
  await there.seesCard(id, 'settled');
  expect(there.bond.record.own.notes).toMatchObject([{ exchange: id, understood: 6 }]);
  await exchange(there, ben, 'everyday-1-002');
  await ana.seesCard(id, 'settled');
  expect(ana.bond.record.alarm).toBe(null);
});

test('a device that was off while two met finds them together, not an invitation gone', async () => {
  const { person: ana, sheet } = await kept();
  ana.local = await ana.kith.start('Ana', 'friend');
  await ana.kith.keys.bring();
  const store = new MemoryStore();
  const off = await Kith.over(
    await arrive(new VaultRelay(relay), store, await claimOf(...sheet)),
    relay,
  );
  await off.keys.bring();
  await off.keys.stayUnlocked('Laptop');
  expect(off.snapshot().bonds.map(({ record }) => record.stage.name)).toEqual(['inviting']);
  off.close();

  const ben = await Person.arrive('Ben', relay);
  open.push(ben.kith);
  ben.local = await ben.kith.join(await ben.kith.lookAt(ana.kith.link(ana.local)), 'Ben');
  await ana.sees('who accepted', ({ record }) => record.stage.name === 'asked');
  await ana.kith.confirm(ana.local);
  // Nothing is left of the invitation.
  await ben.sees(
    'the end of it',
    ({ record: { stage } }) => 'tidy' in stage && stage.tidy === null,
  );
  await ana.kith.keys.bring();

  const there = new Person('Ana', store, relay, off, ana.local);
  await there.reload();
  open.push(there.kith);
  await there.sees('both', ({ record }) => record.stage.name === 'joined');
  await exchange(there, ben, 'everyday-1-001');
  expect(ana.bond.record.stage.name).toBe('joined');
});

test('added decks and private wishes follow to a second device, and join there', async () => {
  const { person: ana, sheet } = await kept();
  ana.local = await ana.kith.start('Ana', 'friend');
  const file = new URL('../../../vectors/decks/defaults-written-out.json', import.meta.url);
  const { given, gives } = JSON.parse(readFileSync(file, 'utf8')) as {
    given: { deck: string };
    gives: { pin: string };
  };
  const deck = canonicalDeck(given.deck);
  if ('unsound' in deck) throw new Error(deck.unsound);
  await ana.kith.addDeck(ana.local, deck);
  await ana.kith.noted(ana.local, { note: 'not-with-you', prompt: 'founding/a', on: true });
  await ana.kith.keys.bring();

  const second = await elsewhere(sheet);
  const own = (kith: Kith) =>
    kith.snapshot().bonds.find(({ local }) => local === ana.local)?.record.own;
  expect(second.snapshot().decks.map(({ pin }) => pin)).toEqual([gives.pin]);
  expect(own(second)).toMatchObject({ decks: [gives.pin], notWithYou: ['founding/a'] });
  await second.noted(ana.local, { note: 'not-with-you', prompt: 'founding/b', on: true });
  await ana.kith.noted(ana.local, { note: 'not-with-you', prompt: 'founding/a', on: false });
  await second.keys.bring();
  await ana.kith.keys.bring();
  await second.keys.bring();
  for (const kith of [ana.kith, second]) expect(own(kith)?.notWithYou).toEqual(['founding/b']);
});

test('a used code is refused once there is another, and words that were lost can be made anew', async () => {
  const { person, sheet } = await kept();
  const words = proposeWords();
  await person.kith.keys.addWay({ with: 'words', typed: words });
  const [whose] = sheet;
  await elsewhere([whose, { with: 'words', typed: words }], false);
  const lines = await proposeRecovery();
  await person.kith.keys.addWay({ with: 'recovery', lines });
  await expect(elsewhere(sheet)).rejects.toThrow(Rejected);
  const again = await elsewhere([whose, { with: 'recovery', lines }], false);
  const better = proposeWords();
  await again.keys.addWay({ with: 'words', typed: better });
  await expect(elsewhere([whose, { with: 'words', typed: words }])).rejects.toThrow(Rejected);
  await elsewhere([whose, { with: 'words', typed: better }], false);
});

test('a lost device is shut out; every other way in goes on, and so does what is kept', async () => {
  const { person, sheet } = await kept();
  const lost = await elsewhere(sheet);
  const third = await elsewhere(sheet);
  await person.kith.keepSafe(written('before'));
  await person.kith.keys.bring();
  const here = lost.snapshot().keeping.ways.find((way) => way.here);
  await person.kith.keys.renew(new Set([here?.id ?? '']));
  await person.kith.keepSafe(written('after'));
  await person.kith.keys.bring();

  await expect(lost.keys.bring()).rejects.toMatchObject({ problem: 'not-unlocked' });
  expect(lost.snapshot().keeping.removed).toBe(true);
  expect(drawer(lost)).not.toContain('after');
  await third.keys.bring();
  expect(drawer(third).sort()).toEqual(['after', 'before']);
  const fresh = await elsewhere(sheet);
  expect(drawer(fresh).sort()).toEqual(['after', 'before']);
  await fresh.keepSafe(written('by the sheet'));
  await fresh.keys.bring();
  await person.kith.keys.bring();
  expect(drawer(person.kith).sort()).toEqual(['after', 'before', 'by the sheet']);
});

test('a device under new keys opens again by itself', async () => {
  const { person } = await kept();
  await person.kith.keepSafe(written('still here'));
  await person.kith.keys.renew(new Set());
  await person.reload();
  open.push(person.kith);
  expect(drawer(person.kith)).toEqual(['still here']);
  await person.kith.keys.bring();
  expect(person.kith.snapshot().keeping).toMatchObject({ even: true, removed: false });
});

test('a device comes in by the code that another shows, with the same digits on both', async () => {
  const { person } = await kept();
  await person.kith.keepSafe(written('goes along'));
  const { signal } = new AbortController();
  const link = await person.kith.keys.offerDevice();
  const secret = parseDeviceLink(link.link);
  if (secret === null) throw new Error(link.link);
  const joining = await LinkToHere.begin(relay, secret, 'Tablet');
  const met = await link.met(signal);
  expect(met).toMatchObject({ device: 'Tablet', digits: await joining.digits(signal) });
  await person.kith.keys.letDeviceIn(link, met.device);
  const found = await joining.letIn(signal);
  const vault = await arriveLinked(new VaultRelay(relay), new MemoryStore(), found);
  const kith = await Kith.over(vault, relay);
  open.push(kith);
  await kith.keys.bring();
  expect(drawer(kith)).toEqual(['goes along']);
  await expect(LinkToHere.begin(relay, secret, 'another')).rejects.toThrow(Rejected);
});

test('a passkey alone is refused, and beside a sheet it is taken', async () => {
  const alone = await Person.arrive('Ana', relay);
  open.push(alone.kith);
  const key = { with: 'passkey', prf: new Uint8Array(32).fill(7), unlocker: newId() } as const;
  await expect(alone.kith.keys.addWay(key)).rejects.toMatchObject({ kind: 'passkey-alone' });
  const { person, sheet } = await kept('Ben');
  await person.kith.keys.addWay(key);
  const [whose] = sheet;
  const kith = await elsewhere([whose, key], false);
  expect(
    kith
      .snapshot()
      .keeping.ways.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['device', 'passkey', 'recovery']);
  const other = { ...key, prf: new Uint8Array(32).fill(8) };
  await expect(elsewhere([whose, other])).rejects.toThrow(Rejected);
});
