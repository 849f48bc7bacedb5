import { words } from '../src/ui/words';
import { bonded } from './bonding';
import { faultless } from './faultless';
import { keepsSheet } from './keeping';
import { expect, test } from './kith';
import type { Person } from './person';

test('a bond that has ended goes from this device, and stays with the other', async ({
  serve,
  arrive,
}) => {
  const { ana, ben } = await bonded({ serve, arrive });
  const table = ana.page.url();
  await ends(ana);
  await expect(ana.page.getByText(words.end.ended)).toBeVisible();
  await ana.page.getByText(words.end.remove, { exact: true }).click();
  await expect(ana.page.getByText(words.end.removeLead('Ben'))).toBeVisible();
  await expect(ana.page.getByText(words.end.removeOthers)).toHaveCount(0);
  await faultless(ana.page, 'removing a bond');
  await ana.press(words.end.removeYes);
  await expect(ana.button(words.arrive.start)).toBeVisible();
  await ana.page.goto(table);
  await ana.reloads();
  await expect(ana.button(words.arrive.start)).toBeVisible();
  await ben.seesInStory('the smell of bread');
});

test('until the server has the end, or what was taken back, the bond stays', async ({
  serve,
  arrive,
}) => {
  const { ana } = await bonded({ serve, arrive });
  const table = ana.page.url();
  await keepsSheet(ana);
  await ana.page.goto(table);
  await ana.context.setOffline(true);
  await ends(ana);
  const waits = ana.page.getByText(words.end.removeWaits);
  const remove = ana.page.getByText(words.end.remove, { exact: true });
  await expect(waits).toBeVisible();
  await expect(remove).toHaveCount(0);
  await ana.press(words.export.do);
  const saved = ana.page.getByText(words.export.saved('').split(', ')[1] ?? '');
  await expect(saved).toBeVisible();
  await ana.context.setOffline(false);
  await expect(remove).toBeVisible();
  await expect(waits).toHaveCount(0);
  // The page is the one that was there, with all that was open on it.
  await expect(saved).toBeVisible();
  await remove.click();
  await expect(ana.page.getByText(words.end.removeOthers)).toBeVisible();
  await expect(ana.button(words.end.removeYes)).toBeVisible();
});

test('whoever came to the step of keeping by its address stays within Kith', async ({
  serve,
  arrive,
}) => {
  const { ana } = await bonded({ serve, arrive });
  const { origin } = new URL(ana.page.url());
  await ana.page.goto('about:blank');
  await ana.page.goto(`${origin}/#/keep`);
  await ana.press(words.keep.later);
  await expect(ana.page).toHaveURL(`${origin}/#/home`);
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText(words.home.title);
});

async function ends(person: Person): Promise<void> {
  await person.page.getByRole('link', { name: words.more.title }).click();
  await person.page.getByText(words.end.title, { exact: true }).click();
  await person.press(words.end.do);
}
