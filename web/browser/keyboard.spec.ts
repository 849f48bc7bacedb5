import { expect, test } from './kith';
import { type Page } from '@playwright/test';
import { words } from '../src/ui/words';

/** No screen of Kith has more stops than this. */
const MOST_STOPS = 80;

test('everything can be done with the keyboard alone', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);

  await pressed(ana.page, words.arrive.start);
  await typed(ana.page, words.start.yourName, 'Ana');
  await pressed(ana.page, words.start.make);
  const link = (await ana.page.locator('[data-link]').textContent()) ?? '';
  await pressed(ben.page, words.arrive.haveLink);
  await typed(ben.page, words.join.paste, link);
  await ben.page.keyboard.press('Enter');
  await typed(ben.page, words.join.yourName, 'Ben');
  await pressed(ben.page, words.join.join);
  await pressed(ana.page, words.invite.yes);

  await reached(ana.page, async () => (await focus(ana.page)).type === 'radio');
  await ana.page.keyboard.press('Space');
  await pressed(ana.page, words.table.draw);
  for (const [person, text] of [
    [ana, 'under the table'],
    [ben, 'the smell of bread'],
  ] as const) {
    await typed(person.page, words.table.yourAnswer, text);
    await pressed(person.page, words.table.seal);
  }
  for (const person of [ana, ben]) {
    await person.seesOpened('under the table', 'the smell of bread');
    await pressed(person.page, words.respond.begin);
    await reached(person.page, async () => (await focus(person.page)).type === 'checkbox');
    await person.page.keyboard.press('Space');
    await pressed(person.page, words.respond.send);
  }
  await ana.seesInStory('under the table', 'the smell of bread');
  await ben.seesInStory('under the table', 'the smell of bread');
});

interface Focused {
  name: string;
  type: string;
}

/** What has the focus: its visible name, and what kind of thing it is. */
function focus(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const labelled = at as HTMLInputElement | null;
    const label = labelled?.labels?.[0]?.textContent ?? at?.textContent ?? '';
    return { name: label.trim(), type: at?.getAttribute('type') ?? at?.tagName ?? '' };
  });
}

/** Tabs on until it is there; fails when a whole round did not find it. */
async function reached(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        for (let stop = 0; stop < MOST_STOPS; stop++) {
          if (await isThere()) return true;
          await page.keyboard.press('Tab');
        }
        return false;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

async function pressed(page: Page, label: string): Promise<void> {
  await expect(page.getByRole('button', { name: label, exact: true })).toBeEnabled();
  await reached(page, async () => (await focus(page)).name === label);
  await page.keyboard.press('Enter');
}

async function typed(page: Page, label: string, text: string): Promise<void> {
  await expect(page.getByLabel(label)).toBeVisible();
  await reached(page, async () => (await focus(page)).name === label);
  await page.keyboard.type(text);
}
