import { expect, test } from './kith';
import { faultless, fitting } from './faultless';
import { words } from '../src/ui/words';

test('what is sealed can be changed and taken back, and nothing is claimed before it is so', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await ben.joins(await ana.invites());
  await ana.confirms();
  const question = await ana.draws();
  await ben.seesCard(question);
  await ana.writes('the first thought');
  await ana.seals();
  await ana.seesSealed();

  await ana.context.setOffline(true);
  await ana.press(words.table.takeBack);
  await expect(ana.page.getByText(words.table.takingBack)).toBeVisible();
  await ana.context.setOffline(false);
  await expect(ana.page.getByText(words.table.takingBack)).toHaveCount(0);

  await ben.writes('the smell of bread');
  await ben.seals();
  await ben.seesSealed();
  await ana.reloads();
  await ana.seesCard(question);
  await expect(ana.page.getByLabel(words.table.yourAnswer)).toHaveValue('the first thought');
  await ana.writes('the second thought');
  await ana.seals();
  await ana.seesOpened('the second thought', 'the smell of bread');
  await ben.seesOpened('the second thought', 'the smell of bread');
  await expect(ben.page.getByText('the first thought')).toHaveCount(0);
});

test('an answer that was taken back and opens all the same stops my device', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await ben.joins(await ana.invites());
  await ana.confirms();
  await ben.seesCard(await ana.draws());
  await ana.writes('the first thought');
  await ana.sealsThere();

  // The relay says that it has taken the answer back, and has not.
  const today = (await (await fetch(`${server.origin}/v1/about`)).json()) as { day: number };
  await ana.context.route('**/gates/*', (route) => route.fulfill({ json: { day: today.day } }));
  await ana.press(words.table.takeBack);
  await expect(ana.page.getByText(words.table.takenBack)).toBeVisible();
  await ben.writes('the smell of bread');
  await ben.seals();
  await expect(ana.page.getByRole('alert')).toHaveText(words.state.alarm);
  for (const colorScheme of ['light', 'dark'] as const) {
    await ana.page.emulateMedia({ colorScheme });
    await faultless(ana.page, `a bond that has stopped, ${colorScheme}`);
  }
  await ana.page.setViewportSize({ width: 320, height: 640 });
  await fitting(ana.page, 'a bond that has stopped');
});
