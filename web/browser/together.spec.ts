import { bond, keepsLater } from './bonding';
import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { Person } from './person';
import { Server } from './server';

const PHONE = { width: 360, height: 740 };
const CANARY = 'a canary that nobody may find';

/** Two people who have opened one card together; Ana on a phone, Ben on a desktop. */
async function bonded({ ana, ben }: { ana: Person; ben: Person }): Promise<void> {
  await ana.page.setViewportSize(PHONE);
  await bond({ ana, ben }, { hers: CANARY, reply: 'a canary in a response' });
  await keepsLater(ana, ben);
}

async function cares(person: Person): Promise<void> {
  await person.goes('table');
  await person.page.getByRole('link', { name: words.more.title }).click();
}

/** Nothing that anybody wrote or chose lies readable with the relay or crossed the network. */
function finds(server: Server, people: readonly Person[], canary: string): string[] {
  const kept = [...server.files()].filter(([, bytes]) => bytes.includes(canary));
  const sent = people.filter((person) => person.sent.some((text) => text.includes(canary)));
  return [...kept.map(([path]) => path), ...sent.map(({ name }) => name)];
}

test('resting until both want to go on: one yes shows nowhere, two go on at the next tick', async ({
  arrive,
}) => {
  const server = await Server.dated();
  try {
    const ana = await arrive('Ana', server);
    const ben = await arrive('Ben', server);
    await bonded({ ana, ben });

    await cares(ana);
    await ana.page.getByText(words.rest.title).click();
    await ana.press(words.rest.do);
    await ben.goes('table');
    await expect(ben.page.getByText(words.rest.resting)).toBeVisible();
    await expect(ben.page.getByText(words.inner.resume.title)).toBeVisible();
    await expect(ben.page.getByText(words.inner.resume.lead)).toBeHidden();
    const before = await ben.page.locator('main').innerText();

    await cares(ana);
    await ana.saysYes(words.inner.resume.yes);
    await server.pass(1);
    await ben.page.reload();
    await expect(ben.page.locator('main')).toHaveText(before, { useInnerText: true });

    // Ana is away while Ben says yes; what she said still stands.
    await ana.page.reload();
    await expect(ana.page.getByText(words.inner.resume.title)).toBeVisible();
    await ana.context.setOffline(true);
    await cares(ben);
    await ben.saysYes(words.inner.resume.yes);
    await server.pass(1);
    await ana.context.setOffline(false);
    for (const person of [ana, ben]) {
      await person.page.reload();
      await person.goes('table');
      await expect(person.page.getByText(words.rest.resting)).toHaveCount(0);
      await expect(person.page.locator('.choice.deck').first()).toBeVisible();
    }
    for (const canary of [CANARY, 'deeper/', 'a canary in a response', '"resume"']) {
      expect(finds(server, [ana, ben], canary)).toEqual([]);
    }
  } finally {
    await server.dispose();
  }
});

test('whoever has gone elsewhere by the time something is done stays there', async ({ arrive }) => {
  const server = await Server.dated();
  try {
    const ana = await arrive('Ana', server);
    const ben = await arrive('Ben', server);
    await bonded({ ana, ben });
    await cares(ana);
    await ana.page.getByText(words.rest.title).click();
    // Another tab is at work on the bond; the rest waits for it.
    const local = /bond\/([\w-]+)/.exec(ana.page.url())?.[1] ?? '';
    const letGo = await ana.page.evaluateHandle(async (local) => {
      return new Promise<{ go: () => void }>((resolve) => {
        const waits = (go: () => void) => resolve({ go });
        void navigator.locks.request(`kith/${local}`, () => new Promise<void>(waits));
      });
    }, local);
    await ana.press(words.rest.do);
    await expect(ana.button(words.rest.do)).toBeDisabled();
    await ana.goes('map');
    await letGo.evaluate(({ go }) => go());
    await ben.goes('table');
    await expect(ben.page.getByText(words.rest.resting)).toBeVisible();
    // It is sent, so what she pressed is over as soon as this comes to its turn.
    await ana.page.evaluate(async (local) => {
      await navigator.locks.request(`kith/sync/${local}`, () => undefined);
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }, local);
    await expect(ana.page.getByRole('heading', { level: 1, name: words.table.map })).toBeVisible();
    await ana.goes('table');
    await expect(ana.page.getByText(words.rest.resting)).toBeVisible();
  } finally {
    await server.dispose();
  }
});

test('what is taken back leaves the relay and both devices; an end told later is a rest', async ({
  arrive,
}) => {
  const server = await Server.dated();
  try {
    const ana = await arrive('Ana', server);
    const ben = await arrive('Ben', server);
    await bonded({ ana, ben });

    await ben.context.setOffline(true);
    await ana.goes('story');
    await ana.press(words.takeBack.open);
    const gone = ana.page.waitForResponse((one) => one.url().endsWith('/tombstone'));
    await ana.press(words.takeBack.parts.answer);
    expect((await gone).status()).toBe(200);
    await expect(ana.page.getByRole('dialog').getByText(words.takeBack.done)).toBeVisible();
    await ben.context.setOffline(false);
    await ben.goes('story');
    await expect(ben.page.getByText(CANARY)).toHaveCount(0);
    await expect(ben.page.getByText('the smell of bread')).toBeVisible();

    await ana.page.keyboard.press('Escape');
    await cares(ana);
    await ana.page.getByText(words.end.title).click();
    await ana.page.locator('label.choice', { hasText: words.end.take }).click();
    await ana.page.locator('label.choice', { hasText: words.end.later }).click();
    const put = ana.page.waitForResponse((one) => one.url().endsWith('/end'));
    await ana.press(words.end.do);
    expect((await put).status()).toBe(200);
    await ben.goes('table');
    await expect(ben.page.getByText(words.rest.resting)).toBeVisible();
    await cares(ana);
    const later = words.end.laterSet('').split('.')[0] ?? '';
    await expect(ana.page.getByText(later)).toBeVisible();
    await expect(ben.page.getByText(later)).toHaveCount(0);
  } finally {
    await server.dispose();
  }
});
