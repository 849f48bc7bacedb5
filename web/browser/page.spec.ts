import { expect, test } from './kith';
import { words } from '../src/ui/words';

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
  expect(await ana.page.evaluate(() => window.crossOriginIsolated)).toBe(true);
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
