import { expect, test, vi } from 'vitest';
import type { Card } from '../../src/core/types';
import { fromBase64Url, newAccount, openAnswer, openEvent, openGateEvent } from '../../src/crypto';
import { deriveAccount, makeNextStatement, makeStatement, nextAccount } from '../../src/crypto';
import { Rejected, type Account, type Identity } from '../../src/crypto';
import { arrive, claimOf } from '../../src/net/arriving';
import { answered, drawnCard, gateAt, keysOf } from '../../src/net/exchange';
import { Kith } from '../../src/net/kith';
import { MemoryStore } from '../../src/net/memory';
import { withRenewal } from '../../src/net/newkeys';
import type { BondRecord } from '../../src/net/record';
import { epochOf } from '../../src/net/rewrapping';
import { Vault } from '../../src/net/vault';
import { VaultRelay } from '../../src/net/vaultrelay';
import { proposeRecovery, type Key } from '../../src/net/ways';
import type { Appended, Entry, Opening } from '../../src/wire/messages';
import { bonded, exchange, Person } from './people';
import { serving } from './serving';

const { relay, open } = await serving();

vi.setConfig({ testTimeout: 120_000 });

type Sheet = readonly [whose: string, key: Key];

interface Two {
  readonly ana: Person;
  readonly ben: Person;
  readonly sheet: Sheet;
}

/** Two people, of whom Ana has a sheet. */
async function met(): Promise<Two> {
  const ana = await Person.arrive('Ana', relay);
  const ben = await Person.arrive('Ben', relay);
  open.push(ana.kith, ben.kith);
  const lines = await proposeRecovery();
  await ana.kith.keys.addWay({ with: 'recovery', lines });
  await bonded(ana, ben);
  const whose = await ana.kith.keys.accountLine();
  return { ana, ben, sheet: [whose, { with: 'recovery', lines }] };
}

/** Another device of the person with that sheet. */
async function elsewhere(person: Person, [whose, key]: Sheet): Promise<Person> {
  const claim = await claimOf(whose, key);
  const store = new MemoryStore();
  const vault = await arrive(new VaultRelay(relay), store, claim);
  const kith = await Kith.over(vault, relay);
  open.push(kith);
  await kith.keys.bring();
  await kith.keys.stayUnlocked('Laptop');
  return new Person(person.name, store, relay, kith, person.local);
}

const epochs = (person: Person) => person.bond.record.turned.keys.length;

async function bothUnder(one: Person, other: Person, epoch: number): Promise<void> {
  for (const person of [one, other]) {
    await person.sees(`epoch ${epoch}`, ({ record }) => record.turned.keys.length === epoch);
    await person.isEven();
    await person.sees('keys sealed anew', ({ record }) => !record.rewrap);
  }
  expect(one.bond.record.turned.keys).toEqual(other.bond.record.turned.keys);
  expect([one.bond.record.alarm, other.bond.record.alarm]).toEqual([null, null]);
}

/** Everything that lies on the relay, for whoever is let in. */
async function everything(record: BondRecord): Promise<Entry[]> {
  return (await relay.read(record, 0)).entries;
}

/** What somebody has copied of a device: its keys, and the cards that it showed. */
interface Copied {
  readonly record: BondRecord;
  readonly cards: readonly Card[];
}

/** The places of all that opens with what was copied; an opening does if the words in it do. */
async function whatOpens(copied: Copied, entries: readonly Entry[]): Promise<number[]> {
  const opened: number[] = [];
  for (const entry of entries) {
    const tried = 'gate' in entry ? wordsAt(copied, entry) : entryWith(copied, entry);
    await tried.then(() => opened.push(entry.seq), unlessRejected);
  }
  return opened;
}

function unlessRejected(cause: unknown): void {
  if (!(cause instanceof Rejected)) throw cause;
}

function entryWith({ record }: Copied, { handle, by, parts }: Appended): Promise<string> {
  const place = { handle: fromBase64Url(handle), seat: by };
  return openEvent(keysOf(record), place, fromBase64Url(parts.event));
}

async function wordsAt({ record, cards }: Copied, entry: Opening): Promise<string> {
  const exchange = record.gates[entry.gate]?.exchange ?? '';
  const card = cards.find((each) => each.exchange === exchange);
  if (card === undefined) throw new Rejected();
  const [{ event, body = '', key = '' }] = entry.parts;
  const place = { gate: gateAt(record, exchange, 1), seat: 0 } as const;
  const text = await openGateEvent(keysOf(record), place, fromBase64Url(event));
  const { sealed } = JSON.parse(text) as { sealed: unknown };
  const parts = { sealed, body: fromBase64Url(body), key: fromBase64Url(key) };
  return openAnswer(keysOf(record), { card: answered(drawnCard(card)), seat: 0 }, parts);
}

