import { expect, test } from './kith';
import { words } from '../src/ui/words';
import type { Person } from './person';
import { Server } from './server';
import { Terminal } from './terminal';

const DIGITS = /\d{4} \d{4} \d{4}/;

const HERS = 'I used to hide under the kitchen table';
const HIS = 'the smell of bread in the morning';

/** Both read the same twelve digits, and say so. */
async function compare(ana: Person, ben: Terminal): Promise<void> {
  const shown = await ben.sees(DIGITS);
  await ana.press(words.check.open);
  await expect(ana.page.locator('.digits')).toHaveText(DIGITS.exec(shown)?.[0] ?? 'none');
  await ana.press(words.check.same);
  ben.types('same');
}

/** A card is answered by both and responded to by both. */
async function exchange(ana: Person, ben: Terminal): Promise<void> {
  await ana.writes(HERS);
  await ana.seals();
  await ben.sees('[answer]');
  ben.types('answer', HIS, '');
  await ben.sees(HERS);
  await ana.seesOpened(HERS, HIS);
  await ana.responds('glad', 'bread, of all things');
  await ben.sees('bread, of all things');
  ben.types('respond', '1', 'I can see that table', '');
  await ana.seesInStory(HERS, HIS, 'I can see that table');
  ben.types('story');
  await ben.shows(`They: ${HERS}`);
}

test('a bond between a browser that invites and a terminal', async ({ arrive }) => {
  const server = await Server.dated();
  const ben = await Terminal.start(server);
  try {
    const ana = await arrive('Ana', server);
    const link = await ana.invites();
    ben.types('join', link, 'Ben');
    await ben.shows('You are in as soon as');
    await ana.confirms();
    await compare(ana, ben);
    ben.types('draw', '1');
    await ben.sees('On the table');
    await exchange(ana, ben);

    ben.types('rest', 'yes');
    await ben.shows('The bond rests.');
    ben.types('resume', 'yes');
    await ben.shows('Kept.');
    await expect(ana.page.getByText(words.rest.resting)).toBeVisible();
    await ana.page.getByRole('link', { name: words.more.title }).click();
    await ana.saysYes(words.inner.resume.yes);
    await ana.goes('table');
    await server.pass(1);
    await ben.sees('The table is free.');
    await expect(ana.page.getByText(words.rest.resting)).toHaveCount(0);

    ben.types('withdraw', '1', '1');
    await ben.sees('The table is free.');
    await ana.goes('story');
    await expect(ana.page.getByText(HIS)).toHaveCount(0);
    await expect(ana.page.getByText(HERS).first()).toBeVisible();

    ben.types('end', '', '', 'yes', 'be well');
    await ben.shows('The bond has ended.');
    await ana.goes('table');
    await expect(ana.page.getByText(words.end.ended)).toBeVisible();
    await expect(ana.page.getByText('be well')).toBeVisible();
  } finally {
    await ben.dispose();
    await server.dispose();
  }
});

test('a bond between a terminal that invites and a browser', async ({ serve, arrive }) => {
  const server = await serve();
  const ben = await Terminal.start(server);
  try {
    const ana = await arrive('Ana', server);
    ben.types('start', 'Ben');
    const link = /http\S+#1\.\S+/.exec(await ben.shows(/#1\.\S+/))?.[0] ?? '';
    await ana.joins(link);
    await ben.sees('calls themselves Ana');
    ben.types('yes');
    await compare(ana, ben);
    await ana.draws();
    await ben.sees('On the table');
    await exchange(ana, ben);

    await ana.goes('story');
    await ana.press(words.takeBack.open);
    await ana.press(words.takeBack.parts.answer);
    await expect(ana.page.getByText(words.takeBack.done)).toBeVisible();
    await ben.asks('story', 'They: (taken back)');

    await ana.page.keyboard.press('Escape');
    await ana.goes('table');
    await ana.page.getByRole('link', { name: words.more.title }).click();
    await ana.page.getByText(words.end.title).click();
    await ana.press(words.end.do);
    await expect(ana.page.getByText(words.end.ended)).toBeVisible();
    await ben.sees('The bond has ended.');
  } finally {
    await ben.dispose();
  }
});
