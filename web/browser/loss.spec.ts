import { words } from '../src/ui/words';
import {
  chooses,
  clears,
  comesWithSheet,
  keepsSheet,
  takesSheet,
  takesWords,
  type Paper,
} from './keeping';
import { bonded } from './bonding';
import { faultless, fitting } from './faultless';
import { expect, test, type Kith as Tools } from './kith';
import type { Person } from './person';

const SECRET = 'The bench by the river, and nobody else there.';

/** Somebody with something of their own in the drawer, and a sheet. */
async function withSheet(tools: Tools): Promise<{ ana: Person; paper: Paper; origin: string }> {
  const server = await tools.serve();
  const ana = await tools.arrive('Ana', server);
  await ana.page.goto(`${server.origin}/#/yours`);
  await putsAway(ana, SECRET);
  const paper = await keepsSheet(ana);
  return { ana, paper, origin: server.origin };
}

async function putsAway(person: Person, text: string): Promise<void> {
  await person.press(words.yours.write);
  await person.page.getByLabel(words.yours.words).fill(text);
  await person.press(words.yours.put);
  await expect(person.page.getByText(text)).toBeVisible();
}

async function seesDrawer(person: Person, text: string): Promise<void> {
  await person.page.goto(`${new URL(person.page.url()).origin}/#/yours`);
  await expect(person.page.getByText(text)).toBeVisible();
}

test('a cleared browser: the sheet brings everything back, and says first what it cannot', async ({
  serve,
  arrive,
}) => {
  const { ana, paper } = await withSheet({ serve, arrive });
  await expect(ana.page.getByText(words.open.stay)).toBeVisible();
  await ana.press(words.open.stayDo);
  await clears(ana);
  const wrong: Paper = [paper[0], paper[2], paper[1]];
  await comesWithSheet(ana, wrong);
  await expect(ana.page.getByText(words.wayTrouble.wrong)).toBeVisible();
  await comesWithSheet(ana, paper);
  await expect(ana.page.getByText(words.returning.used)).toBeVisible();
  await seesDrawer(ana, SECRET);
});

test('lost words: the sheet opens, and new words take their place', async ({ serve, arrive }) => {
  const { ana, paper } = await withSheet({ serve, arrive });
  await chooses(ana, words.open.words);
  const lost = await takesWords(ana);
  await ana.press(words.open.lock);
  await expect(ana.page.getByRole('heading', { name: words.unlock.title })).toBeVisible();
  await faultless(ana.page, 'locked');
  await ana.page.getByText(words.unlock.sheet, { exact: true }).click();
  await ana.page.getByLabel(words.sheet.lines[1] ?? '').fill(paper[1]);
  await ana.page.getByLabel(words.sheet.lines[2] ?? '').fill(paper[2]);
  await ana.button(words.unlock.do).last().click();
  await expect(ana.page.getByText(words.arrive.start)).toBeVisible();
  await ana.page.goto(`${new URL(ana.page.url()).origin}/#/devices`);
  await ana.press(words.devices.wordsAgain);
  const found = await takesWords(ana);
  expect(found).not.toBe(lost);
  await ana.press(words.open.lock);
  await ana.page.getByLabel(words.unlock.words).fill(lost);
  await ana.button(words.unlock.do).first().click();
  await expect(ana.page.getByText(words.wayTrouble.wrong)).toBeVisible();
  await ana.page.getByLabel(words.unlock.words).fill(found);
  await ana.button(words.unlock.do).first().click();
  await seesDrawer(ana, SECRET);
});

test('a lost device and a used sheet: new keys and a new sheet shut both out', async ({
  serve,
  arrive,
}) => {
  const { ana, paper, origin } = await withSheet({ serve, arrive });
  await ana.press(words.open.stayDo);
  const lost = await arrive('Ana', { origin } as never);
  await comesWithSheet(lost, paper);
  await expect(lost.page.getByText(words.returning.used)).toBeVisible();
  await seesDrawer(lost, SECRET);

  await ana.page.goto(`${origin}/#/devices`);
  await ana.page.reload();
  const computers = ana.page.getByText(new RegExp(`^${words.devices.computer}( 2)?$`));
  await expect(computers).toHaveCount(2);
  await faultless(ana.page, 'devices');
  await ana.page.getByText(words.devices.reset, { exact: true }).click();
  await ana.press(words.devices.resetDo);
  const renewed = await takesSheet(ana);
  await expect(ana.page.getByText(words.devices.resetDone)).toBeVisible();
  await expect(computers).toHaveCount(1);

  await lost.page.goto(`${origin}/#/devices`);
  await lost.page.reload();
  await expect(lost.page.getByText(words.devices.removed)).toBeVisible();
  const thief = await arrive('Ana', { origin } as never);
  await comesWithSheet(thief, paper);
  await expect(thief.page.getByText(words.wayTrouble.wrong)).toBeVisible();
  await comesWithSheet(thief, renewed);
  await expect(thief.page.getByText(words.returning.used)).toBeVisible();
  await seesDrawer(thief, SECRET);
});

