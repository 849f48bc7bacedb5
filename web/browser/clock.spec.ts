import { test } from './kith';

const YEAR_MS = 365 * 86_400_000;

for (const [name, shift] of [
  ['a year ahead', YEAR_MS],
  ['a year behind', -YEAR_MS],
] as const) {
  test(`a clock that is ${name} neither opens anything early nor traps anyone`, async ({
    serve,
    arrive,
  }) => {
    const server = await serve();
    const ana = await arrive('Ana', server);
    const ben = await arrive('Ben', server);
    await ben.context.clock.setFixedTime(Date.now() + shift);
    const link = await ana.invites();
    await ben.joins(link);
    await ana.confirms();
    const question = await ben.draws();
    await ana.seesCard(question);
    await ben.writes('the smell of bread');
    await ben.seals();
    await ben.seesSealed();
    await ana.seesCard(question);
    await ana.writes('under the table');
    await ana.seals();
    for (const person of [ana, ben])
      await person.seesOpened('under the table', 'the smell of bread');
  });
}
