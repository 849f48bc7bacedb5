import { expect, test } from 'vitest';
import type { CoreEvent } from '../../src/core/types';
import { newId, toBase64Url } from '../../src/crypto';
import { timeOf } from '../../src/net/clock';
import { Refused } from '../../src/net/exchange';
import { withEvents } from '../../src/net/writing';
import { bonded, exchange, Person } from './people';
import { serving } from './serving';

const { relay, open } = await serving();

async function two(): Promise<[Person, Person]> {
  const ana = await Person.arrive('Ana', relay);
  const ben = await Person.arrive('Ben', relay);
  open.push(ana, ben);
  await bonded(ana, ben);
  return [ana, ben];
}

/** Writes an event as other software might, past what this app offers. */
async function writes(person: Person, event: CoreEvent): Promise<void> {
  const { record } = person.bond;
  const said = { at: timeOf(record), events: [event] };
  const [entry] = (await withEvents({ ...record, outbox: [] }, said, [])).outbox;
  if (entry !== undefined) await person.relay.send(record, entry);
}

const PROMPT = {
  deck: 'own',
  id: 'own',
  topic: 'everyday',
  ring: 1,
  language: 'en',
  text: 'What do you see from your window?',
} as const;

const WORDS = { topic: 'everyday', ring: 1, language: 'en' } as const;

test('every kind of act crosses both ways and both see the same', async () => {
  const [ana, ben] = await two();
  const kinds = new Set<string>();
  const does = async (person: Person, deed: Parameters<Person['kith']['act']>[1]) => {
    const id = await person.kith.act(person.local, deed);
    kinds.add(deed.type);
    const other = person === ana ? ben : ana;
    await person.isEven();
    const { head } = person.bond.record;
    await other.sees(`entry ${String(head)}`, ({ record }) => record.head >= head);
    return id ?? '';
  };

  // A card of the deck, swapped; one of one's own, answered and responded to.
  const swapped = await does(ana, { type: 'draw', prompt: 'everyday-1-001' });
  await does(ben, { type: 'swap', exchange: swapped });
  expect(ana.view.table).toEqual([]);
  const told = await exchange(ben, ana, 'everyday-1-002');
  const written = await does(ben, { type: 'write', ...WORDS, text: 'What is on your desk?' });
  await ana.kith.seal(ana.local, written, 'a cup');
  await ben.kith.seal(ben.local, written, 'a lamp');
  await ana.seesCard(written, 'opened');
  await does(ana, { type: 'respond', exchange: written, ways: ['glad'], words: 'a lamp!' });
  await does(ben, { type: 'respond', exchange: written, ways: ['thanks'], words: 'a cup!' });

  // A first step: what is told opens when the other is ready to listen.
  const step = await does(ana, { type: 'offer', ...WORDS, text: 'about my morning' });
  expect(ben.view.table[0]).toMatchObject({ kind: 'first-step', toldByMe: false });
  await ana.kith.seal(ana.local, step, 'I walked to the river');
  await ben.kith.listen(ben.local, step);
  await ben.seesCard(step, 'opened');
  expect(ben.view.table[0]?.theirs).toEqual({ words: 'I walked to the river' });
  expect(ben.view.table[0]?.mine).toBeNull();
  await does(ben, { type: 'respond', exchange: step, ways: ['heard'], words: '' });
  await ana.seesCard(step, 'settled');

  // A question: the one who asked is the one who listens.
  const asked = await does(ben, { type: 'ask', ...WORDS, text: 'Which street was yours?' });
  await ben.kith.listen(ben.local, asked);
  await ana.kith.seal(ana.local, asked, 'the one by the bakery');
  await ben.seesCard(asked, 'opened');
  await does(ben, { type: 'respond', exchange: asked, ways: ['know'], words: '' });

  // A misstep, told and owned; then taken back.
  await does(ana, { type: 'tell', exchange: told, misstep: 'too-fast', words: 'slower, please' });
  await does(ben, { type: 'say-back', exchange: told, words: 'it was too fast' });
  const apology = { own: 'I hurried', differently: 'I will ask', regret: 'I am sorry' };
  await does(ben, { type: 'own', exchange: told, ...apology });
  expect(ana.view.together.repairs[0]).toMatchObject({ saidBack: 'it was too fast', apology });
  await does(ana, { type: 'withdraw', exchange: told, part: 'repair' });
  await does(ana, { type: 'withdraw', exchange: written, part: 'answer' });
  await does(ben, { type: 'withdraw', exchange: written, part: 'response' });
  await does(ben, { type: 'withdraw', exchange: written, part: 'prompt' });

  await does(ben, { type: 'step-back', topic: 'family', ring: 0 });
  await does(ana, { type: 'rest' });
  expect(ben.view.together.state).toBe('rests');
  await does(ana, { type: 'end', note: 'be well', takeBack: false });
  expect(ben.view.together).toMatchObject({ state: 'ended', note: { words: 'be well' } });
  await does(ana, { type: 'withdraw-note' });
  await ben.sees('no note any more', ({ view }) => view.together.note === null);

  expect([ana.view.setAside, ben.view.setAside]).toEqual([0, 0]);
  expect(kinds.size).toBeGreaterThanOrEqual(14);
  for (const person of [ana, ben]) {
    const before = person.view;
    await person.reload();
    expect(person.view).toEqual(before);
    const kept = JSON.stringify(person.bond.record.entries);
    const gone = ['"a cup"', 'a cup!', 'slower, please', 'be well', 'on your desk'];
    expect(gone.filter((words) => kept.includes(words))).toEqual([]);
    expect(kept).toContain('a lamp!');
  }
});

