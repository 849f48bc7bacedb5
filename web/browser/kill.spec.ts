import { test } from './kith';

test('the relay is killed after every step, and two people carry on with nothing lost', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  let kills = 0;
  const crash = async (): Promise<void> => {
    await server.kill();
    await server.up();
    kills += 1;
  };

  const link = await ana.invites();
  await crash();
  await ben.joins(link);
  await crash();
  await ana.confirms();
  await crash();
  const question = await ana.draws();
  await crash();
  await ben.seesCard(question);
  await crash();
  await ana.writes('under the table');
  await crash();
  await ana.seals();
  await ana.seesSealed();
  await crash();

  // While the relay is away, an answer is sealed on the device and goes out by itself later.
  await server.kill();
  await ben.writes('the smell of bread');
  await ben.seals();
  await ben.seesSealed();
  await server.up();
  kills += 1;

  await ana.seesOpened('under the table', 'the smell of bread');
  await crash();
  await ben.seesOpened('under the table', 'the smell of bread');
  await ben.responds('heard', 'I can see that table');
  await crash();
  await ana.responds('glad', 'bread, of all things');
  await crash();
  for (const person of [ana, ben]) {
    await person.seesInStory('I can see that table', 'bread, of all things');
    await person.reloads();
    await person.seesInStory('under the table', 'the smell of bread');
  }
  console.log(`the relay was killed ${String(kills)} times`);
});
