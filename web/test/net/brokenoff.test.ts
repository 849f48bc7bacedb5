import { expect, test, vi } from 'vitest';
import { arrive, claimOf } from '../../src/net/arriving';
import { Kith } from '../../src/net/kith';
import { MemoryStore } from '../../src/net/memory';
import { Relay } from '../../src/net/relay';
import { Vault } from '../../src/net/vault';
import { VaultRelay } from '../../src/net/vaultrelay';
import { proposeRecovery, type Key } from '../../src/net/ways';
import { Unreachable } from '../../src/wire/problems';
import { bonded, Person } from './people';
import { serving } from './serving';

/** One of a person's devices is broken off in the middle, or was off for long. */

const { server, open } = await serving();

vi.setConfig({ testTimeout: 120_000 });

/** A line on which deposits, or all that goes to a vault, can be cut off. */
class Cut extends Relay {
  deposits = false;

  override send(...[seat, next, reserved]: Parameters<Relay['send']>) {
    if (this.deposits && next.kind === 'deposit') return Promise.reject(new Unreachable());
    return super.send(seat, next, reserved);
  }
}

type Sheet = readonly [whose: string, key: Key];

async function two(): Promise<{ ana: Person; ben: Person; line: Cut; laptop: Person }> {
  const line = new Cut(server.origin);
  const ana = await Person.arrive('Ana', line);
  const ben = await Person.arrive('Ben', new Relay(server.origin));
  open.push(ana.kith, ben.kith);
  const lines = await proposeRecovery();
  await ana.kith.keys.addWay({ with: 'recovery', lines });
  const sheet: Sheet = [await ana.kith.keys.accountLine(), { with: 'recovery', lines }];
  await bonded(ana, ben);
  await ana.kith.keys.bring();
  return { ana, ben, line, laptop: await elsewhere(sheet, ana.local) };
}

async function elsewhere(sheet: Sheet, local: string): Promise<Person> {
  const relay = new Relay(server.origin);
  const store = new MemoryStore();
  const vault = await arrive(new VaultRelay(relay), store, await claimOf(...sheet));
  const kith = await Kith.over(vault, relay);
  await kith.keys.bring();
  await kith.keys.stayUnlocked('Laptop');
  open.push(kith);
  return new Person('Ana', store, relay, kith, local);
}

function theirs({ view }: Person, exchange: string): string | null | undefined {
  const cards = [...view.table, ...view.story];
  return cards.find((card) => card.exchange === exchange)?.theirs?.words;
}

async function drawn(ana: Person, others: readonly Person[]): Promise<string> {
  const exchange = await ana.kith.act(ana.local, { type: 'draw', prompt: 'everyday-1-001' });
  for (const other of others) await other.seesCard(exchange ?? '', 'drawn');
  return exchange ?? '';
}

test('words that one device could not bring to the relay are brought by another', async () => {
  const { ana, ben, line, laptop } = await two();
  const exchange = await drawn(ana, [ben, laptop]);
  await ana.kith.seal(ana.local, exchange, 'first words');
  line.deposits = true;
  await ana.kith.seal(ana.local, exchange, 'better words').catch(() => undefined);
  await ana.kith.keys.bring();
  ana.kith.close();
  await laptop.kith.keys.bring();
  laptop.kith.look();
  await laptop.sees('that its words stand', ({ record }) => {
    const mine = record.sealed[exchange];
    return mine?.words === 'better words' && mine.standing === mine.revision;
  });
  await ben.kith.seal(ben.local, exchange, 'what Ben says');
  await ben.seesCard(exchange, 'opened');
  expect(theirs(ben, exchange)).toBe('better words');
  await laptop.seesCard(exchange, 'opened');
  expect(laptop.bond.record.alarm).toBe(null);
});

test('what opened before another device brought better words is no lie of the relay', async () => {
  const { ana, ben, line, laptop } = await two();
  const exchange = await drawn(ana, [ben, laptop]);
  await ana.kith.seal(ana.local, exchange, 'first words');
  line.deposits = true;
  laptop.kith.close();
  await ana.kith.seal(ana.local, exchange, 'better words').catch(() => undefined);
  await ana.kith.keys.bring();
  await ben.kith.seal(ben.local, exchange, 'what Ben says');
  await ben.seesCard(exchange, 'opened');
  await laptop.reload();
  open.push(laptop.kith);
  await laptop.kith.keys.bring();
  await laptop.seesCard(exchange, 'opened');
  expect(theirs(ben, exchange)).toBe('first words');
  expect(laptop.bond.record.alarm).toBe(null);
});

test('words that were opened long ago are read by who was off when keys were renewed', async () => {
  const { ana, ben, laptop } = await two();
  const exchange = await drawn(ana, [ben, laptop]);
  await ben.kith.seal(ben.local, exchange, 'what Ben says');
  await ben.isEven();
  ben.kith.close();
  laptop.kith.close();
  await ana.kith.seal(ana.local, exchange, 'what Ana says');
  await ana.seesCard(exchange, 'opened');
  await ana.kith.keys.renew(new Set());
  await ana.sees('its new keys', ({ record: { turned, rewrap } }) => {
    return turned.keys.length === 1 && !rewrap;
  });
  for (const late of [ben, laptop]) {
    await late.reload();
    open.push(late.kith);
    await late.sees('the new keys', ({ record }) => record.turned.keys.length === 1);
    await late.seesCard(exchange, 'opened');
    expect(late.bond.record.alarm).toBe(null);
  }
  expect(theirs(ben, exchange)).toBe('what Ana says');
  expect(theirs(laptop, exchange)).toBe('what Ben says');
});

test('a device to which the answer about a new root key was lost goes on under it', async () => {
  const { ana, ben, laptop } = await two();
  const asked = globalThis.fetch;
  const loses: typeof fetch = async (to, init) => {
    const answer = await asked(to, init);
    const isNewRootKey = init?.method === 'PUT' && answer.url.endsWith('/unlockers');
    if (isNewRootKey) throw new TypeError('the answer was lost');
    return answer;
  };
  vi.stubGlobal('fetch', loses);
  await expect(ana.kith.keys.renew(new Set())).rejects.toThrow(Unreachable);
  vi.unstubAllGlobals();
  laptop.kith.look();
  for (const person of [laptop, ana, ben]) {
    person.kith.look();
    await person.sees('the new keys', ({ record }) => record.turned.keys.length === 1);
  }
  for (const person of [laptop, ana]) {
    const { me } = await Vault.open(person.store);
    expect(me.statement.generation).toBe(2);
  }
  const exchange = await drawn(ana, [ben, laptop]);
  for (const person of [ana, ben, laptop]) {
    await person.seesCard(exchange, 'drawn');
    expect(person.bond.record.alarm).toBe(null);
  }
});
