import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { Person } from './person';

const QUESTION = 'What is a small kindness from someone that you still remember?';

const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 860 } };

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`pictures, ${size}, ${colorScheme}`, async ({ serve, arrive }) => {
      const server = await serve('--operator', 'the people who keep this server');
      const shown = async (name: string): Promise<Person> => {
        const person = await arrive(name, server);
        await person.page.setViewportSize(viewport);
        await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        return person;
      };
      const picture = async (person: Person, screen: string): Promise<void> => {
        await person.page.evaluate(() => document.fonts.ready);
        const path = `target/pictures/${screen}-${size}-${colorScheme}.png`;
        await person.page.screenshot({ path, fullPage: true });
      };
      const ana = await shown('Ana');
      const ben = await shown('Ben');
      await picture(ana, 'arrive');
      await ana.press(words.arrive.start);
      await ana.page.getByLabel(words.start.yourName).fill('Ana');
      await picture(ana, 'start');
      await ana.page.goto(server.origin);
      const link = await ana.invites();
      await picture(ana, 'link');
      await ben.page.goto(link);
      await expect(ben.button(words.join.join)).toBeVisible();
      await picture(ben, 'join');
      await ben.joins(link);
      await expect(ana.button(words.invite.yes)).toBeVisible();
      await picture(ana, 'asked');
      await ana.confirms();
      await picture(ana, 'table');
      await ana.press(words.check.open);
      await picture(ana, 'check');
      await ana.press(words.check.same);
      await findsCard(ana);
      await ana.writes(
        'A neighbour left soup at our door the week my sister was ill. She never said it was her.',
      );
      await picture(ana, 'writing');
      await ana.seals();
      await ana.seesSealed();
      await picture(ana, 'sealed');
      const his =
        'A bus driver who waited while I ran. I was nineteen and late for everything that year.';
      await ben.writes(his);
      await ben.seals();
      await ben.seesOpened(his);
      await ana.seesOpened(his);
      await picture(ben, 'opened');
      await ana.responds('glad', 'I would have liked that neighbour.');
      await ben.responds('thanks', '');
      await ana.seesInStory('I would have liked that neighbour.');
      await picture(ana, 'story');
      await ana.page.goto(server.origin);
      await expect(ana.page.getByRole('heading', { name: words.home.title })).toBeVisible();
      await picture(ana, 'home');
    });
  }
}

/** Draws and swaps until the card is on offer that the answers in the pictures belong to. */
async function findsCard(person: Person): Promise<void> {
  const wanted = person.page.locator('.choice.deck', { hasText: QUESTION });
  while ((await wanted.count()) === 0) {
    await person.draws();
    await person.press(words.table.swap);
    await expect(person.page.locator('article[data-card]')).toHaveCount(0);
  }
  await wanted.click();
  await person.press(words.table.draw);
  await person.seesCard(QUESTION);
}