test('a lost device reads nothing that is written after its owner made new keys', async () => {
  const { ana, ben, sheet } = await met();
  const lost = await elsewhere(ana, sheet);
  const before = await exchange(ana, ben, 'everyday-1-001');
  await lost.seesCard(before, 'settled');
  const record = structuredClone(lost.bond.record);
  const copied = { record, cards: [...lost.view.table, ...lost.view.story] };
  const whole = await whatOpens(copied, await everything(ana.bond.record));
  // All but what means nothing: the second gate of a card that opens at once.
  const read = record.entries.filter((entry) => !('nothing' in entry)).map(({ seq }) => seq);
  expect(whole).toEqual(read);

  const here = lost.kith.snapshot().keeping.ways.find((way) => way.here);
  await ana.kith.keys.renew(new Set([here?.id ?? '']));
  await bothUnder(ana, ben, 1);
  const step = ana.bond.record.turned.seq;
  await exchange(ana, ben, 'everyday-1-002');

  // What lies on the lost device no longer opens the seat, nor what somebody else could fetch.
  await expect(relay.read(record, 0)).rejects.toMatchObject({ problem: 'not-permitted' });
  const entries = await everything(ana.bond.record);
  const openable = await whatOpens(copied, entries);
  expect(openable.filter((seq) => seq > step)).toEqual([]);
  expect(entries.filter(({ seq }) => seq > step).length).toBeGreaterThan(3);
  // Not even the words of before, since their keys were sealed anew; they stay on the device itself.
  const opening = entries.find((entry) => 'gate' in entry);
  expect(opening).toBeDefined();
  expect(openable).not.toContain(opening?.seq);
  for (const parts of opening?.parts as { key: string }[]) expect(epochOf(parts.key)).toBe(1);

  await lost.kith.keys.bring().catch(() => undefined);
  lost.kith.look();
  await expect(lost.kith.draft(lost.local, 'x', () => 'still here')).resolves.toBeUndefined();
  expect(lost.bond.record.turned.keys).toEqual([]);
  expect(lost.kith.snapshot().keeping.removed).toBe(true);
});

test('new keys of the other are taken up, and what both said before and after is there', async () => {
  const { ana, ben } = await met();
  const before = await exchange(ana, ben, 'everyday-1-001');
  await ben.kith.compared(ben.local);
  const first = ben.bond.record.theirFingerprint;
  await ana.kith.keys.renew(new Set());
  await bothUnder(ana, ben, 1);
  await ana.kith.keys.renew(new Set());
  await bothUnder(ana, ben, 2);
  const { record } = ben.bond;
  expect(record.theirFingerprint).not.toBe(first);
  expect(record.newSince).toBe(true);
  const after = await exchange(ana, ben, 'everyday-1-002');
  for (const person of [ana, ben]) {
    await person.seesCard(before, 'settled');
    await person.seesCard(after, 'settled');
  }
  await ben.kith.compared(ben.local);
  expect(ben.bond.record.newSince).toBe(false);
});

test('an answer that was sealed before new keys opens after them, under the new ones', async () => {
  const { ana, ben } = await met();
  const id = await ana.kith.act(ana.local, { type: 'draw', prompt: 'everyday-1-001' });
  await ben.seesCard(id ?? '', 'drawn');
  await ana.kith.seal(ana.local, id ?? '', 'said before');
  await ana.kith.keys.renew(new Set());
  await bothUnder(ana, ben, 1);
  await ben.kith.seal(ben.local, id ?? '', 'said after');
  for (const person of [ana, ben]) await person.seesCard(id ?? '', 'opened');
  await bothUnder(ana, ben, 1);
  const entries = await everything(ana.bond.record);
  const opening = entries.find((entry) => 'gate' in entry);
  for (const parts of opening?.parts as { key: string }[]) expect(epochOf(parts.key)).toBe(1);
  const words = ben.view.table.find((card) => card.exchange === id);
  expect(JSON.stringify(words)).toContain('said before');
});

test('both make new keys at once: the first step counts, and a lost device has neither', async () => {
  const { ana, ben } = await met();
  const lines = await proposeRecovery();
  await ben.kith.keys.addWay({ with: 'recovery', lines });
  await Promise.all([ana.kith.keys.renew(new Set()), ben.kith.keys.renew(new Set())]);
  // Whoever came second makes another step, under keys that a device of theirs has not lost.
  for (const person of [ana, ben]) {
    await person.sees('two new epochs', ({ record }) => {
      return record.turned.keys.length === 2 && record.renewal.made === 2;
    });
  }
  await bothUnder(ana, ben, 2);
  await exchange(ana, ben, 'everyday-1-001');
});

