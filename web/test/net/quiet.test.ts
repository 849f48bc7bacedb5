import { expect, test } from 'vitest';
import { isQuiet } from '../../src/net/quiet';
import type { BondRecord } from '../../src/net/record';
import { Relay } from '../../src/net/relay';
import type { Page } from '../../src/wire/messages';
import { LyingRelay } from './lying';
import { bonded, Person } from './people';
import { serving } from './serving';

const { server, open } = await serving();

/** Two have met, one has written, and all of it is with the relay and read by both. */
async function settled(): Promise<{ record: BondRecord; relay: LyingRelay }> {
  const relay = new LyingRelay(server.origin);
  const ana = await Person.arrive('Ana', relay);
  const ben = await Person.arrive('Ben', new Relay(server.origin));
  open.push(ana, ben);
  await bonded(ana, ben);
  await ana.kith.act(ana.local, { type: 'step-back', topic: 'work', ring: 0 });
  await ana.isEven();
  await ana.sees('its votes brought', ({ record }) => {
    const isTidy = record.stage.name === 'joined' && record.stage.tidy === null;
    return isTidy && record.ballot.tick === record.tick && record.head > 0;
  });
  const { record } = ana.bond;
  ana.kith.close();
  return { record, relay };
}

test('where all is sent and read, nothing is to be done', async () => {
  const { record, relay } = await settled();
  expect(await isQuiet(relay, record, 1)).toBe(true);
});

test('whatever waits on this device is to be done', async () => {
  const { record, relay } = await settled();
  const { own, renewal, ballot } = record;
  const vote = { day: 20_000, after: 0 };
  const deposit = { kind: 'deposit', gate: '', revision: 1, expires: 0, parts: null } as const;
  const waiting: Partial<BondRecord>[] = [
    { stage: { name: 'closed', ending: 'expired' } as unknown as BondRecord['stage'] },
    { key: null },
    { alarm: 'gap' },
    { outbox: [deposit] },
    { takingBack: [{}] as unknown as BondRecord['takingBack'] },
    { bound: { one: {} } as unknown as BondRecord['bound'] },
    { leaving: { sent: false } as unknown as BondRecord['leaving'] },
    { rewrap: true },
    { noted: record.noted + 1 },
    { agreements: record.agreements + 1 },
    { ballot: { ...ballot, tick: ballot.tick - 1 } },
    { own: { ...own, votes: [{ on: 'evening', ...vote }] } },
    { own: { ...own, votes: [{ on: 'tonight', topic: 'work', ring: 2, ...vote }] } },
    { tonight: { gate: { revision: 1, stands: true } } },
    { renewal: { ...renewal, capability: 'A' } },
    { sealed: { one: { revision: 2, standing: 1 } } as unknown as BondRecord['sealed'] },
  ];
  for (const part of waiting) {
    expect(await isQuiet(relay, { ...record, ...part }, 1), JSON.stringify(part)).toBe(false);
  }
  expect(await isQuiet(relay, record, 2), 'new keys of my own').toBe(false);
});

test('whatever the relay shows that was not read, or no longer shows, is to be done', async () => {
  const { record, relay } = await settled();
  const last = (page: Page) => page.entries.slice(-1);
  const pages: Record<string, (page: Page) => Page> = {
    'more than fits a page': (page) => ({ ...page, more: true }),
    'another tick': (page) => ({ ...page, tick: page.tick + 1 }),
    'another day': (page) => ({ ...page, day: page.day + 2 }),
    'a change to an entry': (page) => ({ ...page, change: page.change + 1 }),
    'an end': (page) => ({ ...page, ended: page.day }),
    'nothing at all': (page) => ({ ...page, entries: [] }),
    'one entry more': (page) => ({
      ...page,
      entries: [...page.entries, ...last(page).map((entry) => ({ ...entry, seq: entry.seq + 1 }))],
    }),
    'another entry in the place of the last': (page) => ({
      ...page,
      entries: last(page).map((entry) => ({ ...entry, day: entry.day - 1 })),
    }),
  };
  for (const [what, lie] of Object.entries(pages)) {
    relay.lie = lie;
    expect(await isQuiet(relay, record, 1), what).toBe(false);
  }
});
