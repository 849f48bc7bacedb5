import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { faultless, fitting } from './faultless';
import { expect, test } from './kith';
import { german } from '../src/ui/words/de';
import { words } from '../src/ui/words';
import { DECK_QUESTION as QUESTION, opensDeck as opensFile, SOUND_DECK as DECK } from './decking';
import { findsCard } from './finding';
import { Person } from './person';
import type { Server } from './server';

const PHONE = { width: 360, height: 740 };

const PIN = createHash('sha256').update(DECK).digest('base64url');

/** What people hand each other by mistake, or on purpose, and what is said to it. */
const UNSOUND: readonly (readonly [string, string, string])[] = [
  ['---\ndeck: winter\n---\n', words.decks.mistake.markdown, 'not JSON'],
  ['holiday photographs', words.decks.mistake.json, 'not JSON'],
  [DECK.replace('"ring":1', '"ring":9'), words.decks.mistake.ring, 'deck.prompts[0].ring'],
  [DECK.replace('out?', 'out? <b>'), words.decks.mistake.words, 'markup'],
  [DECK.replace('first-snow', 'candles'), words.decks.mistake.twice, 'deck.prompts[1].id'],
  [DECK.replace('winter-evenings', 'founding'), words.decks.mistake.reserved, 'deck.deck'],
  ['#deck=1.abc', words.decks.mistake.link, 'fragment'],
];

async function bonded(ana: Person, ben: Person): Promise<void> {
  await ben.joins(await ana.invites());
  await ana.confirms();
}

async function toDecks(person: Person): Promise<void> {
  await person.goes('table');
  await person.page.getByRole('link', { name: words.more.title }).click();
  await person.page.getByRole('link', { name: words.decks.open }).click();
  await expect(person.page.getByRole('heading', { level: 1 })).toHaveText(words.decks.title);
}

async function two(arrive: (name: string, server: Server) => Promise<Person>, server: Server) {
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await ana.page.setViewportSize(PHONE);
  await bonded(ana, ben);
  return { ana, ben };
}

test('a deck is seen whole before it is used, its mistakes are explained, and it can be handed on', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const { ana, ben } = await two(arrive, server);

  await toDecks(ana);
  await faultless(ana.page, 'decks, none added');
  for (const [text, sentence, detail] of UNSOUND) {
    await opensFile(ana, text);
    await expect(ana.page.locator('.notice code')).toContainText(detail);
    await expect(ana.page.locator('.notice p').first()).toContainText(sentence);
  }
  await expect(ana.button(words.decks.useHere)).toHaveCount(0);
  await opensFile(ana, DECK);
  const whole = ana.page.locator('[data-deck="winter-evenings"]');
  await expect(whole).toContainText(QUESTION);
  await expect(whole).toContainText('Tell of a winter day');
  await expect(whole).toContainText(words.decks.notFor.grief);
  await expect(whole.locator('code')).toHaveText(PIN);
  await faultless(ana.page, 'a deck, whole');
  await fitting(ana.page, 'a deck, whole');
  await ana.press(words.decks.useHere);
  await expect(ana.page.locator('[data-added="winter-evenings"]')).toBeVisible();

  await findsCard(ana, 'everyday-1', QUESTION);
  await expect(ana.page.getByText(words.decks.from('winter-evenings'))).toBeVisible();
  await ben.seesCard(QUESTION);
  await expect(ben.page.getByText(words.decks.unknown('winter-evenings'))).toBeVisible();
  await faultless(ben.page, 'a card of a deck that is not here');

  await toDecks(ana);
  await ana.page.getByText(words.decks.handOn, { exact: true }).click();
  await ana.press(words.decks.copy);
  await expect(ana.page.getByText(words.decks.copied)).toBeVisible();
  const link = await ana.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('/#deck=1.');
  await ben.page.goto(link);
  await expect(ben.page.locator('[data-deck] code')).toHaveText(PIN);
  expect(ben.page.url()).not.toContain('deck=1.');
  await faultless(ben.page, 'a deck in a link');
  await ben.press(words.decks.useWith('Ana'));
  await expect(ben.page.getByText(words.decks.used('Ana'))).toBeVisible();
  await ben.page.goto(`${server.origin}/#/home`);
  await ben.page.getByRole('button', { name: words.home.with('Ana') }).click();
  await ben.seesCard(QUESTION);
  await expect(ben.page.getByText(words.decks.from('winter-evenings'))).toBeVisible();

  await ana.page.getByText(words.decks.remove, { exact: true }).click();
  await ana.press(words.decks.removeYes);
  await expect(ana.page.getByText(words.decks.none)).toBeVisible();
  await ana.reloads();
  await expect(ana.page.getByText(words.decks.none)).toBeVisible();
  await ana.goes('table');
  await ana.seesCard(QUESTION);
  for (const each of [...ana.sent, ...ben.sent]) {
    expect(each).not.toContain('winter');
    expect(each).not.toContain('deck=1.');
  }
});

test('each reads the founding cards in the language they chose, and what one wishes stays private', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const { ana, ben } = await two(arrive, server);
  await ben.page.evaluate(() => localStorage.setItem('kith.language', 'de'));
  const english = prompts('en');
  const anders = prompts('de');
  const question = await ana.draws();
  const id = [...english].find(([, text]) => text === question)?.[0] ?? '';
  await ben.reloads();
  await ben.seesCard(anders.get(id) ?? '');
  await faultless(ben.page, 'a card in German');

  const sent = ben.sent.length;
  const before = await ana.page.locator('main').innerText();
  await ben.press(german.wishes.open);
  const dialog = ben.page.getByRole('dialog');
  await dialog.getByLabel(german.wishes.kinds.favourite).check();
  await dialog.getByLabel(german.wishes.kinds.notEver).check();
  await faultless(ben.page, 'wishes');
  await ben.press(german.wishes.keep);
  await expect(ben.page.getByText(german.table.ratherNot)).toBeVisible();
  const places = ben.page.getByRole('navigation', { name: german.places.label });
  await places.getByRole('link', { name: german.places.yours, exact: true }).click();
  const marked = ben.page.locator('[data-marked]');
  await expect(marked.locator('.prompt')).toHaveText(anders.get(id) ?? '');
  await expect(marked).toContainText(german.wishes.kinds.favourite);
  await faultless(ben.page, 'marked cards');
  await fitting(ben.page, 'marked cards');
  expect(await ana.page.locator('main').innerText()).toBe(before);
  for (const each of ben.sent.slice(sent)) expect(each).not.toContain(id);

  await marked.getByRole('button', { name: german.wishes.change }).click();
  await dialog.getByLabel(german.wishes.kinds.favourite).uncheck();
  await dialog.getByLabel(german.wishes.kinds.notEver).uncheck();
  await ben.press(german.wishes.keep);
  await expect(marked).toContainText(german.wishes.nothing);
});

/** The first line of each prompt of the founding deck, by its id. */
function prompts(language: 'en' | 'de'): ReadonlyMap<string, string> {
  const path = `../decks/src/main/resources/kith/decks/founding.${language}.json`;
  const deck = JSON.parse(readFileSync(path, 'utf8')) as {
    prompts: readonly { id: string; text: string }[];
  };
  return new Map(deck.prompts.map(({ id, text }) => [id, text.split('\n')[0] ?? '']));
}
