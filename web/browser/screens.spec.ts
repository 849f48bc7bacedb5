import type { Page } from '@playwright/test';
import { expect, test } from './kith';
import { faultless, fitting, focusShows, helped, wayOut } from './faultless';
import * as places from './placewalks';
import * as walks from './walks';

// demo.spec.ts looks at every stop of the tour.
const { meeting, troubled } = walks;

for (const [name, walk] of Object.entries({ meeting, troubled, ...places })) {
  test(`no screen has an accessibility fault in either theme: ${name}`, async ({
    serve,
    arrive,
    page,
  }) => {
    await walk({ serve, arrive, page }, sound);
  });
}

/** The page of help itself, and what is looked at as it comes on paper. */
const WITHOUT_FOOT = ['information', 'sheet-on-paper', 'printed-story-on-paper'];

/** Where the way out of every screen stands, at one width. */
const waysOut = new Set<number>();

/** No fault in either theme, a focus that shows, and all fits a phone or four times enlarged. */
async function sound(page: Page, screen: string): Promise<void> {
  const wide = page.viewportSize() ?? { width: 1280, height: 720 };
  await faultless(page, screen);
  await focusShows(page, screen);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await fitting(page, `${screen} at ${String(width)}`);
  }
  if (!WITHOUT_FOOT.includes(screen)) await helped(page, screen);
  if (!screen.endsWith('-on-paper')) waysOut.add(await wayOut(page, screen));
  expect([...waysOut], `${screen}: the way out stands elsewhere`).toHaveLength(1);
  await page.setViewportSize(wide);
}
