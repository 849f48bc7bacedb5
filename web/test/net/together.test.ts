import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Server } from '../../browser/server';
import type { Matter } from '../../src/core/types';
import { arrive, claimOf } from '../../src/net/arriving';
import { Kith } from '../../src/net/kith';
import { MemoryStore } from '../../src/net/memory';
import { Relay } from '../../src/net/relay';
import { VaultRelay } from '../../src/net/vaultrelay';
import { proposeRecovery } from '../../src/net/ways';
import type { ChangePage, Opening, Page, Seat, Upload } from '../../src/wire/messages';
import { Unreachable } from '../../src/wire/problems';
import { bonded, exchange, Person } from './people';

let server: Server;
const people: Person[] = [];

beforeAll(async () => {
  server = await Server.dated();
});

afterEach(() => {
  for (const person of people.splice(0)) person.kith.close();
});

afterAll(() => server.dispose());

/** A relay that remembers what was uploaded, and can lose an answer or act twice. */
class Watched extends Relay {
  readonly uploads: Upload[] = [];
  /** How many of the next answers to uploads are lost on their way. */
  lost = 0;
  /** Before it takes an upload: as if another device of the same person had been first. */
  before: (seat: Seat) => Promise<void> = () => Promise.resolve();
  lie: (page: Page) => Page = (page) => page;

  override async vote(seat: Seat, upload: Upload): Promise<void> {
    const before = this.before;
    this.before = () => Promise.resolve();
    await before(seat);
    await super.vote(seat, upload);
    this.uploads.push(upload);
    if (this.lost === 0) return;
    this.lost -= 1;
    throw new Unreachable('lost');
  }

  override async read(seat: Seat, after: number): Promise<Page> {
    return this.lie(await super.read(seat, after));
  }

  /** What it shows as changed, without anybody having changed it. */
  changed: ChangePage | null = null;

  override async changes(seat: Seat, after: number): Promise<ChangePage> {
    return this.changed ?? super.changes(seat, after);
  }
}

type Seen = Person & { relay: Watched };

async function two(): Promise<[ana: Seen, ben: Seen]> {
  const arrive = async (name: string): Promise<Seen> => {
    const relay = new Watched(server.origin);
    return Object.assign(await Person.arrive(name, relay), { relay });
  };
  const [ana, ben] = [await arrive('Ana'), await arrive('Ben')];
  people.push(ana, ben);
  await bonded(ana, ben);
  return [ana, ben];
}

const LOVE = { on: 'deeper', topic: 'love', ring: 1 } as const;
const RESUME = { on: 'resume' } as const;

async function says(person: Person, matter: Matter, yes = true): Promise<void> {
  const { local, kith } = person;
  await kith.noted(local, { note: 'comfort', comfort: 7, free: 7 });
  await kith.noted(local, { note: 'vote', matter, yes });
  await isUploaded(person);
}

function isUploaded(person: Person): Promise<void> {
  return person.sees('its votes uploaded', ({ record }) => {
    const { ballot, tick, noted, agreements } = record;
    const isEven = ballot.tick === tick && ballot.agreements === agreements;
    return isEven && ballot.noted === noted;
  });
}

const ringOf = (person: Person, topic: string) =>
  person.view.topics.find((wedge) => wedge.topic === topic)?.ring;

/** The night passes, and each looks again. */
async function tomorrow(days: number, ...looking: Person[]): Promise<void> {
  const before = looking.map((person) => person.bond.record.tick);
  await server.pass(days);
  for (const [i, person] of looking.entries()) {
    person.kith.look();
    await person.sees('the next tick', ({ record }) => record.tick > (before[i] ?? 0));
    await isUploaded(person);
  }
}

test('a ring opens only when both have said yes, at the next tick, and a lone yes shows nowhere', async () => {
  const [ana, ben] = await two();
  const alone = JSON.stringify(ben.view);
  await says(ana, LOVE);
  expect(ana.view.own.yes).toEqual([LOVE]);
  await tomorrow(1, ana, ben);
  expect(JSON.stringify(ben.view)).toBe(alone);
  expect(ben.bond.record.head).toBe(ana.bond.record.head);
  expect(ringOf(ana, 'love')).toBe(0);

  await says(ben, LOVE);
  expect(ringOf(ben, 'love')).toBe(0);
  await tomorrow(1, ana, ben);
  for (const person of [ana, ben]) {
    await person.sees('love open', () => ringOf(person, 'love') === 1);
    expect(person.bond.record).toMatchObject({ agreements: 1, alarm: null });
    expect(person.view.setAside).toBe(0);
  }

  // Whoever comes to it later, with nothing read so far, reads the same.
  await ana.reload();
  expect(ringOf(ana, 'love')).toBe(1);
});

