import { expect, test } from './kith';
import { words } from '../src/ui/words';
import { chosen, pressed, reached, told, typed, unfolded } from './keys';
import type { Person } from './person';

/** As one who has neither mouse nor screen: every press is a key, every sight a spoken name. */
interface Both {
  readonly ana: Person;
  readonly ben: Person;
}

test('every journey goes by keyboard alone, and each screen names what stands on it', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const both = { ana: await arrive('Ana', server), ben: await arrive('Ben', server) };
  await test.step('1 and 2: arrive, invite, join', () => meet(both));
  await test.step('5, 6 and 7: the table, answer, open together', () => exchange(both));
  await test.step('3: keep', () => keep(both));
  await test.step('4 and 10: home, an evening', () => evening(both));
  await test.step('5: the map and the story', () => mapAndStory(both));
  await test.step('9: the drawer', () => drawer(both));
  await test.step('8: a first step', () => firstStep(both));
  await test.step('11: that was too much, and mending', () => mending(both));
  await test.step('15: for a counsellor', () => account(both));
  await test.step('12: take back, step back, rest, end', () => slower(both));
  await test.step('13 and 14: leave this page, alone', () => leave(both, server.origin));
});

async function meet({ ana, ben }: Both): Promise<void> {
  const { arrive, start, join, invite } = words;
  await told(
    ana.page,
    `button "${words.frame.leave}"`,
    `heading "${arrive.title}" [level=1]`,
    `button "${arrive.start}"`,
    `heading "${arrive.notTitle}" [level=2]`,
  );
  await pressed(ana.page, arrive.start);
  await told(ana.page, `heading "${start.title}" [level=1]`, `textbox "${start.yourName}"`);
  await typed(ana.page, start.yourName, 'Ana');
  await pressed(ana.page, start.make);
  await told(ana.page, `heading "${invite.title}" [level=1]`, `button "${invite.copy}"`);
  const link = (await ana.page.locator('[data-link]').textContent()) ?? '';
  await pressed(ben.page, arrive.haveLink);
  await typed(ben.page, join.paste, link);
  await ben.page.keyboard.press('Enter');
  await told(ben.page, `heading "${join.title('Ana')}" [level=1]`, `button "${join.join}"`);
  await typed(ben.page, join.yourName, 'Ben');
  await pressed(ben.page, join.join);
  await told(ana.page, `heading "${invite.someone('Ben')}" [level=1]`, `button "${invite.no}"`);
  await pressed(ana.page, invite.yes);
}

async function exchange({ ana, ben }: Both): Promise<void> {
  const { places, table, respond, inner } = words;
  await told(
    ana.page,
    `navigation "${places.label}"`,
    `link "${places.table}"`,
    `link "${places.map}"`,
    `heading "${table.title('Ben')}" [level=1]`,
    `group "${table.drawTitle}"`,
    `button "${table.draw}" [disabled]`,
  );
  await reached(ana.page, ({ type }) => type === 'radio');
  await ana.page.keyboard.press('Space');
  await pressed(ana.page, table.draw);
  await told(ana.page, `textbox "${table.yourAnswer}"`, `button "${table.seal}"`);
  for (const [person, text] of [
    [ana, 'under the table'],
    [ben, 'the smell of bread'],
  ] as const) {
    await typed(person.page, table.yourAnswer, text);
    await pressed(person.page, table.seal);
  }
  for (const person of [ana, ben]) {
    await person.seesOpened('under the table', 'the smell of bread');
    await told(person.page, `heading "${table.openedTitle}" [level=2]`);
    await pressed(person.page, respond.begin);
    await chosen(person.page, respond.ways.thanks);
    await pressed(person.page, respond.send);
  }
  await told(
    ana.page,
    `heading "${inner.landed.title}" [level=2]`,
    `group "${inner.landed.rows.understood}"`,
    `radio "1, ${inner.landed.low}"`,
  );
  await pressed(ana.page, inner.skip);
}

