import { bond, bonded, keepsLater } from './bonding';
import { expect, test } from './kith';
import { words } from '../src/ui/words';
import type { Person } from './person';
import { Server } from './server';

/** A card that nobody answers goes by itself after a week; a day more, whatever the hour. */
const LAPSED_DAYS = 8;

interface Both {
  readonly ana: Person;
  readonly ben: Person;
}

test('what one of two does alone shows to neither: mending put aside, a wish to mend, a pass, whose rest it is, a link left unused; a choice shows only while it is held', async ({
  arrive,
}) => {
  const server = await Server.dated();
  try {
    const both = { ana: await arrive('Ana', server), ben: await arrive('Ben', server) };
    await bond(both);
    await keepsLater(both.ana, both.ben);
    await test.step('29: a wish to mend is blind', () => mend(both, server));
    await test.step('5: a pass looks like what goes by itself', () => pass(both, server));
    await test.step('6: a rest names nobody', () => rest(both));
    await test.step('15: a link of somebody left reads as unused', () => linkAfterTheEnd(both));
  } finally {
    await server.dispose();
  }
});

test('something to mend never leaves an empty table to one who has kept nothing yet', async ({
  serve,
  arrive,
}) => {
  const { ana, ben } = await bonded({ serve, arrive });
  await tells(ana);
  for (const person of [ana, ben]) {
    await expect(person.page.locator('[data-repair]')).toBeVisible();
    await expect(person.page.getByText(words.keep.before)).toBeVisible();
    await expect(person.button(words.keep.do)).toHaveCount(0);
    await person.press(words.repair.aside);
    await expect(person.button(words.keep.do)).toBeVisible();
    // Keeping comes before the second card, here too.
    await expect(person.button(words.table.draw)).toHaveCount(0);
    await expect(person.button(words.own.open)).toHaveCount(0);
    await person.press(words.keep.later);
    await expect(person.button(words.table.draw)).toBeVisible();
    await expect(person.button(words.own.open)).toBeVisible();
  }
});

/** What both share of a table, without what is asked of one alone, on offer, or on its way. */
function shared(person: Person, besides = ''): Promise<string> {
  return person.page.locator('main').evaluate((main, own) => {
    const copy = main.cloneNode(true) as HTMLElement;
    const apart = `.private, .part, .notice, [role='status']${own}`;
    for (const one of copy.querySelectorAll(apart)) one.remove();
    return copy.textContent;
  }, besides);
}

/** What is being mended reads differently for the one who said it. */
const MENDING = ', [data-repair]';

async function tells(ana: Person): Promise<void> {
  await ana.goes('story');
  await ana.press(words.misstep.open);
  await ana.page.locator('dialog summary').first().click();
  await expect(ana.button(words.misstep.doTell)).toBeDisabled();
  await ana.page.locator('dialog label', { hasText: words.misstep.kinds['too-much'] }).click();
  await ana.press(words.misstep.doTell);
  await ana.goes('table');
}

async function mend({ ana, ben }: Both, server: Server): Promise<void> {
  await tells(ana);
  await putAside({ ana, ben });
  await ben.press(words.repair.send);
  // Whoever may still own their part is asked whether it is mended only when they unfold it.
  const asked = ben.page.locator('[data-ask="mended"] summary');
  await expect(asked).toHaveText(words.inner.mended.title);
  await expect(ben.button(words.inner.mended.yes)).toBeHidden();
  await ben.page.getByLabel(words.repair.own, { exact: true }).fill('I made it small.');
  await ben.press(words.repair.send);
  await expect(ben.button(words.inner.mended.yes)).toBeVisible();
  await expect(ana.page.getByText('I made it small.')).toBeVisible();
  await expect(ben.page.getByLabel(words.repair.own, { exact: true })).toHaveCount(0);
  const before = await shared(ben);
  await ana.saysYes(words.inner.mended.yes);
  await test.step('10: a choice shows only while it is held', () =>
    held(ana, words.inner.mended.yes));
  await server.pass(1);
  await ben.reloads();
  await expect(ben.page.locator('[data-repair]')).toBeVisible();
  expect(await shared(ben)).toBe(before);
}

