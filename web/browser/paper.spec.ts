import { readFile } from 'node:fs/promises';
import { words } from '../src/ui/words';
import { bonded, HERS } from './bonding';
import { expect, test } from './kith';

test('one’s own words go into a file, and the page says where it is', async ({ serve, arrive }) => {
  const { ana } = await bonded({ serve, arrive });
  await ana.page.getByRole('link', { name: words.more.title }).click();
  const [file] = await Promise.all([ana.page.waitForEvent('download'), ana.press(words.export.do)]);
  await expect(ana.page.getByText(words.export.saved(file.suggestedFilename()))).toBeVisible();
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain(HERS);
  expect(text).toContain('"glad"');
  expect(text).not.toContain('the smell of bread');
});

test('on paper each has a name, and from there one comes back to where one was', async ({
  serve,
  arrive,
}) => {
  const { ana } = await bonded({ serve, arrive });
  const title = ana.page.getByRole('heading', { level: 1 });
  await ana.page.getByRole('link', { name: words.more.title }).click();
  await ana.press(words.export.account);
  await expect(title).toHaveText(words.account.title);
  await ana.page.getByRole('link', { name: `‹ ${words.more.title}` }).click();
  await expect(title).toHaveText(words.more.title);

  await ana.page.getByRole('link', { name: words.export.story, exact: true }).click();
  await ana.page.emulateMedia({ media: 'print' });
  await expect(title).toHaveText('Ana and Ben');
  const told = ana.page.locator('.printed figcaption');
  await expect(told).toHaveText(['Ben', 'Ana']);
  await expect(ana.page.getByText(words.respond.theirs('Ana'))).toBeVisible();
  await expect(ana.page.getByText(words.respond.yours, { exact: true })).toHaveCount(0);
  const back = ana.page.getByRole('link', { name: `‹ ${words.table.story}` });
  await expect(back).toBeHidden();
  await ana.page.emulateMedia({ media: 'screen' });
  await back.click();
  await expect(title).toHaveText(words.table.story);
});