test('a card in two steps: both are bound first, and only then can either be read', async () => {
  const [ana, ben] = await two();
  const id = toBase64Url(newId());
  await writes(ana, { type: 'drawn', exchange: id, prompt: { ...PROMPT }, held: true });
  for (const person of [ana, ben]) await person.seesCard(id, 'drawn');

  // Ben is away when both are bound: nobody can read anything until his device comes back.
  await ben.kith.seal(ben.local, id, 'what Ben says');
  ben.kith.close();
  await ana.kith.seal(ana.local, id, 'what Ana says');
  await ana.seesCard(id, 'bound');
  const seen = JSON.stringify(await relay.read(ana.bond.record, 0));
  expect(seen).toContain('"gate"');
  await expect(ana.kith.seal(ana.local, id, 'other words')).rejects.toThrow('not-on-table');
  expect(ana.view.table[0]?.theirs).toBeNull();

  await ben.reload();
  ben.kith.look();
  for (const person of [ana, ben]) {
    await person.seesCard(id, 'opened');
    const { mine, theirs } = person.view.table[0] ?? {};
    expect([mine?.words, theirs?.words].sort()).toEqual(['what Ana says', 'what Ben says']);
    expect(person.bond.record.bound).toEqual({});
  }
});

test('a light card has a second gate as well, which means nothing to anyone', async () => {
  const [ana, ben] = await two();
  await exchange(ana, ben, 'everyday-1-001');
  const second = (person: Person) =>
    person.sees('an entry that means nothing', ({ record }) =>
      record.entries.some((entry) => 'nothing' in entry),
    );
  await second(ana);
  await second(ben);
  expect([ana.view.setAside, ben.view.setAside]).toEqual([0, 0]);
});

test('what a rule forbids is refused with its name, and nothing is written', async () => {
  const [ana] = await two();
  const before = ana.bond.record.outbox.length;
  const deep = { type: 'write', topic: 'everyday', ring: 2, language: 'en', text: 'Why?' } as const;
  await expect(ana.kith.act(ana.local, deep)).rejects.toMatchObject({
    reason: 'ring-closed',
    softer: ['keep-safe', 'first-step', 'soften'],
  });
  await expect(
    ana.kith.noted(ana.local, {
      note: 'vote',
      yes: true,
      matter: { on: 'deeper', topic: 'everyday', ring: 2 },
    }),
  ).rejects.toThrow(Refused);
  expect(ana.bond.record.outbox.length).toBe(before);
  expect(ana.bond.record.own.votes).toEqual([]);
});