test('a yes that was taken back before the tick is none, and leaves no trace', async () => {
  const [ana, ben] = await two();
  await says(ben, LOVE);
  await says(ana, LOVE);
  await ana.kith.noted(ana.local, { note: 'vote', matter: LOVE, yes: false });
  await isUploaded(ana);
  await tomorrow(1, ana, ben);
  for (const person of [ana, ben]) {
    expect(ringOf(person, 'love')).toBe(0);
    expect(person.bond.record).toMatchObject({ agreements: 0, alarm: null });
  }
});

test('a no to “without fear?” takes every yes back before the tick', async () => {
  const [ana, ben] = await two();
  await says(ana, LOVE);
  await says(ben, LOVE);
  await ana.kith.noted(ana.local, { note: 'safety', free: false });
  await isUploaded(ana);
  await tomorrow(1, ana, ben);
  expect([ringOf(ana, 'love'), ringOf(ben, 'love')]).toEqual([0, 0]);
});

test('a yes that another device has taken back goes out no more from a tab that stayed open', async () => {
  const [ana, ben] = await two();
  const lines = await proposeRecovery();
  await ana.kith.keys.addWay({ with: 'recovery', lines });
  await says(ana, LOVE);
  await ana.kith.keys.bring();
  const laptop = await another(ana, lines);
  await laptop.kith.noted(laptop.local, { note: 'vote', matter: LOVE, yes: false });
  await isUploaded(laptop);
  await laptop.kith.keys.bring();
  // Nothing has told the first device yet; what it notes makes it upload anew.
  const said: unknown[] = [];
  ana.relay.before = () => Promise.resolve(void said.push(ana.bond.record.own.votes));
  await ana.kith.noted(ana.local, { note: 'comfort', comfort: 6, free: 7 });
  await isUploaded(ana);
  expect(said).toEqual([[]]);
  expect(ana.bond.record.ballot.yes).toEqual([]);
  await says(ben, LOVE);
  await tomorrow(1, ana, ben);
  expect([ringOf(ana, 'love'), ringOf(ben, 'love')]).toEqual([0, 0]);
});

/** The same person in another browser, by the sheet. */
async function another(person: Seen, lines: readonly [string, string]): Promise<Seen> {
  const relay = new Watched(server.origin);
  const claim = await claimOf(await person.kith.keys.accountLine(), { with: 'recovery', lines });
  const store = new MemoryStore();
  const kith = await Kith.over(await arrive(new VaultRelay(relay), store, claim), relay);
  await kith.keys.bring();
  const there = new Person(person.name, store, relay, kith, person.local);
  people.push(there);
  return Object.assign(there, { relay });
}

test('an upload has one shape whatever it says, and no tag is ever sent twice', async () => {
  const [ana] = await two();
  await says(ana, LOVE);
  await says(ana, LOVE, false);
  await says(ana, LOVE);
  const { uploads } = ana.relay;
  expect(uploads.length).toBeGreaterThan(3);
  const shapes = new Set(uploads.map(({ gates }) => JSON.stringify(gates.map(shapeOf))));
  expect(shapes.size).toBe(1);
  const tags = uploads.flatMap(({ gates }) =>
    gates.flatMap(({ votes }) => votes.flatMap((vote) => vote.tags)),
  );
  expect(new Set(tags).size).toBe(tags.length);
});

function shapeOf({ gate, votes }: Upload['gates'][number]) {
  return [gate, ...votes.map(({ tags, box }) => [tags.length, box.length])];
}

test('a lost answer, and another device that was first, cost an upload and no yes', async () => {
  const [ana, ben] = await two();
  await isUploaded(ana);
  ana.relay.lost = 1;
  ana.relay.before = async (seat) => {
    const counters = await ana.relay.counters(seat);
    const last = ana.relay.uploads.at(-1);
    if (last !== undefined) await new Relay(server.origin).vote(seat, { ...last, ...counters });
  };
  await says(ana, LOVE);
  await says(ben, LOVE);
  await tomorrow(1, ana, ben);
  await ana.sees('love open', () => ringOf(ana, 'love') === 1);
});

