import { expect, test, type Kith } from './kith';
import type { Entry, Page as EntryPage, Parts } from '../src/wire/messages';
import { words } from '../src/ui/words';

test('an answer shown as mine that I did not seal stops my device', async ({ serve, arrive }) => {
  const ana = await openedThrough({ serve, arrive }, ([mine, theirs]) => [flipped(mine), theirs]);
  await expect(ana.page.getByRole('alert')).toHaveText(words.state.alarm);
  await expect(ana.page.getByText('the smell of bread')).toHaveCount(0);
});

test('an answer of the other that was changed on its way is not shown at all', async ({
  serve,
  arrive,
}) => {
  const ana = await openedThrough({ serve, arrive }, ([mine, theirs]) => [mine, flipped(theirs)]);
  await ana.seesOpened('under the table', words.table.notOpened);
  await expect(ana.page.getByText('the smell of bread')).toHaveCount(0);
});

test('two answers in each other’s places are never shown as each other’s', async ({
  serve,
  arrive,
}) => {
  const ana = await openedThrough({ serve, arrive }, ([mine, theirs]) => [theirs, mine]);
  await expect(ana.page.getByRole('alert')).toHaveText(words.state.alarm);
});

type Both = [Parts, Parts];

/** An exchange opens, but Ana’s device gets the opening as `changed` by the relay. */
async function openedThrough({ serve, arrive }: Kith, changed: (parts: Both) => Both) {
  const server = await serve();
  const ana = await arrive('Ana', server);
  const ben = await arrive('Ben', server);
  await ana.context.route('**/entries?after=*', async (route) => {
    const response = await route.fetch();
    const page = (await response.json()) as EntryPage;
    const entries = page.entries.map((entry): Entry =>
      'gate' in entry ? { ...entry, parts: changed(entry.parts) } : entry,
    );
    await route.fulfill({ response, json: { ...page, entries } });
  });
  await ben.joins(await ana.invites());
  await ana.confirms();
  await ana.draws();
  await ana.writes('under the table');
  await ana.seals();
  await ana.seesSealed();
  await ben.writes('the smell of bread');
  await ben.seals();
  await ben.seesOpened('under the table', 'the smell of bread');
  return ana;
}

/** The same parts with one letter of the body changed. */
function flipped(parts: Parts): Parts {
  const body = parts.body ?? '';
  const middle = Math.floor(body.length / 2);
  const other = body[middle] === 'A' ? 'B' : 'A';
  return { ...parts, body: body.slice(0, middle) + other + body.slice(middle + 1) };
}
