import { expect, test, vi } from 'vitest';
import { ownWordsOf } from '../../src/ui/bond/export';
import { bonded, exchange, Person } from '../net/people';
import { serving } from '../net/serving';

const { relay, open } = await serving();

vi.setConfig({ testTimeout: 120_000 });

test('everything that one wrote is in the file, and nothing of the other', async () => {
  const ana = await Person.arrive('Ana', relay);
  const ben = await Person.arrive('Ben', relay);
  open.push(ana.kith, ben.kith);
  await bonded(ana, ben);
  const id = await exchange(ana, ben, 'everyday-1-001');
  const where = { topic: 'everyday', ring: 1, language: 'en' } as const;

  const step = { type: 'offer', ...where, text: 'About a summer' } as const;
  const told = (await ben.kith.act(ben.local, step)) ?? '';
  await ana.seesCard(told, 'drawn');
  await ben.kith.seal(ben.local, told, 'I was ill that summer');
  await ana.kith.listen(ana.local, told);
  await ana.seesCard(told, 'opened');
  await ana.kith.respond(ana.local, told, { ways: ['glad'], words: 'Thank you' });
  await ben.seesCard(told, 'settled');

  await ana.kith.act(ana.local, {
    type: 'tell',
    exchange: id,
    misstep: 'judged',
    words: 'It stung',
  });
  await ben.sees('it', ({ view }) => view.together.repairs.length === 1);
  await ben.kith.act(ben.local, { type: 'say-back', exchange: id, words: 'It hurt you' });
  await ana.sees('it', ({ view }) => view.together.repairs[0]?.saidBack === 'It hurt you');
  await ana.kith.act(ana.local, { type: 'end', note: 'Be well' });
  await ben.sees('the end', ({ view }) => view.together.note !== null);

  const hers = ownWordsOf(ana.bond);
  expect(hers.exchanges).toMatchObject([
    { answer: 'Ana on everyday-1-001', heard: ['heard'], response: '' },
    { prompt: '', answer: null, heard: ['glad'], response: 'Thank you' },
  ]);
  expect(hers.repairs).toEqual([
    { topic: 'everyday', told: 'It stung', saidBack: null, owned: null },
  ]);
  expect(hers.lastLine).toBe('Be well');
  const text = JSON.stringify(hers);
  for (const word of ['Ben', 'ill that summer', 'About a summer', 'It hurt you']) {
    expect(text).not.toContain(word);
  }

  const his = ownWordsOf(ben.bond);
  expect(his.exchanges[1]).toMatchObject({
    prompt: 'About a summer',
    answer: 'I was ill that summer',
  });
  expect(his.repairs).toEqual([
    { topic: 'everyday', told: null, saidBack: 'It hurt you', owned: null },
  ]);
  expect(his.lastLine).toBe(null);
  expect(JSON.stringify(his)).not.toContain('It stung');
});