test('another device of the same person goes on under keys that it did not make', async () => {
  const { ana, ben, sheet } = await met();
  const laptop = await elsewhere(ana, sheet);
  await laptop.sees('the bond', ({ record }) => record.head === ana.bond.record.head);
  await ana.kith.keys.renew(new Set());
  laptop.kith.look();
  await laptop.sees('the new keys', ({ record }) => record.turned.keys.length === 1);
  await bothUnder(ana, ben, 1);
  await exchange(laptop, ben, 'everyday-1-001');
  expect(laptop.bond.record.alarm).toBeNull();
  expect(laptop.bond.record.capability).toBe(ana.bond.record.capability);
  expect(epochs(laptop)).toBe(1);
});

test('an invitation that is open when keys are renewed is withdrawn, and can be made anew', async () => {
  const { ana } = await met();
  const waiting = await ana.kith.start('Ana', 'friend');
  await ana.kith.keys.renew(new Set());
  const found = () => ana.kith.snapshot().bonds.find(({ local }) => local === waiting);
  await vi.waitFor(() => expect(found()?.record.stage.name).toBe('closed'), 20_000);
});

test('a statement that the other has already is passed over, and the step beside it counts', async () => {
  const { ana, ben } = await met();
  const { me } = await Vault.open(ben.store);
  const { theirFingerprint } = ana.bond.record;
  await sends(ben, me, 0);
  ana.kith.look();
  await ana.sees('the step', ({ record }) => record.turned.keys.length === 1);
  expect(ana.bond.record).toMatchObject({ alarm: null, newSince: false, theirFingerprint });
});

/** Ben's seat sends what somebody's keys have made, as if the other had been told so much. */
async function sends(ben: Person, now: Identity, told: number): Promise<void> {
  const { record } = ben.bond;
  const made = Math.min(told, record.renewal.made);
  const renewal = { ...record.renewal, told, made };
  const forged = await withRenewal({ ...record, renewal, outbox: [] }, { now, before: [] });
  expect(forged.outbox).toHaveLength(1);
  ben.kith.close();
  for (const entry of forged.outbox) await relay.send(record, entry);
}

/** An account and who it is; what nobody but its owner has. */
interface Made {
  readonly account: Account;
  readonly identity: Identity;
}

async function madeBy(account: Account): Promise<Made> {
  const keys = await deriveAccount(account);
  return { account, identity: { keys, statement: await makeStatement(keys, 1) } };
}

async function next({ account, identity }: Made): Promise<Made> {
  const following = nextAccount(account);
  const keys = await deriveAccount(following);
  const statement = await makeNextStatement(identity, keys, 2);
  return { account: following, identity: { keys, statement } };
}

interface Forgery {
  readonly what: string;
  readonly now: (ben: Made) => Promise<Made>;
  /** The generation that the other is taken to know. */
  readonly told: number;
}

const forgeries: readonly Forgery[] = [
  {
    what: 'keys of another account',
    now: async () => next(await madeBy(newAccount())),
    told: 1,
  },
  {
    what: 'keys of the same account that the ones before do not vouch for',
    now: async ({ account }) => next(await madeBy({ ...newAccount(), id: account.id })),
    told: 1,
  },
  {
    what: 'keys with one generation left out',
    now: async (ben) => next(await next(ben)),
    told: 2,
  },
  {
    what: 'a step that keys have signed which were never stated',
    now: (ben) => next(ben),
    told: 2,
  },
];

test.each(forgeries)('$what stop the bond for good, and nothing is sent', async (forgery) => {
  const { ana, ben } = await met();
  const vault = await Vault.open(ben.store);
  const { identity } = await forgery.now({ account: vault.account, identity: vault.me });
  const { turned, theirFingerprint } = ana.bond.record;
  await sends(ben, identity, forgery.told);
  ana.kith.look();
  await ana.sees('the stop', ({ record }) => record.alarm === 'keys');
  const writing = ana.kith.act(ana.local, { type: 'draw', prompt: 'everyday-1-001' });
  await expect(writing).rejects.toThrow('stopped');
  expect(ana.bond.record).toMatchObject({ turned, theirFingerprint });
  await ana.reload();
  open.push(ana.kith);
  ana.kith.look();
  expect(ana.bond.record.alarm).toBe('keys');
});

test('a step under my name that none of my devices made stops the bond', async () => {
  const { ana } = await met();
  const vault = await Vault.open(ana.store);
  const thief = await next({ account: vault.account, identity: vault.me });
  const { record } = ana.bond;
  const forged = await withRenewal(record, { now: thief.identity, before: [] });
  for (const entry of forged.outbox) await relay.send(record, entry);
  ana.kith.look();
  await ana.sees('the stop', ({ record: { alarm } }) => alarm === 'keys');
});
