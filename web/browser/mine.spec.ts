import { bonded, keepsLater } from './bonding';
import { DECK_QUESTION, opensDeck, SOUND_DECK } from './decking';
import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { Person } from './person';

const PHONE = { width: 360, height: 740 };
const FIRST = 'What did your kitchen smell of, when you were ten?';
const SECOND = 'Which road did you walk most often as a child?';
const OTHER_DECK = SOUND_DECK.replace('winter-evenings', 'summer-nights').replace('power', 'sun');

/** One person in two tabs, at the table that they have with Ben. */
async function twoTabs(tools: Parameters<typeof bonded>[0]) {
  const { ana, ben, server } = await bonded(tools);
  await keepsLater(ana);
  const too = await Person.within(ana.context, 'Ana', server.origin);
  await too.page.setViewportSize(PHONE);
  await too.page.goto(ana.page.url());
  await expect(too.button(words.own.open)).toBeVisible();
  return { ana, too, ben, tabs: [ana, too] as const };
}

/** Writes a card of one's own, up to the press that puts it on the table. */
async function writesCard(person: Person, text: string): Promise<void> {
  await person.press(words.own.open);
  const dialog = person.page.getByRole('dialog');
  await dialog.locator('label.choice', { hasText: words.own.kinds.write }).click();
  await dialog.getByLabel(words.own.labels.write).fill(text);
}

const laying = (person: Person) =>
  person.page.getByRole('dialog').getByRole('button', { name: words.own.lay, exact: true });

test('a question of one’s own, put on the table in two tabs at once: one lies there, the other keeps its words', async ({
  serve,
  arrive,
}) => {
  const { ana, too, ben, tabs } = await twoTabs({ serve, arrive });
  await writesCard(ana, FIRST);
  await writesCard(too, SECOND);
  await Promise.all(tabs.map((tab) => laying(tab).click()));
  const refused = ({ page }: Person) =>
    page.getByRole('dialog').getByText(words.refusals['card-on-table'] ?? '');
  const refusals = () => Promise.all(tabs.map((tab) => refused(tab).count()));
  await expect.poll(async () => (await refusals()).sort().join()).toBe('0,1');
  const isFirst = (await refusals())[1] === 1;
  const [laid, kept] = isFirst ? [FIRST, SECOND] : [SECOND, FIRST];
  const late = isFirst ? too : ana;
  await expect(refused(isFirst ? ana : too)).toHaveCount(0);
  await expect(late.page.getByLabel(words.own.labels.write)).toHaveValue(kept);
  await ben.seesCard(laid);
  await expect(ben.page.locator('article[data-card]')).toHaveCount(1);

  // The other tab shows it, and can take it away; then there is room for the words that waited.
  await (isFirst ? ana : too).press(words.table.swap);
  await expect(ben.page.getByText(laid)).toHaveCount(0);
  await laying(late).click();
  for (const person of [...tabs, ben]) await person.seesCard(kept);
  for (const { page } of [...tabs, ben]) {
    await expect(page.locator('article[data-card]')).toHaveCount(1);
  }
});

test('what lies in the drawer is put there and burnt in two tabs at once', async ({
  serve,
  arrive,
}) => {
  const { ana, too, tabs } = await twoTabs({ serve, arrive });
  for (const tab of tabs) {
    await tab.goes('yours');
    await tab.press(words.yours.write);
  }
  await ana.page.getByLabel(words.yours.words).fill(FIRST);
  await too.page.getByLabel(words.yours.words).fill(SECOND);
  await Promise.all(tabs.map((tab) => tab.press(words.yours.put)));
  const lying = ({ page }: Person) => page.locator('[data-kept-safe]');
  for (const tab of tabs) {
    await expect(lying(tab)).toHaveCount(2);
    for (const text of [FIRST, SECOND]) await expect(tab.page.getByText(text)).toBeVisible();
  }
  const burns = async (tab: Person, text: string) => {
    const card = lying(tab).filter({ hasText: text });
    await card.getByText(words.yours.burn, { exact: true }).click();
    await card.getByRole('button', { name: words.yours.burnYes }).click();
  };
  await Promise.all([burns(ana, SECOND), burns(too, FIRST)]);
  for (const tab of tabs) await expect(lying(tab)).toHaveCount(0);
  await ana.reloads();
  await expect(ana.page.getByText(words.yours.drawerEmpty)).toBeVisible();
});

test('decks are added, chosen for whom, and taken away in two tabs at once', async ({
  serve,
  arrive,
}) => {
  const { ana, too, tabs } = await twoTabs({ serve, arrive });
  for (const tab of tabs) {
    await tab.page.getByRole('link', { name: words.more.title }).click();
    await tab.page.getByRole('link', { name: words.decks.open }).click();
  }
  const added = ({ page }: Person) => page.locator('[data-added]');
  const uses = (tab: Person) => tab.press(words.decks.useHere);
  await opensDeck(ana, SOUND_DECK);
  await opensDeck(too, OTHER_DECK);
  await Promise.all(tabs.map(uses));
  for (const tab of tabs) await expect(added(tab)).toHaveCount(2);
  // Whom they are made for is chosen in one tab, and in the other at the next moment.
  const pair = ({ page }: Person, name: string) => page.getByRole('radio', { name });
  await pair(ana, words.decks.pairs.friends).check({ force: true });
  await expect(pair(too, words.decks.pairs.friends)).toBeChecked();
  await pair(too, words.decks.pairs.any).check({ force: true });
  await expect(pair(ana, words.decks.pairs.any)).toBeChecked();

  const removes = async (tab: Person, deck: string) => {
    const card = tab.page.locator(`[data-added="${deck}"]`);
    await card.getByText(words.decks.remove, { exact: true }).click();
    await card.getByRole('button', { name: words.decks.removeYes }).click();
  };
  // One is taken away here while the other is taken away there; then one and the same lies open in both.
  await Promise.all([removes(ana, 'summer-nights'), removes(too, 'winter-evenings')]);
  for (const tab of tabs) await expect(tab.page.getByText(words.decks.none)).toBeVisible();
  for (const tab of tabs) await opensDeck(tab, SOUND_DECK);
  await uses(ana);
  await expect(too.button(words.decks.useHere)).toBeDisabled();
  for (const tab of tabs) await expect(added(tab)).toHaveCount(1);
  await too.reloads();
  await expect(added(too)).toHaveCount(1);
  await added(too).getByText(words.decks.see, { exact: true }).click();
  await expect(added(too).getByText(DECK_QUESTION)).toBeVisible();
});
