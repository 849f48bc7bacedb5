import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { Person } from './person';

test('a link that leads nowhere is explained, and nothing is lost', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const link = await ana.invites();
  const ben = await arrive('Ben', server);
  const says = async (person: Person, address: string, sentence: string): Promise<void> => {
    await person.page.goto('about:blank');
    await person.page.goto(address);
    await expect(person.page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
    expect(new URL(person.page.url()).hash).toBe('');
  };

  await says(ben, `${server.origin}/j`, words.trouble.emptyLink);
  await says(ben, link.slice(0, -3), words.trouble.brokenLink);
  await says(ben, `${link.slice(0, -2)}é!`, words.trouble.brokenLink);
  await says(ben, swapped(link), words.trouble.unknownLink);
  await says(ana, link, words.trouble.ownLink);

  await ben.page.goto(`${server.origin}/#/paste`);
  await ben.page
    .getByLabel(words.join.paste)
    .fill(link.replace(server.origin, 'https://example.org'));
  await ben.press(words.join.open);
  await expect(ben.page.getByText(words.trouble.otherServer)).toBeVisible();

  await ben.joins(link);
  await says(ben, link, words.trouble.alreadyJoined);
  const eve = await arrive('Eve', server);
  await says(eve, link, words.trouble.usedLink);
  // What can be done is offered, and nothing that leads to the same once more.
  await expect(eve.button(words.trouble.again)).toHaveCount(0);
  await server.kill();
  await eve.press(words.join.another);
  await eve.press(words.join.open);
  await expect(eve.page.getByText(words.trouble.linkMissing)).toBeVisible();
  await eve.page.getByLabel(words.join.paste).fill(link);
  await eve.press(words.join.open);
  await expect(eve.page.getByText(words.trouble.unreachable)).toBeVisible();
  await expect(eve.button(words.trouble.again)).toBeVisible();
  await ben.press(words.home.title);
  await expect(ben.page.getByText(words.home.with('Ana'))).toBeVisible();
});

test('who accepts second is told, and the inviter can say that it is not them', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const link = await ana.invites();
  const ben = await arrive('Ben', server);
  const eve = await arrive('Eve', server);
  for (const person of [ben, eve]) {
    await person.page.goto(link);
    await person.page.getByLabel(words.join.yourName).fill(person.name);
  }
  await eve.press(words.join.join);
  await expect(eve.page.getByText(words.join.almost('Ana'))).toBeVisible();
  // Back leads neither to the form that has been filled in nor to the link that has been used.
  for (const { page } of [ana, eve]) {
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.home.title);
    await page.goForward();
  }
  await ben.press(words.join.join);
  await expect(ben.page.getByText(words.trouble.usedLink)).toBeVisible();

  await expect(ana.page.getByText(words.invite.isIt('Eve'))).toBeVisible();
  await ana.press(words.invite.no);
  await expect(ana.page.getByText(words.invite.stopped)).toBeVisible();
  await eve.reloads();
  await expect(eve.page.getByText(words.invite.stopped)).toBeVisible();
});

test('a name and words are asked for when they are missing', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('', server);
  await ana.press(words.arrive.start);
  await ana.press(words.start.make);
  await expect(ana.page.getByText(words.trouble.nameMissing)).toBeVisible();
  await ana.page.getByLabel(words.start.yourName).fill('Ana');
  await ana.press(words.start.make);
  const ben = await arrive('Ben', server);
  const link = (await ana.page.locator('[data-link]').textContent()) ?? '';
  await expect(ana.page.getByText(words.invite.onlyHere)).toBeVisible();
  await ben.page.goto(link);
  await expect(ben.page.getByText(words.join.operatorWarning)).toBeVisible();
  await ben.joins(link);
  await ana.confirms();
  await ana.draws();
  await ana.writes('   ');
  await ana.seals();
  await expect(ana.page.getByText(words.refusals['words-missing'] ?? '')).toBeVisible();
});

/** The same link with another secret of the same shape. */
function swapped(link: string): string {
  const [address = '', secret = ''] = link.split('#1.');
  return `${address}#1.${Array.from(secret).reverse().join('').slice(0, -1)}A`;
}
