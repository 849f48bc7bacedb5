import { expect, type Page } from '@playwright/test';
import { words } from '../src/ui/words';

/** What folds a bond, as the build names its files: what reads and sends, and the core. */
const FOLDS = /\/(?:model|border)-/;

/** Milliseconds from the request for the page until each file that folds was asked for. */
export async function foldedAt(page: Page): Promise<number[]> {
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
  );
  return files.filter(({ name }) => FOLDS.test(name)).map(({ startTime }) => startTime);
}

/** The table stands as it will be found again: how it looks is kept, and so are the app's files. */
export async function isSettled(page: Page): Promise<void> {
  const places = page.getByRole('navigation', { name: words.places.label });
  await expect(places).toBeVisible();
  const files = () => page.evaluate(async () => (await caches.match('/')) !== undefined);
  await expect.poll(files).toBe(true);
  // How it looks is kept once nothing of it changes any more.
  const isFolded = async () => {
    await page.reload();
    await expect(places).toBeVisible();
    return (await foldedAt(page)).length > 0;
  };
  await expect.poll(isFolded, { intervals: [1_000] }).toBe(false);
}
