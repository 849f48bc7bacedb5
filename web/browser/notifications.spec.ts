import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { faultless, fitting } from './faultless';
import { keepsSheet } from './keeping';
import type { Person } from './person';

test('notifications are off, say why they cannot be, and one shows a single word', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await ana.context.grantPermissions(['notifications'], { origin: server.origin });
  await ana.page.goto(`${server.origin}/#/settings`);
  await expect(ana.page.getByText(words.settings.wakeKeep)).toBeVisible();
  await keepsSheet(ana);
  await ana.press(words.open.stayDo);
  await ana.page.goto(`${server.origin}/#/settings`);
  await ana.page.getByText(words.settings.wakeHours, { exact: true }).click();
  await expect(ana.button(words.settings.wake)).toBeDisabled();
  for (const hour of [8, 12, 18, 20, 22]) await choose(ana, hour);
  await expect(ana.button(words.settings.wake)).toBeDisabled();
  await choose(ana, 12);
  await ana.page.setViewportSize({ width: 360, height: 740 });
  await fitting(ana.page, 'settings');
  await faultless(ana.page, 'settings');
  // The browser of this test reaches no service of its maker's.
  await ana.press(words.settings.wake);
  await expect(ana.page.getByText(words.wakeTrouble['no-service'])).toBeVisible();
  await expect(ana.button(words.settings.wakeNever)).toHaveCount(0);

  await isPushed(ana);
  await expect.poll(() => shown(ana)).toEqual([['Notes', '']]);
});

function choose(person: Person, hour: number): Promise<void> {
  return person.page.locator('label.choice', { hasText: words.settings.hour(hour) }).click();
}

/** An empty push, as the browser gets it from its maker's service. */
async function isPushed(person: Person): Promise<void> {
  const { origin } = new URL(person.page.url());
  await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const session = await person.context.newCDPSession(person.page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (ours !== undefined) resolve(ours.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: '' });
}

/** Title and text of every notification that stands. */
function shown(person: Person): Promise<string[][]> {
  return person.page.evaluate(async () => {
    const all = await (await navigator.serviceWorker.ready).getNotifications();
    return all.map(({ title, body }) => [title, body]);
  });
}
