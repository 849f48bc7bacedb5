import { resolve } from 'node:path';
import { build } from 'vite';
import { words } from '../src/ui/words';
import { expect, test } from './kith';
import { SLOWER, slowed, told, usable } from './figures';

/** Years of a bond: 1,250 exchanges, each drawn, opened, and responded to by both. */
const MANY = 5_000;

/** Each figure is the middle one of so many. */
const ROUNDS = 5;

test('a bond of 5,000 entries opens in a moment, folded anew and as it was kept', async ({
  serve,
  browser,
}) => {
  const { origin } = await serve();
  const code = await bundled();
  for (const rate of [1, SLOWER]) {
    const figures = { first: [] as number[], kept: [] as number[], anew: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      // What is laid there beforehand is no script of the page, and comes from no server.
      const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.goto(`${origin}/away.html`);
      await page.addScriptTag({ content: code });
      const local = await page.evaluate(`keepYears(${String(MANY)})`);
      const session = await slowed(page, rate);
      // No relay knows this bond. A route of Playwright's would lead every other request astray, too.
      await session.send('Network.enable');
      await session.send('Network.setBlockedURLs', { urls: ['*/v1/*'] });
      const look = async () => {
        await page.goto(`${origin}/away.html`);
        await page.goto(`${origin}/#/bond/${String(local)}`);
        return usable(page, words.inner.landed.title);
      };
      const isKept = () => page.evaluate(keptView, { local: String(local), dropped: false });
      figures.first.push(await look());
      await expect.poll(isKept).toBe(true);
      figures.kept.push(await look());
      // As on the first look of another day.
      await page.goto(`${origin}/away.html`);
      await page.evaluate(keptView, { local: String(local), dropped: true });
      expect(await isKept()).toBe(false);
      figures.anew.push(await look());
      await context.close();
    }
    const figure = (how: string, all: readonly number[]) =>
      console.log(`${String(MANY)} entries, ${String(rate)} times slower, ${how}: ${told(all)}`);
    figure('the first time in a browser', figures.first);
    figure('the first time of a day, folded anew', figures.anew);
    figure('again, as it was kept', figures.kept);
    expect(figures.anew).toHaveLength(ROUNDS);
  }
});

/** What keeps such a bond, as one script for a page. */
async function bundled(): Promise<string> {
  const entry = resolve('browser/years.ts');
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, name: 'years', formats: ['iife'] },
    },
  });
  const [{ output }] = made as unknown as [{ output: { code: string }[] }];
  return output[0]?.code ?? '';
}

/** Whether this browser keeps how that bond was seen last; it is dropped there, if so wished. */
function keptView({ local, dropped }: { local: string; dropped: boolean }): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kith');
    opening.onerror = () => reject(new Error('no database'));
    opening.onsuccess = () => {
      const { result } = opening;
      const transaction = result.transaction('boxes', 'readwrite');
      const boxes = transaction.objectStore('boxes');
      const found = boxes.getKey(`view/${local}`);
      if (dropped) boxes.delete(`view/${local}`);
      transaction.onabort = () => reject(new Error('no box'));
      transaction.oncomplete = () => {
        result.close();
        resolve(found.result !== undefined);
      };
    };
  });
}
