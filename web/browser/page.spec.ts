import { expect, test } from './kith';
import axe from 'axe-core';
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
    await ana.seesInStory('of all things');
    await faultless(ana, 'story');
  });
}

/** Runs axe from outside the page's policy: as a script of the test, not of the page. */
async function faultless(person: Person, screen: string): Promise<void> {
  await person.page.evaluate(axe.source);
  const found = await person.page.evaluate(async () => {
    const run = (window as unknown as { axe: { run: () => Promise<unknown> } }).axe.run();
    return (await run) as { violations: { id: string; nodes: { html: string }[] }[] };
  });
  const faults = found.violations.map(
    (fault) => `${screen}: ${fault.id}: ${fault.nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(faults).toEqual([]);
}
