import { expect, test } from '@playwright/test';
import { words } from '../src/ui/words';
import { Person } from './person';
import { Server } from './server';

const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 860 } };

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`pictures, ${size}, ${colorScheme}`, async ({ browser }) => {
      const server = await Server.start('--operator', 'the people who keep this server');
      const shown = async (name: string): Promise<Person> => {
        const person = await Person.arrive(browser, name, server.origin);
        await person.page.setViewportSize(viewport);
        await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        return person;
      };
      const picture = async (person: Person, screen: string): Promise<void> => {
        await person.page.evaluate(() => document.fonts.ready);
        const path = `../docs/pictures/${screen}-${size}-${colorScheme}.png`;
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
      await ana.draws();
      await ana.writes(
        'My grandmother kept the broken cups. She said they had earned their place.',
      );
      await picture(ana, 'writing');
      await ana.seals();
      await ana.seesSealed();
      await picture(ana, 'sealed');
      const his =
        'The smell of bread. My father got up at three, and I thought that was where mornings came from.';
      await ben.writes(his);
      await ben.seals();
      await ben.seesOpened(his);
      await ana.seesOpened(his);
      await picture(ben, 'opened');
      await ana.responds('glad', 'I can smell it now too.');
      await ben.responds('thanks', '');
      await ana.seesInStory('I can smell it now too.');
      await picture(ana, 'story');
      await ana.page.goto(server.origin);
      await expect(ana.page.getByRole('heading', { name: words.home.title })).toBeVisible();
      await picture(ana, 'home');
      await server.dispose();
    });
  }
}
