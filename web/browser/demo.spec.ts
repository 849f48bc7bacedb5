import { expect, test } from './kith';
import { words } from '../src/ui/words';

test('one visitor tries both sides in one window', async ({ serve, page }) => {
  const server = await serve('--demo');
  await page.goto(`${server.origin}/demo`);
  const one = page.locator('iframe').nth(0).contentFrame();
  const other = page.locator('iframe').nth(1).contentFrame();

  await one.getByRole('button', { name: words.arrive.start }).click();
  await one.getByLabel(words.start.yourName).fill('Ana');
  await one.getByRole('button', { name: words.start.make }).click();
  const link = (await one.locator('[data-link]').textContent()) ?? '';
  await other.getByRole('button', { name: words.arrive.haveLink }).click();
  await other.getByLabel(words.join.paste).fill(link);
  await other.getByRole('button', { name: words.join.open }).click();
  await other.getByLabel(words.join.yourName).fill('Ben');
  await other.getByRole('button', { name: words.join.join, exact: true }).click();
  await one.getByRole('button', { name: words.invite.yes }).click();

  await other.locator('.choice.deck').first().click();
  await other.getByRole('button', { name: words.table.draw }).click();
  for (const [side, text] of [
    [one, 'under the table'],
    [other, 'the smell of bread'],
  ] as const) {
    await side.getByLabel(words.table.yourAnswer).fill(text);
    await side.getByRole('button', { name: words.table.seal }).click();
  }
  for (const side of [one, other]) {
    await expect(side.getByText('under the table')).toBeVisible();
    await expect(side.getByText('the smell of bread')).toBeVisible();
  }
});

test('without --demo there is no demo page, and no page lets itself be framed', async ({
  serve,
}) => {
  const server = await serve();
  expect((await fetch(`${server.origin}/demo`)).status).toBe(404);
  const policy = (await fetch(server.origin)).headers.get('content-security-policy');
  expect(policy).toContain("frame-ancestors 'none'");
});
