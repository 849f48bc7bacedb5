import { expect } from '@playwright/test';
import { words } from '../src/ui/words';
import type { Kith } from './kith';
import type { Person } from './person';
import type { Server } from './server';

/** What Ana says in the exchange that two people begin with here. */
export const HERS = 'under the table';

/** Two people who have met, and have opened and answered one card together. */
export async function bonded({
  serve,
  arrive,
}: Pick<Kith, 'serve' | 'arrive'>): Promise<{ ana: Person; ben: Person; server: Server }> {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await bond({ ana, ben });
  return { ana, ben, server };
}

/** The same for two who are there already. */
export async function bond(
  { ana, ben }: { ana: Person; ben: Person },
  { hers = HERS, reply = 'that is not so hard' } = {},
): Promise<void> {
  await ben.joins(await ana.invites());
  await ana.confirms();
  await ana.draws();
  await ana.writes(hers);
  await ana.seals();
  await ben.writes('the smell of bread');
  await ben.seals();
  for (const person of [ana, ben]) await person.seesOpened(hers);
  await ana.responds('glad', '');
  await ben.responds('heard', reply);
  for (const person of [ana, ben]) {
    await expect(person.page.locator('article[data-card="opened"]')).toHaveCount(0);
  }
}

/** Before a second card stands the question of keeping; whoever says "not now" can draw on. */
export async function keepsLater(...people: Person[]): Promise<void> {
  for (const person of people) {
    const landed = person.page.locator('[data-ask="landed"]');
    await expect(landed.or(person.button(words.keep.do))).toBeVisible();
    if (await landed.isVisible()) await person.press(words.inner.skip);
    await expect(person.button(words.keep.do)).toBeVisible();
    await expect(person.button(words.table.draw)).toHaveCount(0);
    await expect(person.button(words.own.open)).toHaveCount(0);
    await person.press(words.keep.later);
    await expect(person.button(words.keep.do)).toHaveCount(0);
    await expect(person.button(words.table.draw)).toBeVisible();
  }
}

/** Says yes to an evening in two places; it is noted on this device when this returns. */
export async function wantsEvening(person: Person): Promise<void> {
  const { page } = person;
  const table = page.url().replace(/\/evening$/, '');
  await page.goto(`${table}/evening`);
  await page.locator('summary', { hasText: words.evening.apart }).click();
  await person.press(words.evening.apartYes);
  // Where the other has said so before, it begins at once instead.
  const said = page.getByText(words.inner.deeper.said).or(page.getByText(words.evening.on));
  await expect(said.first()).toBeVisible();
}
