import { expect, test } from './kith';
import { german } from '../src/ui/words/de';
import { words } from '../src/ui/words';
import script from '../../decks/src/main/resources/kith/decks/evening.en.json' with { type: 'json' };

const closing = script.parts.find((part) => part.name === 'closing');

test('one person alone: notes, drawer, cards; and an evening at one table', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await ana.page.setViewportSize({ width: 360, height: 740 });
  await ana.page.getByRole('link', { name: words.yours.title }).click();
  await ana.page.getByLabel(words.yours.notes).fill('the light on the stairs');
  const card = await ana.page.locator('main .card .prompt').textContent();
  await ana.press(words.yours.another);
  await expect(ana.page.locator('main .card .prompt')).not.toHaveText(card ?? '');
  await ana.reloads();
  await expect(ana.page.getByLabel(words.yours.notes)).toHaveValue('the light on the stairs');

  await ana.page.goto(`${server.origin}/#/evening`);
  await ana.press(words.evening.begin);
  const next = ana.button(words.evening.next);
  while (await ana.page.locator('article .prompt').isVisible()) await next.click();
  await expect(next).toBeDisabled();
  await ana.page.getByLabel(words.evening.yesOne).check();
  await expect(next).toBeDisabled();
  await ana.page.getByLabel(words.evening.yesOther).check();
  await next.click();
  await ana.press(words.evening.enough);
  await expect(ana.page.getByText(closing?.lines?.[0] ?? '', { exact: true })).toBeVisible();
  await ana.press(words.evening.done);
});

test('the language and the look are chosen, and stay', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await ana.page.goto(`${server.origin}/#/settings`);
  await ana.page.getByLabel(words.settings.languages.de).check();
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText(german.settings.title);
  const toThemselves = ana.page.getByRole('link', { name: german.frame.settings, exact: true });
  await expect(toThemselves).toHaveCount(0);
  await ana.page.getByLabel(german.settings.looks.dark).check();
  await ana.reloads();
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText(german.settings.title);
  expect(await ana.page.locator('html').getAttribute('lang')).toBe('de');
  const paper = await ana.page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(paper).toBe('rgb(29, 26, 23)');
});