/** Whoever is told to show their phone shows the same, whatever they chose. */
async function held({ page }: Person, chosen: string): Promise<void> {
  const hold = page.locator('button.hold');
  await expect(hold).toHaveText(words.inner.deeper.hold);
  await hold.focus();
  await page.keyboard.down('Space');
  await expect(hold).toHaveText(chosen);
  await page.keyboard.up('Space');
  await expect(hold).toHaveText(words.inner.deeper.hold);
  await page.reload();
  await expect(hold).toHaveText(words.inner.deeper.hold);
}

/** Out of sight until he wants it again, with what he had begun to say; she sees the same all along. */
async function putAside({ ana, ben }: Both): Promise<void> {
  const said = 'You told me something hard.';
  const before = await ana.page.locator('main').textContent();
  await ben.page.getByLabel(words.repair.sayBack).fill(said);
  // 26: who writes this is told that it may be kept.
  await expect(ben.page.getByText(words.repair.keep).first()).toBeVisible();
  await ben.press(words.repair.aside);
  await expect(ben.page.locator('[data-repair]')).toHaveCount(0);
  await ben.reloads();
  await expect(ben.page.getByText(words.repair.isAside)).toBeVisible();
  await expect(ben.page.locator('[data-repair]')).toHaveCount(0);
  await ana.reloads();
  await expect(ana.page.locator('[data-repair]')).toBeVisible();
  expect(await ana.page.locator('main').textContent()).toBe(before);
  await ben.press(words.repair.show);
  await expect(ben.page.getByLabel(words.repair.sayBack)).toHaveValue(said);
}

async function pass({ ana, ben }: Both, server: Server): Promise<void> {
  const drawn = ana.page.locator('article[data-card="drawn"]');
  const swapped = await ana.draws();
  await ben.seesCard(swapped);
  // 27: where one writes it stands what no taking back can undo.
  await expect(ben.page.getByText(words.table.remember)).toBeVisible();
  await ben.press(words.table.swap);
  await expect(drawn).toHaveCount(0);
  await expect(ana.page.locator('.choice.deck').first()).toBeVisible();
  const afterPass = await shared(ana);
  const lapsed = await ana.draws();
  await ben.seesCard(lapsed);
  expect(await shared(ana)).not.toBe(afterPass);
  await server.pass(LAPSED_DAYS);
  await ana.reloads();
  await expect(ana.page.locator('.choice.deck').first()).toBeVisible();
  await expect(drawn).toHaveCount(0);
  expect(await shared(ana)).toBe(afterPass);
}

async function rest({ ana, ben }: Both): Promise<void> {
  await ana.page.getByRole('link', { name: words.more.title }).click();
  await ana.page.getByText(words.rest.title).click();
  await ana.press(words.rest.do);
  await ben.reloads();
  for (const person of [ana, ben]) {
    await expect(person.page.getByText(words.rest.resting)).toBeVisible();
  }
  const notices = await ana.page.locator('.notice').allTextContents();
  expect(await ben.page.locator('.notice').allTextContents()).toEqual(notices);
  const hers = await shared(ana, MENDING);
  expect((await shared(ben, MENDING)).replaceAll('Ana', 'Ben')).toBe(hers);
}

/** He has left; she sends a link for another bond. He is told whose it is, and only looks. */
async function linkAfterTheEnd({ ana, ben }: Both): Promise<void> {
  await ben.page.getByRole('link', { name: words.more.title }).click();
  await ben.page.getByText(words.end.title).click();
  // 28: before it, how to keep a record; 14: and no more than these three presses.
  await expect(ben.page.getByText(words.end.document)).toBeVisible();
  await ben.press(words.end.do);
  for (const person of [ana, ben]) {
    await expect(person.page.getByText(words.end.ended)).toBeVisible();
  }
  const { origin } = new URL(ana.page.url());
  await ana.page.goto(`${origin}/#/start`);
  await ana.page.getByLabel(words.start.yourName).fill('Somebody else');
  await ana.press(words.start.make);
  await expect(ana.page.locator('[data-link]')).toContainText('#1.');
  const before = await ana.page.locator('main').textContent();
  await ben.page.goto((await ana.page.locator('[data-link]').textContent()) ?? '');
  await expect(ben.page.getByRole('heading', { level: 1 })).toHaveText(
    words.join.titleBefore('Ana'),
  );
  await expect(ben.page.getByText(words.join.before('Ana'))).toBeVisible();
  await ben.press(words.join.notNow);
  await ana.reloads();
  await expect(ana.page.locator('[data-link]')).toContainText('#1.');
  expect(await ana.page.locator('main').textContent()).toBe(before);
}
