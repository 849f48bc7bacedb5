import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { Person } from './person';

/** Where the reviewed reference pictures lie. */
const FOLDER = '../docs/pictures/screens';

const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 860 } };

const HERS = 'A neighbour left soup at our door the week my sister was ill. She never said so.';
const HIS = 'A bus driver who waited while I ran. I was nineteen and late for everything.';
const REPLY = 'I would have liked that neighbour.';

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`pictures, ${size}, ${colorScheme}`, async ({ serve, arrive, page }) => {
      const server = await serve('--operator', 'the people who keep this server');
      const picture = async (of: Person['page'], screen: string): Promise<void> => {
        await of.evaluate(() => document.fonts.ready);
        await of.evaluate(() => window.scrollTo(0, 0));
        const height = await of.evaluate(() => document.documentElement.scrollHeight);
        await of.setViewportSize({ width: viewport.width, height: Math.max(height, 400) });
        const path = `${FOLDER}/${screen}-${size}-${colorScheme}.png`;
        await of.screenshot({ path, animations: 'disabled', caret: 'hide' });
        await of.setViewportSize(viewport);
      };
      const shown = async (name: string): Promise<Person> => {
        const person = await arrive(name, server);
        await person.page.setViewportSize(viewport);
        await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        return person;
      };
      const ana = await shown('Ana');
      const ben = await shown('Ben');
      await picture(ana.page, 'arrive');
      await ana.press(words.arrive.start);
      await picture(ana.page, 'start');
      await ana.page.goto(server.origin);
      const link = await ana.invites();
      await picture(ana.page, 'link');
      await ben.page.goto(link);
      await expect(ben.button(words.join.join)).toBeVisible();
      await picture(ben.page, 'join');
      await ben.joins(link);
      await expect(ana.button(words.invite.yes)).toBeVisible();
      await picture(ana.page, 'asked');
      await ana.confirms();
      await picture(ana.page, 'table');
      await findsCard(ana);
      await ana.writes(HERS);
      await picture(ana.page, 'writing');
      await ana.seals();
      await ana.seesSealed();
      await picture(ana.page, 'sealed');
      await ben.writes(HIS);
      await ben.seals();
      await ben.seesOpened(HIS);
      await ana.seesOpened(HIS);
      await picture(ben.page, 'opened');
      await ana.press(words.respond.begin);
      await picture(ana.page, 'hearing');
      await ana.reloads();
      await ana.responds('glad', REPLY);
      await ben.responds('thanks', '');
      await expect(ana.page.locator('[data-ask="landed"]')).toBeVisible();
      await picture(ana.page, 'landed');
      for (const part of ['map', 'story', 'yours'] as const) {
        await ana.goes(part);
        await picture(ana.page, part);
      }
      await ana.goes('map');
      await ana.page.locator('[data-cell="feelings-1"]').click();
      await picture(ana.page, 'cell');
      await ana.page.keyboard.press('Escape');
      await ana.goes('table');
      await ana.page.getByRole('link', { name: words.more.title }).click();
      await picture(ana.page, 'looking-after');
      for (const place of ['home', 'settings', 'evening'] as const) {
        await ana.page.goto(`${server.origin}/#/${place}`);
        await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
        await picture(ana.page, place);
      }
      await ana.page.goto(`${server.origin}/info.html`);
      await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
      await picture(ana.page, 'information');

      const trying = await serve('--demo');
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(`${trying.origin}/demo`);
      await page.getByLabel(words.demo.tabs.tour).check();
      for (const [at, sentence] of words.demo.stops.entries()) {
        await expect(page.getByText(sentence)).toBeVisible();
        if ([3, 5, 6, 8].includes(at)) await picture(page, `tour-${String(at + 1)}`);
        const next = page.getByRole('button', { name: words.demo.next, exact: true });
        if (await next.isEnabled()) await next.click();
      }
    });
  }
}

/** Draws by the map, so that the answers in the pictures belong to the card. */
async function findsCard(person: Person): Promise<void> {
  await person.goes('map');
  await person.page.locator('[data-cell="friends-1"]').click();
  const card = person.page.locator('dialog .prompt');
  while ((await card.textContent()) !== QUESTION) await person.press(words.cell.another);
  await person.page.getByRole('dialog').getByRole('button', { name: words.table.draw }).click();
  await person.seesCard(QUESTION);
}

const QUESTION = 'Which small kindness of a stranger do you still remember?';
