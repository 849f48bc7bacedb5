import { faultless, fitting } from './faultless';
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

test('the tour and every component are without fault in both themes', async ({ serve, page }) => {
  const server = await serve('--demo');
  await page.goto(`${server.origin}/demo`);
  await page.getByLabel(words.demo.tabs.tour).check();
  for (const [at, sentence] of words.demo.stops.entries()) {
    await expect(page.getByText(sentence)).toBeVisible();
    await faultless(page, `stop ${String(at + 1)}`);
    const next = page.getByRole('button', { name: words.demo.next, exact: true });
    if (await next.isEnabled()) {
      await next.press('Enter');
      await expect(next).toBeFocused();
    }
  }
  await page.getByLabel(words.demo.tabs.story).check();
  const scrub = page.getByLabel(words.demo.scrub);
  await scrub.press('End');
  await expect(page.locator('.glass').first().getByText('What are you glad of')).toBeVisible();
  await scrub.press('Home');
  await expect(page.locator('.glass article[data-card]')).toHaveCount(0);
  const mara = page.locator('.glass').first();
  await mara.getByRole('link', { name: words.places.map, exact: true }).click();
  await scrub.press('End');
  await expect(mara.getByRole('heading', { level: 1 })).toHaveText(words.table.map);

  await page.goto(`${server.origin}/design.html`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await faultless(page, 'the design');
  await page.setViewportSize({ width: 320, height: 256 });
  await fitting(page, 'the design, enlarged four times');
});