test('notes leave counters for taking back, which is possible to the last', async () => {
  const [ana, ben] = await two();
  await says(ben, LOVE);
  await says(ana, LOVE);
  const most = () => Math.max(...(ana.relay.uploads.at(-1)?.counters ?? []));
  while (most() < 12) {
    await ana.kith.noted(ana.local, { note: 'comfort', comfort: 7, free: 7 });
    await isUploaded(ana);
  }
  await ana.kith.noted(ana.local, { note: 'comfort', comfort: 6, free: 7 });
  expect(most()).toBe(12);
  await ana.kith.noted(ana.local, { note: 'vote', matter: LOVE, yes: false });
  await isUploaded(ana);
  expect(most()).toBe(13);
  await tomorrow(1, ana, ben);
  expect(ringOf(ana, 'love')).toBe(0);
});

test('a relay that opens a yes which was taken back is found out', async () => {
  const [ana, ben] = await two();
  await says(ben, LOVE);
  await says(ana, LOVE);
  const [mine, theirs] = [ana.relay.uploads.at(-1), ben.relay.uploads.at(-1)];
  await ana.kith.noted(ana.local, { note: 'vote', matter: LOVE, yes: false });
  await isUploaded(ana);
  const { head } = ana.bond.record;
  // What a relay can do that has kept both uploads: show every gate as if it had opened.
  const opened = (mine?.gates ?? []).map(({ gate, votes }, at): Opening => {
    const box = votes[0]?.box ?? '';
    const other = theirs?.gates[at]?.votes[0]?.box ?? '';
    const parts: Opening['parts'] = [{ event: box }, { event: other }];
    return { seq: head + 1 + at, day: mine?.tick ?? 0, gate, parts };
  });
  ana.relay.lie = (page) => ({ ...page, entries: [...page.entries, ...opened] });
  ana.kith.look();
  await ana.sees('that it was not mine', ({ record }) => record.alarm === 'not-mine');
});

test('a relay that echoes the tags of one opens nothing', async () => {
  const [ana, ben] = await two();
  await says(ben, LOVE);
  await says(ana, LOVE);
  const { head } = ana.bond.record;
  const opened = (ana.relay.uploads.at(-1)?.gates ?? []).map(({ gate, votes }, at): Opening => {
    const box = votes[0]?.box ?? '';
    return {
      seq: head + 1 + at,
      day: ana.bond.record.tick,
      gate,
      parts: [{ event: box }, { event: box }],
    };
  });
  ana.relay.lie = (page) => ({ ...page, entries: [...page.entries, ...opened] });
  ana.kith.look();
  await ana.sees('twelve openings', ({ record }) => record.head === head + 12);
  expect(ringOf(ana, 'love')).toBe(0);
  expect(ana.bond.record).toMatchObject({ agreements: 0, alarm: null });
});

test('a bond that rests until both want to goes on at the tick after both have said so', async () => {
  const [ana, ben] = await two();
  await ana.kith.act(ana.local, { type: 'rest' });
  await ben.sees('rest', ({ view }) => view.together.state === 'rests');
  await says(ana, RESUME);
  await tomorrow(1, ana, ben);
  expect(ana.view.together.state).toBe('rests');
  await says(ben, RESUME);
  await tomorrow(1, ana, ben);
  for (const person of [ana, ben]) {
    await person.sees('going on', ({ view }) => view.together.state === 'goes-on');
  }
});

test('something is mended when both say so, and not before it was said back', async () => {
  const [ana, ben] = await two();
  const id = await exchange(ana, ben, 'everyday-1-001');
  await ana.kith.act(ana.local, {
    type: 'tell',
    exchange: id,
    misstep: 'too-fast',
    words: 'slower',
  });
  await ben.sees('the misstep', ({ view }) => view.together.repairs.length === 1);
  await ben.kith.act(ben.local, { type: 'say-back', exchange: id, words: 'it was too fast' });
  await ana.sees('said back', ({ view }) => view.together.repairs[0]?.saidBack !== null);
  expect(ana.view.together.repairs[0]?.saidBack).toBe('it was too fast');
  for (const person of [ana, ben]) await says(person, { on: 'mended' });
  await tomorrow(1, ana, ben);
  for (const person of [ana, ben]) {
    await person.sees('mended', ({ view }) => view.together.repairs.every(({ mended }) => mended));
  }
});

test('an evening in two places begins at once when both have said yes, and each can stop it', async () => {
  const [ana, ben] = await two();
  await says(ana, { on: 'evening' });
  expect(ben.view.together.evening).toBe(false);
  await says(ana, { on: 'evening' }, false);
  await says(ben, { on: 'evening' });
  await ben.isEven();
  expect([ana.view.together.evening, ben.view.together.evening]).toEqual([false, false]);
  await says(ana, { on: 'evening' });
  for (const person of [ana, ben]) {
    await person.sees('the evening', ({ view }) => view.together.evening);
    expect(person.bond.record.agreements).toBe(1);
  }
  await ben.kith.act(ben.local, { type: 'end-evening' });
  await ana.sees('its end', ({ view }) => !view.together.evening);
});

