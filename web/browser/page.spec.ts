import { expect, test } from './kith';
import { faultless as sound, fitting } from './faultless';
import { words } from '../src/ui/words';
import { Person } from './person';

test('the page calls nobody but its own server, and runs under its strict policy', async ({
  serve,
  arrive,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const complaints: string[] = [];
  ana.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await ana.reloads();
  await ana.invites();
  expect(complaints).toEqual([]);

  const strangers = ana.sent.filter((each) => !each.split(' ')[1]?.startsWith(server.origin));
  expect(strangers).toEqual([]);
  const policy = (await fetch(server.origin)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types kith");
  const refused = await ana.page.evaluate(() => {
    const injected = document.createElement('div');
    try {
      Reflect.set(injected, 'innerHTML', '<b>markup</b>');
      return 'markup was made of text';
    } catch {
      return 'refused';
    }
  });
  expect(refused).toBe('refused');
});

/** Payloads of other people's breaches; every place where words can stand gets one. */
const PAYLOADS = [
  '"><svg/onload=document.title=3>',
  "javascript:document.title='4'",
  '{{constructor.constructor("document.title=5")()}}',
  '<math><mi//xlink:href="data:x,<script>document.title=6</script>">',
  '\u202eevil\u0000\u2028</title><script>document.title=7</script>',
];

test('markup in a name and in an answer is only ever text', async ({ serve, arrive }) => {
  const server = await serve();
  const evil = '<img src=x onerror="document.title=1">';
  const ana = await arrive(evil, server);
  const ben = await arrive('Ben', server);
  await ben.joins(await ana.invites());
  await ana.confirms();
  await ana.draws();
  await ana.writes(`${evil}<script>document.title=2</script>`);
  await ana.seals();
  await ben.writes('an answer');
  await ben.seals();
  await ben.seesOpened(`${evil}<script>document.title=2</script>`);
  await expect(ben.page.getByRole('heading', { level: 1 })).toHaveText(words.table.title(evil));
  expect(await ben.page.locator('img').count()).toBe(0);
  await ben.responds('heard', PAYLOADS.join('\n'));
  await ana.responds('heard', PAYLOADS.join('\n'));
  for (const person of [ana, ben]) {
    await person.seesInStory(PAYLOADS[0] ?? '');
    await person.goes('yours');
    await person.press(words.yours.write);
    await person.page.getByLabel(words.yours.words).fill(PAYLOADS.join(' '));
    await person.press(words.yours.put);
    await expect(person.page.locator('[data-kept-safe] .said')).toContainText(PAYLOADS[0] ?? '');
    expect(await person.page.locator('main script, main svg[onload], main math').count()).toBe(0);
    expect(await person.page.title()).not.toMatch(/^\d$/);
  }
});

for (const look of ['light', 'dark'] as const) {
  test(`no screen has an accessibility fault, ${look}`, async ({ serve, arrive }) => {
    const server = await serve();
    const ana = await arrive('Ana', server);
    const ben = await arrive('Ben', server);
    for (const person of [ana, ben])
      await person.page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
    await faultless(ana, 'arrive');
    await ana.press(words.arrive.start);
    await faultless(ana, 'start');
    await ana.page.goto(server.origin);
    const link = await ana.invites();
    await faultless(ana, 'link');
    await ben.page.goto(link);
    await expect(ben.button(words.join.join)).toBeVisible();
    await faultless(ben, 'join');
    await ben.joins(link);
    await expect(ana.button(words.invite.yes)).toBeVisible();
    await faultless(ana, 'is it them');
    await ana.confirms();
    await faultless(ana, 'table with offers');
    await ana.draws();
    await ana.writes('under the table');
    await ana.seals();
    await ana.seesSealed();
    await faultless(ana, 'sealed');
    await faultless(ben, 'writing');
    await ben.writes('the smell of bread');
    await ben.seals();
    await ben.seesOpened('under the table');
    await faultless(ben, 'opened');
    await ben.responds('heard', '');
    await ana.responds('glad', 'of all things');
    await expect(ana.page.locator('[data-ask="landed"]')).toBeVisible();
    await faultless(ana, 'how did it land');
    for (const part of ['map', 'story', 'yours'] as const) {
      await ana.goes(part);
      await faultless(ana, part);
    }
    await ana.goes('map');
    await ana.page.getByText(words.table.mapTable).click();
    await faultless(ana, 'map as a table');
    await ana.page.locator('[data-cell="feelings-1"]').click();
    await faultless(ana, 'cell');
    await ana.page.keyboard.press('Escape');
    await ana.goes('table');
    await ana.page.getByRole('link', { name: words.more.title }).click();
    for (const fold of await ana.page.locator('summary').all()) await fold.click();
    await faultless(ana, 'looking after');
    for (const place of ['home', 'settings', 'evening', 'yours'] as const) {
      await ana.page.goto(`${server.origin}/#/${place}`);
      await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
      await faultless(ana, place);
    }
    await ana.page.goto(`${server.origin}/info.html`);
    await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
    await faultless(ana, 'information');
  });
}

/** No fault, and nothing wider than a phone or than a page enlarged four times. */
async function faultless(person: Person, screen: string): Promise<void> {
  await sound(person.page, screen);
  const wide = person.page.viewportSize() ?? { width: 1280, height: 720 };
  for (const width of [360, 320]) {
    await person.page.setViewportSize({ width, height: 640 });
    await fitting(person.page, `${screen} at ${String(width)}`);
  }
  await person.page.setViewportSize(wide);
}
