import { expect, type Page } from '@playwright/test';
import { words } from '../src/ui/words';
import { bonded, keepsLater } from './bonding';
import { findsCard, QUESTION } from './finding';
import type { Kith } from './kith';

/** Looks at a screen: takes its picture, or searches it for faults. */
export type Look = (page: Page, screen: string, media?: 'screen' | 'print') => Promise<void>;

export interface Tools extends Pick<Kith, 'serve' | 'arrive'> {
  readonly page: Page;
}

/** Goes through screens and has each looked at. */
export type Walk = (tools: Tools, look: Look) => Promise<void>;

const HERS = 'A neighbour left soup at our door the week my sister was ill. She never said so.';
const HIS = 'A bus driver who waited while I ran. I was nineteen and late for everything.';
const REPLY = 'I would have liked that neighbour.';

/** Two people meet, and open one card together. */
export const meeting: Walk = async ({ serve, arrive }, look) => {
  const server = await serve('--operator', 'Rosa and Tom');
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await look(ana.page, 'arrive');
  await ana.press(words.arrive.start);
  await ana.page.getByLabel(words.start.yourName).waitFor();
  await look(ana.page, 'start');
  await ana.page.goto(`${server.origin}/#/paste`);
  await ana.page.getByLabel(words.join.paste).waitFor();
  await look(ana.page, 'paste');
  await ana.page.goto(server.origin);
  const link = await ana.invites();
  await look(ana.page, 'link');
  await ben.page.goto(link);
  await expect(ben.button(words.join.join)).toBeVisible();
  await look(ben.page, 'join');
  await ben.joins(link);
  await expect(ana.button(words.invite.yes)).toBeVisible();
  await look(ana.page, 'asked');
  await look(ben.page, 'almost');
  await ana.confirms();
  await expect(ana.page.locator('.choice.deck').first()).toBeVisible();
  await look(ana.page, 'table');
  await ana.press(words.check.open);
  await look(ana.page, 'check');
  await ana.press(words.check.later);
  await findsCard(ana, 'friends-1', QUESTION);
  await ana.writes(HERS);
  await look(ana.page, 'writing');
  await ana.sealsThere();
  await look(ana.page, 'sealed');
  await ben.writes(HIS);
  await ben.seals();
  await ben.seesOpened(HIS);
  await ana.seesOpened(HIS);
  await look(ben.page, 'opened');
  await ana.press(words.respond.begin);
  await look(ana.page, 'hearing');
  await ana.reloads();
  await ana.responds('glad', REPLY);
  await ben.responds('thanks', '');
  await expect(ana.page.locator('[data-ask="landed"]')).toBeVisible();
  await look(ana.page, 'landed');
  await keepsLater(ana);
  for (const part of ['map', 'story', 'yours'] as const) {
    await ana.goes(part);
    await look(ana.page, part);
  }
  await ana.goes('map');
  await ana.page.locator('[data-cell="feelings-1"]').click();
  await look(ana.page, 'cell');
  await ana.page.keyboard.press('Escape');
  await ana.page.getByText(words.table.mapTable).click();
  await look(ana.page, 'map-as-table');
  await ana.goes('table');
  await ana.page.getByRole('link', { name: words.more.title }).click();
  await look(ana.page, 'looking-after');
  const bond = ana.page.url().replace('/more', '');
  for (const part of ['account', 'print'] as const) {
    await ana.page.goto(`${bond}/${part}`);
    await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(ana.page, part === 'print' ? 'printed-story' : part);
  }
  await look(ana.page, 'printed-story-on-paper', 'print');
  await ana.page.goto(`${bond}/evening`);
  await ana.page.getByText(words.evening.apart).first().click();
  await look(ana.page, 'evening-apart');
  await ana.page.goto(bond);
  await ana.press(words.own.open);
  await look(ana.page, 'own-card');
  await ana.page.keyboard.press('Escape');
  for (const place of ['home', 'settings', 'evening'] as const) {
    await ana.page.goto(`${server.origin}/#/${place}`);
    await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(ana.page, place);
  }
  await ana.press(words.evening.begin);
  await look(ana.page, 'evening-card');
  for (let card = 0; card < 30; card++) {
    if ((await ana.page.getByText(words.evening.both).count()) > 0) break;
    await ana.press(words.evening.next);
  }
  await look(ana.page, 'evening-deeper');
  await ana.page.goto(`${server.origin}/info.html`);
  await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
  await look(ana.page, 'information');
};