async function keep({ ana }: Both): Promise<void> {
  const { page } = ana;
  await told(page, `region "${words.keep.title}"`, `button "${words.keep.do}"`);
  await pressed(page, words.keep.do);
  await told(page, `heading "${words.keep.title}" [level=1]`);
  await told(page, `heading "${words.sheet.title}" [level=2]`, `button "${words.sheet.have}"`);
  const paper = (await page.locator('[data-line]').allTextContents()).map((line) => line.trim());
  await pressed(page, words.sheet.have);
  await told(page, `heading "${words.sheet.check}" [level=2]`);
  for (const [index, line] of paper.entries()) {
    for (const [at, group] of line.split(' ').entries()) {
      const label = words.sheet.group(at + 1, index + 1);
      const isAsked = (await page.getByLabel(label, { exact: true }).count()) > 0;
      if (isAsked) await typed(page, label, group);
    }
  }
  await pressed(page, words.sheet.checkDo);
  await told(page, `group "${words.open.title}"`, `radio "${words.open.stay}" [checked]`);
  await chosen(page, words.open.words);
  await told(page, `textbox "${words.open.wordsHere}"`);
  const six = (await page.locator('[data-words]').textContent()) ?? '';
  await typed(page, words.open.wordsHere, six.trim());
  await pressed(page, words.open.wordsDo);
  await told(page, `button "${words.open.lock}"`);
  await pressed(page, words.open.open);
  await told(page, words.keep.done);
  await pressed(page, words.keep.finish);
}

async function evening({ ana }: Both): Promise<void> {
  const { page } = ana;
  const { home } = words;
  await told(page, `heading "${words.table.title('Ben')}" [level=1]`);
  await pressed(page, words.name);
  await told(
    page,
    `heading "${home.title}" [level=1]`,
    `button "${home.with('Ben')} ${home.quiet}"`,
  );
  await pressed(page, words.evening.open);
  await told(page, `heading "${words.evening.title}" [level=1]`);
  await pressed(page, words.evening.begin);
  await told(page, 'article', `button "${words.evening.pass}"`);
  await pressed(page, words.evening.next);
  await pressed(page, words.evening.enough);
  await pressed(page, words.evening.done);
  await told(page, `heading "${home.title}" [level=1]`);
}

/** From home to the table of the one bond. */
async function toTable(person: Person, other: string): Promise<void> {
  const start = words.home.with(other);
  await reached(person.page, ({ name, type }) => name.startsWith(start) && type === 'button');
  await person.page.keyboard.press('Enter');
  await told(person.page, `heading "${words.table.title(other)}" [level=1]`);
}

async function mapAndStory({ ana }: Both): Promise<void> {
  const { page } = ana;
  await toTable(ana, 'Ben');
  await pressed(page, words.places.map);
  await told(page, `link "${words.places.map}"`, `heading "${words.table.map}" [level=1]`);
  await unfolded(page, words.table.mapTable);
  const { closed } = words.cell.states;
  const cell = words.cell.look(words.topics.love, words.rings[1] ?? '', closed);
  const topic = `columnheader "${words.table.topic}"`;
  await told(page, topic, `rowheader "${words.topics.love}"`, `button "${cell}"`);
  await pressed(page, cell);
  await told(page, `dialog "${words.topics.love}`, `button "${words.frame.close}"`);
  await page.keyboard.press('Escape');
  await pressed(page, words.places.story);
  await told(
    page,
    `heading "${words.table.story}" [level=1]`,
    `searchbox "${words.story.search}"`,
    'article',
  );
  await typed(page, words.story.search, 'table');
  await expect(page.locator('article[data-card="settled"]')).toHaveCount(1);
}

async function drawer({ ana }: Both): Promise<void> {
  const { page } = ana;
  await pressed(page, words.places.yours);
  await told(page, `heading "${words.yours.title}" [level=1]`, `textbox "${words.yours.notes}"`);
  await pressed(page, words.yours.write);
  await typed(page, words.yours.words, 'what I do not say yet');
  await told(page, `combobox "${words.own.topic}"`, `group "${words.own.ring}"`);
  await pressed(page, words.yours.put);
  await told(page, 'article', 'what I do not say yet');
  await unfolded(page, words.yours.burn);
  await pressed(page, words.yours.burnYes);
  await told(page, words.yours.drawerEmpty);
}

