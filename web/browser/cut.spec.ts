import { bonded, keepsLater, wantsEvening } from './bonding';
import { chooses, comesWithCode, takesSheet, takesWords } from './keeping';
import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { Person } from './person';

const PHONE = { width: 360, height: 740 };
const TOLD = 'I read the same book eleven times.';

/** What is said beside a press that has not reached the server. */
async function isTold(person: Person): Promise<void> {
  await expect(person.page.getByText(words.trouble.unreachable)).toBeVisible();
}

async function isCut(person: Person): Promise<void> {
  await person.context.setOffline(true);
}

async function isBack(person: Person): Promise<void> {
  await person.context.setOffline(false);
}

/** The next time that something is put there it is done, and the answer is lost. */
async function losesAnswer(person: Person, path: string): Promise<void> {
  let isLost = false;
  await person.context.route(`**${path}`, async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.fallback();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
}

/** The next times that this is asked for it does not get there. */
async function neverArrives(person: Person, method: string, path: string, times = 1) {
  let left = times;
  await person.context.route(`**${path}`, async (route) => {
    if (left === 0 || route.request().method() !== method) return route.fallback();
    left -= 1;
    await route.abort();
  });
}

test('the network goes at every step of meeting: what was written stays, and it goes on', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await ben.page.setViewportSize(PHONE);

  await ana.press(words.arrive.start);
  await ana.page.getByLabel(words.start.yourName).fill('Ana');
  await isCut(ana);
  await ana.press(words.start.make);
  await isTold(ana);
  await expect(ana.page.getByLabel(words.start.yourName)).toHaveValue('Ana');
  await isBack(ana);
  await ana.press(words.start.make);
  const shown = ana.page.locator('[data-link]');
  await expect(shown).toContainText('#1.');
  const link = (await shown.textContent()) ?? '';
  await isCut(ana);
  await expect(ana.page.getByText(words.state.offline)).toBeVisible();
  await expect(shown).toHaveText(link);

  await ben.press(words.arrive.haveLink);
  await ben.page.getByLabel(words.join.paste).fill(link);
  await isCut(ben);
  await ben.press(words.join.open);
  await isTold(ben);
  await isBack(ben);
  await ben.press(words.trouble.again);
  await ben.page.getByLabel(words.join.yourName).fill('Ben');
  await isCut(ben);
  await ben.press(words.join.join);
  // It is not said that Ana has only to nod while nothing has come to her.
  await expect(ben.page.getByText(words.table.onItsWay)).toBeVisible();
  await expect(ben.page.getByText(words.join.almost('Ana'))).toHaveCount(0);
  await isBack(ben);
  await expect(ben.page.getByText(words.join.almost('Ana'))).toBeVisible();

  await isBack(ana);
  await expect(ana.page.getByText(words.invite.isIt('Ben'))).toBeVisible();
  await isCut(ana);
  await ana.confirms();
  await expect(ben.page.getByText(words.join.almost('Ana'))).toBeVisible();
  await isBack(ana);
  await expect(ben.page.getByText(words.join.almost('Ana'))).toHaveCount(0);
  await ben.seesCard(await ana.draws());
});

test('a screen that cannot be fetched says so, and comes when it is asked for again', async ({
  browser,
  serve,
}) => {
  const server = await serve();
  // As in a private window: nothing of the app is kept for when the server is out of reach.
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: PHONE });
  try {
    const ana = await Person.within(context, 'Ana', server.origin);
    await ana.context.setOffline(true);
    await ana.press(words.arrive.start);
    await isTold(ana);
    await isBack(ana);
    await ana.press(words.trouble.again);
    await expect(ana.page.getByLabel(words.start.yourName)).toBeVisible();
    await isCut(ana);
    await ana.page.getByRole('link', { name: words.frame.settings, exact: true }).click();
    await isTold(ana);
    await ana.press(words.trouble.again);
    await isTold(ana);
    await isBack(ana);
    await ana.press(words.trouble.again);
    await expect(ana.page.getByRole('heading', { name: words.settings.title })).toBeVisible();
  } finally {
    await context.close();
  }
});

for (const part of ['/assets/argonworker*', '/assets/argon2*']) {
  test(`six words, while what computes them cannot be fetched: ${part}`, async ({
    browser,
    serve,
  }) => {
    const server = await serve();
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: PHONE });
    try {
      const ana = await Person.within(context, 'Ana', server.origin);
      await ana.page.goto(`${server.origin}/#/keep`);
      await takesSheet(ana);
      await expect(ana.page.getByText(words.open.title)).toBeVisible();
      await context.route(`**${part}`, (route) => route.abort());
      await chooses(ana, words.open.words);
      const six = (await ana.page.locator('[data-words]').textContent()) ?? '';
      await ana.page.getByLabel(words.open.wordsHere).fill(six);
      await ana.press(words.open.wordsDo);
      await isTold(ana);
      await context.unroute(`**${part}`);
      expect(await takesWords(ana)).toBe(six.trim());
    } finally {
      await context.close();
    }
  });
}

