import { bonded, keepsLater } from './bonding';
import { expect, test, type Kith } from './kith';
import { words } from '../src/ui/words';

const PHONE = { width: 360, height: 740 };

/** Two people who have opened one card together; Ana on a phone, Ben on a desktop. */
async function two(tools: Kith) {
  const both = await bonded(tools);
  await both.ana.page.setViewportSize(PHONE);
  return both;
}

test('a first step, a question, the drawer, a private note: each side sees only its own', async ({
  serve,
  arrive,
}) => {
  const { ana, ben, server } = await two({ serve, arrive });

  // What is to have landed stands there: the card has left the table for the story.
  for (const [person, said] of [
    [ana, 'that is not so hard'],
    [ben, words.respond.ways.glad],
  ] as const) {
    await expect(person.page.locator('[data-ask="landed"]').getByText(said)).toBeVisible();
  }
  await ana.reloads();
  const landed = ana.page.locator('[data-ask="landed"]');
  await expect(landed.getByText('that is not so hard')).toBeVisible();
  await landed.locator('.scale').first().getByLabel('6').check();
  await ana.press(words.inner.keep);
  await expect(ana.page.locator('[data-ask="landed"]')).toHaveCount(0);
  const safety = ana.page.locator('[data-ask="safety"]');
  await expect(ana.button(words.keep.do)).toBeVisible();
  await expect(safety).toHaveCount(0);
  await keepsLater(ana, ben);
  await expect(safety).toHaveCount(0);
  await ana.reloads();
  await safety.getByRole('button', { name: words.inner.safety.yes, exact: true }).click();
  await expect(safety).toHaveCount(0);

  await ana.lays('offer', 'about the summer that I was ill');
  await expect(ben.page.getByText(words.firstStep.theirsLead('Ana'))).toBeVisible();
  await ben.press(words.firstStep.ready);
  await expect(ben.page.getByText(words.firstStep.readySaid)).toBeVisible();
  await server.kill();
  await server.up();
  await ana.writes('I read the same book eleven times.');
  await ana.seals();
  await ben.seesOpened('I read the same book eleven times.');
  await ben.responds('thanks', '');
  await ana.seesInStory('I read the same book eleven times.');

  await ben.lays('ask', 'Which book was it?');
  await ana.writes('One about a lighthouse.');
  await ana.seals();
  await ben.seesOpened('One about a lighthouse.');
  await ben.responds('glad', '');

  await ana.goes('story');
  await ana.page.getByLabel(words.story.search).fill('lighthouse');
  await expect(ana.page.locator('article[data-card="settled"]')).toHaveCount(1);

  await ana.goes('yours');
  await ana.press(words.yours.write);
  await ana.page.getByLabel(words.yours.words).fill('what I do not say yet');
  await ana.press(words.yours.put);
  await ana.press(words.yours.edit);
  await ana.page.getByLabel(words.yours.words).fill('what I may say one day');
  await ana.press(words.yours.putAnew);
  await expect(ana.page.locator('[data-kept-safe] .said')).toHaveText('what I may say one day');
  await ana.reloads();
  await expect(ana.page.locator('[data-kept-safe]')).toHaveCount(1);
  await expect(ana.page.locator('[data-kept-safe] .said')).toHaveText('what I may say one day');
  await ana.page.getByText(words.yours.burn, { exact: true }).click();
  await ana.press(words.yours.burnYes);
  await expect(ana.page.getByText(words.yours.drawerEmpty)).toBeVisible();
  await expect(ben.page.getByText('what I')).toHaveCount(0);
});

test('a misstep told, heard, said back and owned; stepping back, resting, taking back, ending', async ({
  serve,
  arrive,
}) => {
  const { ana, ben, server } = await two({ serve, arrive });
  const benElsewhere = await ben.context.newPage();
  await benElsewhere.goto(ben.page.url());

  await ana.goes('story');
  await ana.press(words.misstep.open);
  // What one has noted for oneself alone can be taken back, there and after coming back.
  await ana.press(words.misstep.doPrivate);
  await expect(ana.page.getByRole('dialog').getByText(words.misstep.noted)).toBeVisible();
  await ana.reloads();
  await ana.press(words.misstep.open);
  await ana.press(words.misstep.unnote);
  await expect(ana.button(words.misstep.doPrivate)).toBeVisible();
  await ana.page.locator('dialog summary').first().click();
  await ana.page.locator('dialog label', { hasText: words.misstep.kinds.judged }).click();
  await ana.page.getByLabel(words.misstep.words).fill('It was hard, for me.');
  await ana.press(words.misstep.doTell);
  await ana.goes('table');
  await expect(ana.page.getByText(words.repair.theirNext)).toBeVisible();
  // What is said while nothing can be reached goes out by itself, also over a relay started anew.
  await ben.context.setOffline(true);
  await ben.page.getByLabel(words.repair.sayBack).fill('You told me something hard.');
  await ben.press(words.repair.send);
  await server.kill();
  await server.up();
  await ben.context.setOffline(false);
  await ben.page.getByLabel(words.repair.own, { exact: true }).fill('I made it small.');
  await ben.press(words.repair.send);
  await expect(ana.page.getByText('I made it small.')).toBeVisible();

  await ana.goes('map');
  await ana.page.getByText(words.table.mapTable).click();
  const surface = words.rings[1] ?? '';
  const { open: isOpen, closed: isClosed } = words.cell.states;
  await expect(ana.button(words.cell.look(words.topics.love, surface, isClosed))).toBeVisible();
  // The card that was drawn may have been about work; then friends still stands as it was.
  const untouched = words.cell.look(words.topics.work, surface, isOpen);
  const cell =
    (await ana.button(untouched).count()) > 0
      ? untouched
      : words.cell.look(words.topics.friends, surface, isOpen);
  await ana.press(cell);
  await ana.page.locator('dialog summary').click();
  await ana.press(words.back.do);
  const closed = cell.replace(isOpen, isClosed);
  await expect(ana.button(closed)).toBeVisible();

  await ana.goes('story');
  await ana.press(words.takeBack.open);
  await ana.press(words.takeBack.parts.answer);
  await expect(ana.page.getByRole('dialog').getByText(words.takeBack.done)).toBeVisible();
  await ben.goes('story');
  await expect(ben.page.getByText('under the table')).toHaveCount(0);

  await ana.page.keyboard.press('Escape');
  await ana.goes('table');
  await ana.page.getByRole('link', { name: words.more.title }).click();
  await ana.page.getByText(words.rest.title).click();
  await ana.press(words.rest.do);
  await ben.goes('table');
  for (const page of [ben.page, benElsewhere]) {
    await expect(page.getByText(words.rest.resting)).toBeVisible();
  }

  await ben.page.getByRole('link', { name: words.more.title }).click();
  await ben.page.getByText(words.end.title).click();
  await ben.press(words.end.do);
  for (const page of [ana.page, ben.page, benElsewhere]) {
    await expect(page.getByText(words.end.ended)).toBeVisible();
  }
});