async function firstStep({ ana, ben }: Both): Promise<void> {
  await pressed(ana.page, words.places.table);
  await pressed(ana.page, words.own.open);
  await told(ana.page, `dialog "${words.own.open}"`, `group "${words.own.which}"`);
  await chosen(ana.page, words.own.kinds.offer);
  await typed(ana.page, words.own.labels.offer, 'about the summer I was ill');
  await pressed(ana.page, words.own.lay);
  await told(ben.page, `heading "${words.firstStep.title}" [level=2]`);
  await pressed(ben.page, words.firstStep.ready);
  await typed(ana.page, words.firstStep.yours, 'I read one book eleven times.');
  await pressed(ana.page, words.table.seal);
  await ben.seesOpened('I read one book eleven times.');
  await pressed(ben.page, words.respond.begin);
  await chosen(ben.page, words.respond.ways.heard);
  await pressed(ben.page, words.respond.send);
}

async function mending({ ana, ben }: Both): Promise<void> {
  await pressed(ana.page, words.places.story);
  await pressed(ana.page, words.misstep.open);
  await told(ana.page, `dialog "${words.misstep.title}"`, `button "${words.misstep.doPrivate}"`);
  await unfolded(ana.page, words.misstep.tell);
  await chosen(ana.page, words.misstep.kinds.judged);
  await typed(ana.page, words.misstep.words, 'It was hard, for me.');
  await pressed(ana.page, words.misstep.doTell);
  const { title, sayBack, send, own } = words.repair;
  await told(ben.page, `heading "${title}" [level=2]`, `textbox "${sayBack}"`);
  await typed(ben.page, sayBack, 'You told me something hard.');
  await pressed(ben.page, send);
  await typed(ben.page, own, 'I made it small.');
  await pressed(ben.page, send);
  await pressed(ana.page, words.places.table);
  await told(ana.page, words.repair.saidBack.theirs('Ben'), 'I made it small.');
}

async function account({ ana }: Both): Promise<void> {
  await pressed(ana.page, words.more.title);
  await told(ana.page, `heading "${words.more.title}" [level=1]`);
  await pressed(ana.page, words.export.account);
  await told(
    ana.page,
    `heading "${words.account.title}" [level=1]`,
    `checkbox "${words.account.withPauses}"`,
    `rowheader "${words.topics.everyday}"`,
  );
}

async function slower({ ana, ben }: Both): Promise<void> {
  const { page } = ana;
  await pressed(page, words.places.story);
  await pressed(page, words.takeBack.open);
  await told(page, `dialog "${words.takeBack.title}"`);
  await pressed(page, words.takeBack.parts.answer);
  await told(page, words.takeBack.done);
  await page.keyboard.press('Escape');
  await pressed(page, words.places.table);
  await pressed(page, words.more.title);
  await unfolded(page, words.back.title);
  await told(page, `combobox "${words.own.topic}"`, `button "${words.back.do}"`);
  await pressed(page, words.back.do);
  await pressed(page, words.more.title);
  await unfolded(page, words.rest.title);
  await told(page, `group "${words.rest.how}"`);
  await pressed(page, words.rest.do);
  await told(page, words.rest.resting);
  await told(ben.page, words.rest.resting);
  await pressed(ben.page, words.more.title);
  await unfolded(ben.page, words.end.title);
  await told(ben.page, `group "${words.end.words}"`, `group "${words.end.when}"`);
  await pressed(ben.page, words.end.do);
  for (const person of [ana, ben]) await told(person.page, words.end.ended);
}

async function leave({ ana }: Both, origin: string): Promise<void> {
  const { page } = ana;
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  await page.waitForURL('**/away.html');
  await page.goto(`${origin}/#/yours`);
  await told(page, `heading "${words.locked.title}"`, `button "${words.locked.again}"`);
  await pressed(page, words.locked.again);
  await typed(page, words.yours.notes, 'the light on the stairs');
  await pressed(page, words.yours.another);
}