test('an answer that is taken back is gone from the relay, with a tombstone in its place', async () => {
  const [ana, ben] = await two();
  const id = await exchange(ana, ben, 'everyday-1-001');
  ben.kith.close();
  await ana.kith.act(ana.local, { type: 'withdraw', exchange: id, part: 'answer' });
  await ana.sees('nothing more to erase', ({ record }) => record.takingBack.length === 0);
  const { entries } = await ana.relay.read(ana.bond.record, 0);
  const opening = entries.find((entry) => 'gate' in entry);
  expect(opening).toMatchObject({ parts: [{ tombstone: expect.any(String) as string }, {}] });
  expect(Object.keys(Array.isArray(opening?.parts) ? opening.parts[0] : {})).not.toContain('body');

  await ben.reload();
  ben.kith.look();
  const answer = () => ben.view.story.find(({ exchange: each }) => each === id)?.theirs;
  await ben.sees('that it was taken back', () => answer()?.withdrawn === true);
  expect(JSON.stringify(ben.bond.record.entries)).not.toContain('Ana on everyday-1-001');
  expect(ben.bond.record.alarm).toBeNull();
});

test('a tombstone that the server has made itself takes nothing away', async () => {
  const [ana, ben] = await two();
  const id = await exchange(ana, ben, 'everyday-1-001');
  const { entries } = await new Relay(server.origin).read(ben.bond.record, 0);
  const opening = entries.find((entry): entry is Opening => 'gate' in entry);
  if (opening === undefined) throw new Error('nothing has opened');
  const [{ event }, theirs] = opening.parts;
  const forged = { event, tombstone: theirs.event };
  const entry: Opening = { ...opening, parts: [forged, theirs] };
  ben.relay.changed = { changes: [{ change: 1, entry }], more: false };
  ben.relay.lie = (page) => ({ ...page, change: 1 });
  ben.kith.look();
  await ben.sees('the change', ({ record }) => record.change === 1);
  const card = ben.view.story.find((each) => each.exchange === id);
  expect(card?.theirs).toEqual({ words: 'Ana on everyday-1-001' });

  // And an entry that stood already cannot be shown with anything else changed.
  const other: Opening = { ...entry, day: entry.day - 1 };
  ben.relay.changed = { changes: [{ change: 2, entry: other }], more: false };
  ben.relay.lie = (page) => ({ ...page, change: 2 });
  ben.kith.look();
  await ben.sees('that it was shown otherwise', ({ record }) => record.alarm === 'rolled-back');
});

test('an end that is told later shows as a rest until its day, and then as any other end', async () => {
  const [ana, ben] = await two();
  const id = await exchange(ana, ben, 'everyday-1-001');
  await ana.kith.act(ana.local, { type: 'end', takeBack: true, later: true, note: 'be well' });
  await ben.sees('rest', ({ view }) => view.together.state === 'rests');
  await ana.sees('the end put off', ({ record }) => record.leaving?.sent === true);
  await ana.sees('words put off too', ({ record }) => record.takingBack.length === 0);
  const kept = JSON.stringify(await new Relay(server.origin).read(ben.bond.record, 0));
  expect(kept).not.toContain('tombstone');
  expect(kept).toContain('"ended":null');
  expect(ben.view.story[0]?.theirs?.words).toBe('Ana on everyday-1-001');

  await server.pass(43);
  ben.kith.look();
  await ben.sees('the end', ({ view }) => view.together.state === 'ended');
  expect(ben.view.together.note?.words).toBe('be well');
  expect(ben.view.story.find((card) => card.exchange === id)?.theirs?.withdrawn).toBe(true);
  expect(JSON.stringify(ben.bond.record.entries)).not.toContain('Ana on');
  expect(ben.bond.record.alarm).toBeNull();

  // After the end nothing can be added, and what is one's own can still be taken back.
  await expect(ben.kith.act(ben.local, { type: 'draw', prompt: 'work-1-001' })).rejects.toThrow();
  await ben.kith.act(ben.local, { type: 'withdraw', exchange: id, part: 'answer' });
  ana.kith.look();
  const theirs = () => ana.view.story.find((card) => card.exchange === id)?.theirs;
  await ana.sees('what Ben took back', () => theirs()?.withdrawn === true);
  expect(JSON.stringify(ana.bond.record.entries)).not.toContain('Ben on');
});