test('keeping, while the network goes and the relay is started anew at each step', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await ana.page.goto(`${server.origin}/#/yours`);
  await ana.page.getByLabel(words.yours.notes).fill('the light on the stairs');
  await ana.page.goto(`${server.origin}/#/keep`);
  await expect(ana.page.locator('[data-line]')).toHaveCount(3);
  await isCut(ana);
  await takesSheet(ana);
  await isTold(ana);
  // The relay has done it, and goes before it can say so.
  await losesAnswer(ana, '/unlockers');
  await isBack(ana);
  await ana.press(words.sheet.checkDo);
  await isTold(ana);
  await expect(ana.page.getByText(words.sheet.between)).toBeVisible();
  await server.kill();
  await ana.press(words.sheet.checkDo);
  await isTold(ana);
  await server.up();
  await ana.press(words.sheet.checkDo);
  await expect(ana.page.getByText(words.open.title)).toBeVisible();

  await chooses(ana, words.open.words);
  await isCut(ana);
  const six = (await ana.page.locator('[data-words]').textContent()) ?? '';
  await ana.page.getByLabel(words.open.wordsHere).fill(six);
  await ana.press(words.open.wordsDo);
  await isTold(ana);
  await isBack(ana);
  expect(await takesWords(ana)).toBe(six.trim());
  await ana.press(words.open.open);

  await ana.page.goto(`${server.origin}/#/devices`);
  await expect(ana.button(words.devices.add)).toBeVisible();
  await isCut(ana);
  await ana.press(words.devices.add);
  await isTold(ana);
  await isBack(ana);
  await ana.press(words.trouble.again);
  await expect(ana.page.locator('[data-device-link]')).toContainText('#d1.');
  const link = (await ana.page.locator('[data-device-link]').textContent()) ?? '';
  const tablet = await arrive('Ana', server);
  await tablet.page.setViewportSize(PHONE);
  // The one that shows the code is out of reach while it is opened; then the relay is, for both.
  await isCut(ana);
  const accepted = tablet.page.waitForResponse((one) => one.url().endsWith('/accept'));
  await comesWithCode(tablet, link);
  expect((await accepted).ok()).toBe(true);
  await server.kill();
  await neverArrives(ana, 'PUT', '/confirm');
  await isBack(ana);
  await server.up();
  await expect(tablet.page.locator('[data-digits]')).toBeVisible();
  await isCut(tablet);
  await server.kill();
  await server.up();
  await losesAnswer(ana, '/unlockers');
  await ana.press(words.link.same);
  await isTold(ana);
  await ana.press(words.link.same);
  await expect(ana.page.getByText(words.link.done, { exact: true })).toBeVisible();
  // Each step of coming in fails once; the page that has begun also looks by itself.
  await neverArrives(tablet, 'POST', '/unlock');
  await neverArrives(tablet, 'GET', '/records?after=*', 2);
  await neverArrives(tablet, 'POST', '/unlockers');
  await neverArrives(tablet, 'DELETE', '/unlockers/*');
  await isBack(tablet);
  await expect(tablet.page.locator('[data-digits]')).toHaveCount(0);
  await tablet.page.goto(`${server.origin}/#/yours`);
  await expect(tablet.page.getByLabel(words.yours.notes)).toHaveValue('the light on the stairs');
});

test('a first step: what is offered and the yes are given out of reach, wait, and are delivered', async ({
  serve,
  arrive,
}) => {
  const { ana, ben } = await bonded({ serve, arrive });
  await keepsLater(ana);
  await ben.page.setViewportSize(PHONE);
  await isCut(ana);
  await ana.lays('offer', 'about the summer that I was ill');
  await expect(ana.page.getByText(words.table.onItsWay)).toBeVisible();
  await expect(ana.page.getByText(words.firstStep.mineLead)).toBeVisible();
  await isBack(ana);
  await expect(ben.page.getByText(words.firstStep.theirsLead('Ana'))).toBeVisible();

  await isCut(ben);
  await ben.press(words.firstStep.ready);
  await expect(ben.page.getByText(words.firstStep.readySaid)).toBeVisible();
  await expect(ben.page.getByText(words.table.onItsWay)).toBeVisible();
  await ana.writes(TOLD);
  await ana.sealsThere();
  await ben.reloads();
  await expect(ben.page.getByText(words.firstStep.readySaid)).toBeVisible();
  await expect(ben.page.getByText(TOLD)).toHaveCount(0);
  await isBack(ben);
  for (const person of [ana, ben]) await person.seesOpened(TOLD);
});

test('an evening in two places: yeses that wait, the relay started anew, an end that waits', async ({
  serve,
  arrive,
}) => {
  const { ana, ben, server } = await bonded({ serve, arrive });
  await ana.page.setViewportSize(PHONE);
  const table = ana.page.url();
  const tables = [
    { person: ana, table },
    { person: ben, table: ben.page.url() },
  ];
  const on = async (isOn: boolean) => {
    for (const { person, table: own } of tables) {
      await person.page.goto(own);
      await expect(person.page.getByText(words.evening.on)).toHaveCount(isOn ? 1 : 0);
    }
  };
  await isCut(ben);
  await wantsEvening(ben);
  await wantsEvening(ana);
  await server.kill();
  await server.up();
  await isBack(ben);
  await on(true);

  await server.kill();
  await server.up();
  await isCut(ana);
  await ana.page.goto(`${table}/evening`);
  await ana.press(words.evening.stop);
  await expect(ana.button(words.evening.stop)).toHaveCount(0);
  await ana.page.goto(table);
  await expect(ana.page.getByText(words.evening.on)).toHaveCount(0);
  await expect(ben.page.getByText(words.evening.on)).toBeVisible();
  await isBack(ana);
  await on(false);
});
