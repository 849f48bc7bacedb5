import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { bonded, keepsLater } from './bonding';
import type { Person } from './person';
import { foldedAt, isSettled } from './settled';

test('without the server Kith opens, reads, keeps drafts and ends', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await ben.joins(await ana.invites());
  await ana.confirms();
  await ana.draws();
  await ana.writes('under the table');
  const kept = () => ana.page.evaluate(async () => (await caches.match('/')) !== undefined);
  await expect.poll(kept).toBe(true);
  await ana.reloads();
  await expect(ana.page.getByLabel(words.table.yourAnswer)).toHaveValue('under the table');

  await server.kill();
  await ana.context.setOffline(true);
  await ana.reloads();
  await expect(ana.page.getByLabel(words.table.yourAnswer)).toHaveValue('under the table');
  await ana.writes('under the table, with a lamp');
  await ana.page.getByRole('link', { name: words.more.title }).click();
  await ana.page.getByText(words.end.title).click();
  await ana.press(words.end.do);
  await expect(ana.page.getByText(words.end.ended)).toBeVisible();

  await server.up();
  await ana.context.setOffline(false);
  await expect(ben.page.getByText(words.end.ended)).toBeVisible();
});

test('it can be installed, and its worker keeps no word and answers nothing of the relay', async ({
  serve,
}) => {
  const server = await serve();
  const manifest = (await (await fetch(`${server.origin}/manifest.webmanifest`)).json()) as {
    display: string;
    start_url: string;
    icons: { src: string }[];
  };
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/' });
  for (const { src } of manifest.icons) {
    expect((await fetch(`${server.origin}${src}`)).status).toBe(200);
  }
  const worker = await (await fetch(`${server.origin}/worker.js`)).text();
  expect(worker).toContain('/away.html');
  expect(worker).not.toContain('/v1');
});

/** What may have come before the first page can be used, and before a bond can begin (gzipped bytes). */
const MOST_WEIGHT = 150 * 1024;

test('the first visit is light, and so is the way to the first bond', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await expect(ana.button(words.arrive.start)).toBeVisible();
  const first = await weight(ana, server.origin);
  await ana.press(words.arrive.start);
  await expect(ana.button(words.start.make)).toBeVisible();
  const started = await weight(ana, server.origin);
  await ana.page.getByLabel(words.start.yourName).fill('Ana');
  await ana.press(words.start.make);
  await expect(ana.page.locator('[data-link]')).toContainText('/j#');
  await ana.page.waitForFunction(() => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    return ['/model-', '/border-', '/founding'].every((part) =>
      names.some((name) => name.includes(part)),
    );
  });
  const whole = await weight(ana, server.origin);
  console.log(
    `first load: ${String(first)} bytes; until a bond can begin: ${String(started)}; ` +
      `with all that folds one, behind the link: ${String(whole)}`,
  );
  expect(first).toBeGreaterThan(10_000);
  expect(started).toBeGreaterThan(first);
  expect(started).toBeLessThanOrEqual(MOST_WEIGHT);
});

test('a table that is only looked at fetches nothing that folds, until somebody does something', async ({
  serve,
  arrive,
}) => {
  const { ana } = await bonded({ serve, arrive });
  const { page } = ana;
  await isSettled(page);
  const looked = page.waitForResponse((answer) => answer.url().includes('/entries?'));
  await ana.reloads();
  await looked;
  await expect(page.locator('[data-ask="landed"]')).toContainText(/“.+”/);
  const touched = await page.evaluate(() => performance.now());
  await keepsLater(ana);
  const question = await page.locator('.choice.deck .prompt').first().textContent();
  await page.locator('.choice.deck').first().click();
  await ana.press(words.table.draw);
  await ana.seesCard(question ?? '');
  const folded = await foldedAt(page);
  expect(folded).not.toHaveLength(0);
  for (const at of folded) expect(at).toBeGreaterThanOrEqual(touched);
});

/** Everything that the page has fetched so far but fonts, as it comes gzipped. */
async function weight(person: Person, origin: string): Promise<number> {
  const names = await person.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name).pathname)
      .filter((path) => /\.(js|css|svg)$/.test(path) && path !== '/worker.js'),
  );
  let bytes = 0;
  for (const path of new Set(['/', ...names])) {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'gzip' } });
    bytes += Number(answer.headers.get('content-length') ?? 0);
    await answer.arrayBuffer();
  }
  return bytes;
}