test('new keys after a loss: the other is told where the two compare, and nowhere else', async ({
  serve,
  arrive,
}) => {
  const { ana, ben } = await bonded({ serve, arrive });
  for (const person of [ana, ben]) {
    await person.press(words.check.open);
    await person.press(words.check.same);
    await expect(person.page.getByText(words.check.renewed)).toHaveCount(0);
  }
  const { origin } = new URL(ana.page.url());
  const table = ana.page.url();
  await keepsSheet(ana);
  await ana.press(words.open.stayDo);
  const before = await keys(ana, table);
  await ana.page.goto(`${origin}/#/devices`);
  await ana.page.getByText(words.devices.reset, { exact: true }).click();
  await ana.press(words.devices.resetDo);
  await takesSheet(ana);
  await expect(ana.page.getByText(words.devices.resetDone)).toBeVisible();

  const there = ben.page.url();
  await ben.page.goto(`${there}/more`);
  await expect(ben.page.getByText(words.check.renewed)).toBeVisible();
  const renewed = await keys(ana, table);
  expect(renewed[1]).not.toEqual(before[1]);
  await expect.poll(() => keys(ben, there)).toEqual(renewed);
  await ben.goes('table');
  await ben.press(words.inner.skip);
  await expect(ben.button(words.keep.do)).toBeVisible();
  await expect(ben.page.getByText(words.check.renewed)).toHaveCount(0);
});

/** The four words and the numbers that two people can compare later on. */
async function keys(person: Person, table: string): Promise<(string | null)[]> {
  await person.page.goto(`${table}/more`);
  await person.press(words.check.open);
  await person.page.getByText(words.check.further).click();
  const shown = person.page.locator('[data-story], [data-keys]');
  await expect(shown).toHaveCount(2);
  const texts = await shown.allTextContents();
  await person.press(words.check.later);
  return texts;
}

test('another device comes in by the code that the first shows, at any width', async ({
  serve,
  arrive,
}) => {
  const { ana, origin } = await withSheet({ serve, arrive });
  const tablet = await arrive('Ana', { origin } as never);
  await tablet.page.setViewportSize({ width: 360, height: 740 });
  await ana.page.goto(`${origin}/#/devices`);
  await ana.press(words.devices.add);
  const link = (await ana.page.locator('[data-device-link]').textContent()) ?? '';
  await faultless(ana.page, 'code for a device');
  await tablet.page.goto(link);
  await expect(tablet.page).not.toHaveURL(/d1/);
  await tablet.page.getByLabel(words.devices.name).fill('Tablet');
  await tablet.press(words.link.hereDo);
  const digits = await tablet.page.locator('[data-digits]').textContent();
  await expect(ana.page.locator('[data-digits]')).toHaveText(digits ?? '');
  await fitting(tablet.page, 'digits');
  await faultless(tablet.page, 'digits');
  await ana.press(words.link.same);
  await expect(tablet.page.locator('[data-digits]')).toHaveCount(0);
  await seesDrawer(tablet, SECRET);
  await tablet.page.goto(`${origin}/#/devices`);
  await expect(tablet.page.getByText(words.devices.computer, { exact: true })).toHaveCount(1);
  await expect(tablet.page.getByText(words.devices.kinds.device, { exact: true })).toHaveCount(0);
  expect([...ana.sent, ...tablet.sent].join('\n')).not.toContain(link.split('#')[1]);
});

test('another address: words and sheet open what a passkey there cannot, and it says so', async ({
  serve,
  arrive,
}) => {
  const { ana, paper, origin } = await withSheet({ serve, arrive });
  await ana.press(words.open.stayDo);
  const moved = origin.replace('localhost', '127.0.0.1');
  const there = await arrive('Ana', { origin: moved } as never);
  await there.page.goto(`${moved}/#/returning`);
  await there.page.getByText(words.returning.passkey, { exact: true }).click();
  await expect(there.page.getByText(words.returning.passkeyHint)).toBeVisible();
  await comesWithSheet(there, paper);
  await expect(there.page.getByText(words.returning.used)).toBeVisible();
  await seesDrawer(there, SECRET);
});
