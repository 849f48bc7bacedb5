import { keepsLater, wantsEvening } from './bonding';
import { comesWithCode, letsIn, showsCode, takesSheet } from './keeping';
import type { Locator } from '@playwright/test';
import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { Person } from './person';

const PHONE = { width: 360, height: 740 };
const NOTE = 'the light on the stairs';
const TOLD = 'I read the same book eleven times.';

/** From home to the one bond that is there, as it stands. */
async function opensTheOne(person: Person): Promise<void> {
  const entry = person.page.locator('.entry');
  await expect(entry).toHaveCount(1);
  await entry.click();
}

/** Goes to a place beside the table, and back again when `does` is done. */
async function beside(person: Person, part: string, does: () => Promise<void>): Promise<void> {
  const table = person.page.url();
  await person.page.goto(`${table}/${part}`);
  await does();
  await person.page.goto(table);
}

/** Takes a device in hand again, until what another one did has come to it. */
async function comesTo(person: Person, what: Locator): Promise<void> {
  await expect(async () => {
    await person.reloads();
    await expect(what.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

/** The account for a counsellor, as it would be printed. */
async function account(person: Person): Promise<string> {
  let text = '';
  await beside(person, 'account', async () => {
    const { page } = person;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.account.title);
    text = await page.locator('.printed').innerText();
  });
  return text;
}

async function isOn(people: readonly Person[], on: boolean): Promise<void> {
  for (const { page } of people) {
    await expect(page.getByText(words.evening.on)).toHaveCount(on ? 1 : 0);
  }
}

test('two tabs of one person: what one does the other shows, and nothing is written over', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await ben.page.setViewportSize(PHONE);
  const link = await ana.invites();
  const anaToo = await Person.within(ana.context, 'Ana', server.origin);
  await opensTheOne(anaToo);
  await expect(anaToo.page.locator('[data-link]')).toHaveText(link);

  // The link lies open in two tabs; joining counts once.
  const benToo = await Person.within(ben.context, 'Ben', server.origin);
  for (const tab of [ben, benToo]) {
    await tab.page.goto(link);
    await tab.page.getByLabel(words.join.yourName).fill('Ben');
  }
  await ben.press(words.join.join);
  await expect(ben.page.getByText(words.join.almost('Ana'))).toBeVisible();
  await benToo.press(words.join.join);
  await expect(benToo.page.getByText(words.trouble.alreadyJoined)).toBeVisible();
  await benToo.page.goto(`${server.origin}/#/home`);
  await opensTheOne(benToo);
  await expect(ana.page.getByText(words.invite.isIt('Ben'))).toBeVisible();
  await anaToo.confirms();
  const both = [ana, anaToo];
  const all = [...both, ben, benToo];

  const question = await ana.draws();
  for (const tab of all) await tab.seesCard(question);
  const field = (tab: Person) => tab.page.getByLabel(words.table.yourAnswer);
  await ana.writes('under');
  await expect(field(anaToo)).toHaveValue('under');
  await anaToo.writes('under the table');
  await expect(field(ana)).toHaveValue('under the table');
  await anaToo.seals();
  for (const tab of both) await tab.seesSealed();
  await ana.press(words.table.takeBack);
  await expect(field(anaToo)).toHaveValue('under the table');
  await anaToo.sealsThere();
  await ana.seesSealed();
  await benToo.writes('the smell of bread');
  await benToo.seals();
  for (const tab of all) await tab.seesOpened('under the table', 'the smell of bread');
  await anaToo.responds('glad', '');
  await ben.responds('heard', '');
  for (const tab of all) {
    await expect(tab.page.locator('article[data-card="opened"]')).toHaveCount(0);
  }
  await keepsLater(anaToo);
  await expect(ana.button(words.own.open)).toBeVisible();

  await ana.lays('offer', 'about the summer that I was ill');
  await expect(anaToo.page.getByText(words.firstStep.mineLead)).toBeVisible();
  const isReady = (tab: Person) => expect(tab.page.getByText(words.firstStep.readySaid));
  await benToo.press(words.firstStep.ready);
  await isReady(ben).toBeVisible();
  await ben.press(words.firstStep.notReady);
  await isReady(benToo).toHaveCount(0);
  await ben.press(words.firstStep.ready);
  await isReady(benToo).toBeVisible();
  await anaToo.writes(TOLD);
  await ana.seals();
  for (const tab of all) await tab.seesOpened(TOLD);

  await Promise.all(both.map(wantsEvening));
  await wantsEvening(benToo);
  for (const tab of [...both, benToo]) {
    await tab.page.goto(tab.page.url().replace(/\/evening$/, ''));
  }
  await isOn(all, true);
  await beside(anaToo, 'evening', () => anaToo.press(words.evening.stop));
  await isOn(all, false);

  await ana.goes('yours');
  await anaToo.goes('yours');
  const notes = (tab: Person) => tab.page.getByLabel(words.yours.notes);
  await notes(ana).fill(NOTE);
  await expect(notes(anaToo)).toHaveValue(NOTE);
  await notes(anaToo).press('End');
  await notes(anaToo).pressSequentially(', and rain');
  await expect(notes(ana)).toHaveValue(`${NOTE}, and rain`);
  await ana.goes('table');
  await anaToo.goes('table');
  expect(await account(anaToo)).toBe(await account(ana));
});

test('two devices of one person: each does a part of every journey, and the other goes on', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const phone = await arrive('Ana', server);
  const tablet = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await phone.page.setViewportSize(PHONE);
  await phone.page.goto(`${server.origin}/#/yours`);
  await phone.page.getByLabel(words.yours.notes).fill(NOTE);
  await phone.page.goto(`${server.origin}/#/keep`);
  await takesSheet(phone);
  await phone.press(words.open.stayDo);

  // A code that its owner stops leaves nobody waiting by it.
  await comesWithCode(tablet, await showsCode(phone));
  await expect(tablet.page.locator('[data-digits]')).toBeVisible();
  await phone.press(words.link.other);
  await expect(tablet.page.getByText(words.link.gone)).toBeVisible();
  await comesWithCode(tablet, await showsCode(phone));
  await letsIn(phone, tablet);
  await tablet.page.goto(`${server.origin}/#/yours`);
  await expect(tablet.page.getByLabel(words.yours.notes)).toHaveValue(NOTE);

  await phone.page.goto(server.origin);
  const link = await phone.invites();
  await tablet.page.goto(`${server.origin}/#/home`);
  await comesTo(tablet, tablet.page.locator('.entry'));
  await opensTheOne(tablet);
  await expect(tablet.page.locator('[data-link]')).toHaveText(link);
  await ben.joins(link);
  await expect(phone.page.getByText(words.invite.isIt('Ben'))).toBeVisible();
  await tablet.confirms();
  await comesTo(phone, phone.button(words.table.draw));

  const question = await phone.draws();
  for (const each of [tablet, ben]) await each.seesCard(question);
  await phone.writes('under the table');
  await phone.sealsThere();
  await comesTo(tablet, tablet.page.getByText(words.table.sealedLead));
  await ben.writes('the smell of bread');
  await ben.seals();
  const all = [phone, tablet, ben];
  for (const each of all) await each.seesOpened('under the table', 'the smell of bread');
  await tablet.responds('glad', '');
  await ben.responds('heard', '');
  for (const each of all) {
    await expect(each.page.locator('article[data-card="opened"]')).toHaveCount(0);
  }
  await keepsLater(ben);

  await ben.lays('offer', 'about the summer that I was ill');
  await phone.press(words.firstStep.ready);
  await comesTo(tablet, tablet.page.getByText(words.firstStep.readySaid));
  await tablet.press(words.firstStep.notReady);
  await comesTo(phone, phone.button(words.firstStep.ready));
  await phone.press(words.firstStep.ready);
  await ben.writes(TOLD);
  await ben.seals();
  for (const each of all) await each.seesOpened(TOLD);
  await tablet.responds('thanks', '');

  await beside(phone, 'evening', () => wantsEvening(phone));
  await beside(ben, 'evening', () => wantsEvening(ben));
  await isOn(all, true);
  await beside(tablet, 'evening', () => tablet.press(words.evening.stop));
  await isOn(all, false);
  expect(await account(tablet)).toBe(await account(phone));
});
