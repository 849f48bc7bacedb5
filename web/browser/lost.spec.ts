import { bonded, keepsLater } from './bonding';
import { expect, test } from './kith';
import { words } from '../src/ui/words';

const DRAFT = 'I had only begun to say that the window stood open';

test('a card that the other swaps leaves the words that were begun for it', async ({
  serve,
  arrive,
}) => {
  const { ana, ben } = await bonded({ serve, arrive });
  await keepsLater(ana, ben);
  const question = await ana.draws();
  await ben.seesCard(question);
  await ana.writes(DRAFT);
  await ben.press(words.table.swap);
  const left = ana.page.locator('[data-unsent]');
  await expect(left.getByText(DRAFT)).toBeVisible();
  await expect(ben.page.locator('[data-unsent]')).toHaveCount(0);
  await ana.reloads();
  await expect(left.getByText(DRAFT)).toBeVisible();
  await ana.press(words.table.letGo);
  await expect(left).toHaveCount(0);
  await ana.reloads();
  await expect(ana.page.getByRole('heading', { name: words.table.drawTitle })).toBeVisible();
  await expect(left).toHaveCount(0);
});

test('what opened and waits for a response is in the story, on paper too, also after an end', async ({
  serve,
  arrive,
}) => {
  const { ana, ben } = await bonded({ serve, arrive });
  await keepsLater(ana, ben);
  await ben.seesCard(await ana.draws());
  await ana.writes('a word of hers');
  await ana.seals();
  await ben.writes('a word of his');
  await ben.seals();
  await ana.seesOpened('a word of hers', 'a word of his');
  await ana.goes('story');
  for (const text of ['a word of hers', 'a word of his']) {
    await expect(ana.page.locator('[data-card="opened"]').getByText(text)).toBeVisible();
  }
  await ben.page.getByRole('link', { name: words.more.title }).click();
  await ben.page.getByText(words.end.title, { exact: true }).click();
  await ben.press(words.end.do);
  await expect(ben.page.getByText(words.end.ended)).toBeVisible();
  await ana.goes('table');
  await expect(ana.page.getByText(words.end.ended)).toBeVisible();
  await ana.page.getByRole('link', { name: words.table.story }).first().click();
  await expect(ana.page.getByText('a word of his')).toBeVisible();
  await ana.page.getByRole('link', { name: words.story.print }).click();
  await expect(ana.page.locator('.printed').getByText('a word of his')).toBeVisible();
});

test('a link is taken back, and what never began can go from the list', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  const link = await ana.invites();
  await ana.page.getByLabel(words.invite.yourWords).fill('Only if you like');
  await ana.page.getByRole('link', { name: words.frame.home }).click();
  await ana.page.getByRole('button', { name: words.home.inviting }).click();
  await expect(ana.page.getByLabel(words.invite.yourWords)).toHaveValue('Only if you like');
  await ana.page.getByText(words.invite.backTitle).click();
  await ana.press(words.invite.backDo);
  await expect(ana.page.getByText(words.invite.stopped)).toBeVisible();
  await ben.page.goto(link);
  await expect(ben.page.getByRole('button', { name: words.join.another })).toBeVisible();
  await ana.press(words.invite.remove);
  await expect(ana.page.getByRole('button', { name: words.arrive.start })).toBeVisible();
});

test('a card that is too deep becomes a first step with the words that were written', async ({
  serve,
  arrive,
}) => {
  const { ana, ben } = await bonded({ serve, arrive });
  await keepsLater(ana, ben);
  await ana.press(words.own.open);
  const sheet = ana.page.getByRole('dialog');
  await sheet.getByLabel(words.own.labels.write).fill('What do you fear for me?');
  await sheet.locator('label.choice', { hasText: words.rings[3] ?? '' }).click();
  await sheet.getByRole('button', { name: words.own.lay, exact: true }).click();
  const instead = sheet.getByRole('button', { name: words.guard.ways['first-step'] });
  await expect(instead).toBeInViewport();
  await instead.click();
  await expect(sheet.getByRole('radio', { name: words.own.kinds.offer })).toBeChecked();
  await expect(sheet.getByLabel(words.own.labels.offer)).toHaveValue('What do you fear for me?');
  // A touch beside the sheet closes it, and loses nothing.
  await ana.page.keyboard.press('Escape');
  await ana.press(words.own.open);
  await expect(sheet.getByLabel(words.own.labels.write)).toHaveValue('What do you fear for me?');
});
