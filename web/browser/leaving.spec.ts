import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { Person } from './person';

const SECRET = 'what nobody else should see';

test('leaving blanks at once, locks, works offline, and Back shows nothing', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await ana.page.goto(`${server.origin}/#/yours`);
  await ana.page.getByLabel(words.yours.notes).fill(SECRET);
  await expect.poll(() => keptOffline(ana)).toBe(true);
  await ana.page.goto(`${server.origin}/#/settings`);
  await expect(ana.page.getByRole('heading', { name: words.settings.title })).toBeVisible();
  const other = await ana.context.newPage();
  await other.goto(`${server.origin}/#/yours`);
  await expect(other.getByLabel(words.yours.notes)).toHaveValue(SECRET);

  await ana.context.setOffline(true);
  console.log(`leaving: blank after ${(await timeToBlank(ana)).toFixed(1)} ms`);
  for (const page of [ana.page, other]) {
    await page.waitForURL('**/away.html');
    expect(await page.title()).toBe('Notes');
    await expect(page.locator('body')).not.toContainText(words.name);
  }
  await ana.page.goBack();
  await expect(ana.button(words.locked.again)).toBeVisible();
  await expect(ana.page.locator('body')).not.toContainText(words.settings.look);
  expect(await ana.page.title()).toBe('Notes');
  await ana.page.goto(`${server.origin}/#/yours`);
  await expect(ana.button(words.locked.again)).toBeVisible();

  await ana.press(words.locked.again);
  await expect(ana.page.getByLabel(words.yours.notes)).toHaveValue(SECRET);
});

test('Esc three times leaves from anywhere, and twice does not', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  for (const address of [server.origin, `${server.origin}/#/start`, `${server.origin}/info.html`]) {
    await ana.page.goto(address);
    if (await ana.button(words.locked.again).isVisible()) await ana.press(words.locked.again);
    await expect(ana.button(words.frame.leave)).toBeVisible();
    await ana.page.keyboard.press('Escape');
    await ana.page.keyboard.press('Escape');
    await expect(ana.button(words.frame.leave)).toBeVisible();
    await ana.page.keyboard.press('Escape');
    await ana.page.waitForURL('**/away.html');
  }
});

test('removing everything from this device leaves nothing behind', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await ana.invites();
  await ana.page.goto(`${server.origin}/#/settings`);
  await ana.page.getByText(words.settings.forget).click();
  await ana.press(words.settings.forgetYes);
  await ana.page.waitForURL('**/away.html');
  await ana.page.goto(server.origin);
  await expect(ana.page.getByRole('heading', { name: words.arrive.title })).toBeVisible();
});

/** Presses the button; within the click nothing of the page is left. Milliseconds (TRUST D32: 150). */
function timeToBlank(person: Person): Promise<number> {
  return person.page.evaluate(() => {
    const began = performance.now();
    const button = document.querySelector<HTMLButtonElement>('button.leave');
    button?.click();
    if (document.body.textContent.trim() !== '') throw new Error('something can still be seen');
    return performance.now() - began;
  });
}

/** Whether the service worker has kept the neutral page. */
export function keptOffline(person: Person): Promise<boolean> {
  return person.page.evaluate(async () => (await caches.match('/away.html')) !== undefined);
}
