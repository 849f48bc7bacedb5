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
    const figures = { anew: [] as number[], kept: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      // What is laid there beforehand is no script of the page, and comes from no server.
      const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
      await context.route('**/v1/**', (route) => route.abort());
      const page = await context.newPage();
      await page.goto(`${origin}/away.html`);
      await page.addScriptTag({ content: code });
      const local = await page.evaluate(`keepYears(${String(MANY)})`);
      await slowed(page, rate);
      await page.goto(`${origin}/#/bond/${String(local)}`);
      figures.anew.push(await usable(page, words.inner.landed.title));
      await expect.poll(() => page.evaluate(keptView, String(local))).toBe(true);
      await page.goto(`${origin}/away.html`);
      await page.goto(`${origin}/#/bond/${String(local)}`);
      figures.kept.push(await usable(page, words.inner.landed.title));
      await context.close();
    }
    console.log(
      `${String(MANY)} entries, ${String(rate)} times slower, anew: ${told(figures.anew)}`,
    );
    console.log(
      `${String(MANY)} entries, ${String(rate)} times slower, kept: ${told(figures.kept)}`,
    );
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

/** Whether this browser keeps how that bond was seen last. */
function keptView(local: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kith');
    opening.onerror = () => reject(new Error('no database'));
    opening.onsuccess = () => {
      const { result } = opening;
      const found = result.transaction('boxes').objectStore('boxes').getKey(`view/${local}`);
      found.onerror = () => reject(new Error('no box'));
      found.onsuccess = () => {
        result.close();
        resolve(found.result !== undefined);
      };
    };
  });
}