/** The tour, the three months and the components. */
export const tour: Walk = async ({ serve, page }, look) => {
  const trying = await serve('--demo');
  await page.goto(`${trying.origin}/demo`);
  await page.getByLabel(words.demo.tabs.tour).check();
  for (const [at, sentence] of words.demo.stops.entries()) {
    await expect(page.getByText(sentence)).toBeVisible();
    if ([3, 5, 6, 8].includes(at)) await look(page, `tour-${String(at + 1)}`);
    const next = page.getByRole('button', { name: words.demo.next, exact: true });
    if (await next.isEnabled()) await next.click();
  }
  await page.getByLabel(words.demo.tabs.story).check();
  await look(page, 'three-months');
  await page.goto(`${trying.origin}/design.html`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look(page, 'design');
};

/** A misstep, mending, resting, ending. */
export const troubled: Walk = async ({ serve, arrive }, look) => {
  const { ana, ben } = await bonded({ serve, arrive });
  await ana.goes('story');
  await ana.press(words.misstep.open);
  await ana.page.locator('dialog summary').first().click();
  await look(ana.page, 'misstep');
  await ana.page.locator('dialog label', { hasText: words.misstep.kinds.judged }).click();
  await ana.page.getByLabel(words.misstep.words).fill('It was hard, for me.');
  await ana.press(words.misstep.doTell);
  await ana.goes('table');
  await expect(ana.page.getByText(words.repair.theirNext)).toBeVisible();
  await look(ana.page, 'mending-hurt');
  await expect(ben.page.getByLabel(words.repair.sayBack)).toBeVisible();
  await look(ben.page, 'mending-hears');
  await ben.press(words.repair.aside);
  await expect(ben.button(words.repair.show)).toBeVisible();
  await look(ben.page, 'mending-aside');
  await ben.press(words.repair.show);
  await ben.page.getByLabel(words.repair.sayBack).fill('You told me something hard.');
  await ben.press(words.repair.send);
  await expect(ben.page.getByLabel(words.repair.own, { exact: true })).toBeVisible();
  await look(ben.page, 'mending-owns');
  await ben.page.getByLabel(words.repair.own, { exact: true }).fill('I made it small.');
  await ben.press(words.repair.send);
  await expect(ana.page.getByText('I made it small.')).toBeVisible();
  await look(ana.page, 'mended');
  await ana.goes('story');
  await ana.press(words.takeBack.open);
  await look(ana.page, 'take-back');
  await ana.page.keyboard.press('Escape');
  await ana.goes('table');
  await ana.page.getByRole('link', { name: words.more.title }).click();
  await ana.page.getByText(words.rest.title).click();
  await look(ana.page, 'rest');
  await ana.page.getByText(words.back.title).click();
  await expect(ana.page.getByText(words.back.closes)).toBeVisible();
  await ana.page.getByText(words.end.title).click();
  await look(ana.page, 'step-back-and-end');
  await ana.press(words.rest.do);
  await ben.goes('table');
  await expect(ben.page.getByText(words.rest.resting)).toBeVisible();
  await look(ben.page, 'resting');
  await ben.page.getByRole('link', { name: words.more.title }).click();
  await look(ben.page, 'resting-vote');
  await ben.page.getByText(words.end.title).click();
  await ben.press(words.end.do);
  await expect(ana.page.getByText(words.end.ended)).toBeVisible();
  await look(ana.page, 'ended');
  await ana.page.goto(`${new URL(ana.page.url()).origin}/#/start`);
  await ana.page.getByLabel(words.start.yourName).fill('Ana');
  await ana.press(words.start.make);
  const link = ana.page.locator('[data-link]');
  await expect(link).toContainText('#1.');
  await ben.page.goto((await link.textContent()) ?? '');
  await expect(ben.page.getByText(words.join.before('Ana'))).toBeVisible();
  await look(ben.page, 'link-of-one-left');
};

/** A broken link, a device that has stopped, a page without its server. */
export const stopped: Walk = async ({ serve, arrive }, look) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  const link = await ana.invites();
  await ben.page.goto('about:blank');
  await ben.page.goto(link.slice(0, -3));
  await expect(ben.page.getByText(words.trouble.brokenLink)).toBeVisible();
  await look(ben.page, 'broken-link');
  await ben.page.goto('about:blank');
  await ben.joins(link);
  await ana.confirms();
  await ben.seesCard(await ana.draws());
  await ana.writes('the first thought');
  await ana.sealsThere();
  const today = (await (await fetch(`${server.origin}/v1/about`)).json()) as { day: number };
  await ana.context.route('**/gates/*', (route) => route.fulfill({ json: { day: today.day } }));
  await ana.press(words.table.takeBack);
  await expect(ana.page.getByText(words.table.takenBack)).toBeVisible();
  await ben.writes('the smell of bread');
  await ben.seals();
  await expect(ana.page.getByRole('alert')).toHaveText(words.state.alarm);
  await look(ana.page, 'stopped');
  await ana.page.goto(`${server.origin}/#/home`);
  await ana.press(words.frame.leave);
  await ana.page.waitForURL('**/away.html');
  await look(ana.page, 'away');
  await ana.page.goto(server.origin);
  await expect(ana.button(words.locked.again)).toBeVisible();
  await look(ana.page, 'left');
  await server.kill();
  await ben.reloads();
  await ben.seesOpened('the smell of bread');
  await look(ben.page, 'without-the-server');
};
