import { expect, test } from 'vitest';
import { Relay } from '../../src/net/relay';
import type { Alarm } from '../../src/net/record';
import type { Entry, Page } from '../../src/wire/messages';
import { LyingRelay } from './lying';
import { bonded, Person } from './people';
import { serving } from './serving';

interface Lie {
  readonly what: string;
  readonly page: (page: Page, after: number, own: 0 | 1) => Page;
  readonly alarm: Alarm;
}

const entriesOf = (page: Page, entries: Entry[]): Page => ({ ...page, entries });

/** Lies about what Ana's device has read already, and about what is new to it. */
const lies: readonly Lie[] = [
  {
    what: 'the story without its last two entries',
    alarm: 'rolled-back',
    page: (page) =>
      entriesOf(
        page,
        page.entries.filter(({ seq }) => seq <= 2),
      ),
  },
  {
    what: 'nothing at all, as if the bond were new',
    alarm: 'rolled-back',
    page: (page) => entriesOf(page, []),
  },
  {
    what: 'an earlier entry in the place of the last one read',
    alarm: 'rolled-back',
    page: (page, after) =>
      entriesOf(
        page,
        page.entries.map((entry) =>
          entry.seq === after + 1 ? { ...entry, day: entry.day - 1 } : entry,
        ),
      ),
  },
  {
    what: 'what is new, with one left out',
    alarm: 'gap',
    page: (page) =>
      entriesOf(
        page,
        page.entries.filter(({ seq }) => seq !== 5),
      ),
  },
  {
    what: 'what is new, in another order',
    alarm: 'gap',
    page: (page) =>
      entriesOf(
        page,
        [...page.entries].sort((one, other) => swapped(one.seq) - swapped(other.seq)),
      ),
  },
  {
    what: 'what is new twice',
    alarm: 'gap',
    page: (page) =>
      entriesOf(
        page,
        page.entries.flatMap((entry) => (entry.seq === 5 ? [entry, entry] : [entry])),
      ),
  },
  {
    what: 'what is new under other numbers, so that one left out is not missed',
    alarm: 'forked',
    page: (page) =>
      entriesOf(
        page,
        page.entries
          .filter(({ seq }) => seq !== 5)
          .map((entry) => (entry.seq > 5 ? { ...entry, seq: entry.seq - 1 } : entry)),
      ),
  },
  {
    what: 'an entry on another day than to the other',
    alarm: 'forked',
    page: (page) =>
      entriesOf(
        page,
        page.entries.map((entry) => (entry.seq === 5 ? { ...entry, day: entry.day - 1 } : entry)),
      ),
  },
  {
    what: 'something of Ben’s as if Ana had written it',
    alarm: 'not-mine',
    page: (page, _after, own) =>
      entriesOf(
        page,
        page.entries.map((entry) =>
          'by' in entry && entry.seq === 5 ? { ...entry, by: own } : entry,
        ),
      ),
  },
];

function swapped(seq: number): number {
  return seq === 5 ? 6 : seq === 6 ? 5 : seq;
}

const { server, open } = await serving();

/** Two entries of each, read by both; then Ana is away while Ben writes two more. */
async function anaIsAway(): Promise<{ ana: Person; ben: Person; relay: LyingRelay }> {
  const relay = new LyingRelay(server.origin);
  const ana = await Person.arrive('Ana', relay);
  const ben = await Person.arrive('Ben', new Relay(server.origin));
  open.push(ana, ben);
  await bonded(ana, ben);
  const closes = (topic: 'work' | 'family' | 'body' | 'beliefs') => ({
    type: 'step-back' as const,
    topic,
    ring: 0 as const,
  });
  await ana.kith.act(ana.local, closes('work'));
  await ana.kith.act(ana.local, { type: 'draw', prompt: 'everyday-1-001' });
  await ben.sees('both', ({ record }) => record.head === 2);
  await ben.kith.act(ben.local, closes('family'));
  await ben.kith.act(ben.local, closes('body'));
  await ana.sees('all four', ({ record }) => record.head === 4);
  ana.kith.close();
  await ben.kith.act(ben.local, closes('beliefs'));
  await ben.kith.act(ben.local, { type: 'rest' });
  return { ana, ben, relay };
}

test.each(lies)(
  'a relay that shows $what is found out, and sending stops',
  async ({ page, alarm }) => {
    const { ana, relay } = await anaIsAway();
    relay.lie = (shown, after) => page(shown, after, ana.bond.record.seat);
    await ana.reload();
    ana.kith.look();
    await ana.sees(`the alarm ${alarm}`, ({ record }) => record.alarm === alarm);
    const writing = ana.kith.act(ana.local, { type: 'end' });
    await expect(writing).rejects.toThrow('stopped');
    expect(ana.bond.record.outbox).toEqual([]);

    // It stays so when the relay tells the truth again, until the two have talked about it.
    relay.lie = (shown) => shown;
    await ana.reload();
    ana.kith.look();
    expect(ana.bond.record.alarm).toBe(alarm);
  },
);

test('without a lie there is no alarm', async () => {
  const { ana } = await anaIsAway();
  await ana.reload();
  ana.kith.look();
  await ana.sees('all six', ({ record }) => record.head === 6);
  expect(ana.bond.record.alarm).toBeNull();
  expect(ana.view.together.state).toBe('rests');
});

test('an acknowledged entry that is not at its place is missed', async () => {
  const { ana, ben, relay } = await anaIsAway();
  await ana.reload();
  ana.kith.look();
  await ana.sees('all six', ({ record }) => record.head === 6);
  const send = relay.send.bind(relay);
  relay.send = (seat, pending) =>
    pending.kind === 'append' ? Promise.resolve(7) : send(seat, pending);
  await ana.kith.act(ana.local, { type: 'step-back', topic: 'feelings', ring: 0 });
  await ben.kith.act(ben.local, { type: 'step-back', topic: 'friends', ring: 0 });
  await ana.sees('the gap', ({ record }) => record.alarm === 'gap');
});
