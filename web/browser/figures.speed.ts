import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { words } from '../src/ui/words';
import { bond, keepsLater } from './bonding';
import { SLOWER, slowed, told, usable } from './figures';
import { expect, test } from './kith';
import { Person } from './person';
import { isSettled } from './settled';

/** Each figure is the middle one of so many; Lighthouse runs so often in a row. */
const ROUNDS = 5;

/** The page that one leaves to: a few lines, and no script. */
const EMPTY = '/away.html';

/** What is measured, pinned: it is fetched when it is wanted, and no part of what Kith needs. */
const LIGHTHOUSE = 'lighthouse@12.8.2';

/** A port of this machine, at which Lighthouse finds the browser in which somebody has a bond. */
const PORT = '9377';

const CATEGORIES = 'performance,accessibility,best-practices';

/** So many points of a hundred the middle one of the runs has in each category. */
const GOAL = 95;

test('the first page can soon be used on a slow phone', async ({ serve, browser }) => {
  const { origin } = await serve();
  const figures: number[] = [];
  const empty: number[] = [];
  const came: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    // The browser runs already, and knows nothing of Kith but a page without anything in it.
    await page.goto(`${origin}${EMPTY}`);
    await slowed(page);
    // What a page costs that does nothing at all, in the same browser and over the same link.
    await page.goto(`${origin}${EMPTY}?again`);
    empty.push(await painted(page));
    await page.goto(origin);
    figures.push(await usable(page, words.arrive.start));
    came.push(await begun(page));
    await context.close();
  }
  console.log(`first page, ${String(SLOWER)} times slower: ${told(figures)}`);
  console.log(`of it, until the document had come and its scripts began: ${told(came)}`);
  console.log(`a page with nothing in it, the same: ${told(empty)}`);
});

test('the table is soon there again on a slow phone', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await bond({ ana, ben: await arrive('Ben', server) });
  await keepsLater(ana);
  await isSettled(ana.page);
  const { page } = ana;
  const session = await slowed(page);
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.reload();
    figures.push(await usable(page, words.table.draw));
  }
  await session.detach();
  console.log(`table, ${String(SLOWER)} times slower: ${told(figures)}`);
});

test('Lighthouse finds little to better on the first page', async ({ serve }) => {
  const { origin } = await serve();
  await inFolder(async (profile) => {
    const reports: Report[] = [];
    for (let run = 0; run < ROUNDS; run++) {
      reports.push(await within(profile, () => audited(`${origin}/`)));
    }
    report('first page', reports);
  });
});

test('Lighthouse finds little to better on the table', async ({ serve, arrive }) => {
  // It waits most of a minute, each time, for a page that never stops listening to be still.
  test.setTimeout(ROUNDS * 120_000);
  const server = await serve();
  await inFolder(async (profile) => {
    const table = await within(profile, async (context) => {
      const ana = await Person.within(context, 'Ana', server.origin);
      await bond({ ana, ben: await arrive('Ben', server) });
      await keepsLater(ana);
      await isSettled(ana.page);
      return ana.page.url();
    });
    const reports: Report[] = [];
    // As somebody comes back to it another day: what it leaves in a browser's memory is nobody's task.
    for (let run = 0; run < ROUNDS; run++) {
      reports.push(await within(profile, () => audited(table)));
    }
    report('table', reports);
  });
});

/** Does it with a folder for a browser, which is gone afterwards. */
async function inFolder(does: (profile: string) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'kith-speed-'));
  try {
    await does(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Does it in a browser that keeps what is in that folder, and that Lighthouse finds. */
async function within<T>(profile: string, does: (context: BrowserContext) => Promise<T>) {
  const { launchOptions } = test.info().project.use;
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--remote-debugging-port=${PORT}`],
  });
  try {
    return await does(context);
  } finally {
    await context.close();
  }
}

/** Milliseconds from the request for the page until it was read, and its scripts could begin. */
function begun(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return (navigation as PerformanceNavigationTiming).domInteractive;
  });
}

/** Milliseconds from the request for the page until its first frame has been painted. */
function painted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => resolve(performance.now()));
      }),
  );
}

interface Audit {
  readonly id: string;
  readonly title: string;
  readonly score: number | null;
}

interface Report {
  readonly categories: Record<
    string,
    { readonly score: number; readonly auditRefs: readonly { id: string; weight: number }[] }
  >;
  readonly audits: Record<string, Audit & { readonly displayValue?: string }>;
}

/** It opens a tab of its own in the browser, which this program has to let go on meanwhile. */
async function audited(address: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-lighthouse-'));
  const path = join(folder, 'report.json');
  const options = ['--quiet', '--disable-storage-reset', '--output=json', `--output-path=${path}`];
  const program = ['--yes', LIGHTHOUSE, address, `--port=${PORT}`];
  await promisify(execFile)('npx', [...program, `--only-categories=${CATEGORIES}`, ...options]);
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  rmSync(folder, { recursive: true, force: true });
  return report;
}

/** The points of each category, run by run, and what cost some in the worst of them. */
function report(page: string, reports: readonly Report[]): void {
  for (const name of CATEGORIES.split(',')) {
    const points = (each: Report) => Math.round((each.categories[name]?.score ?? 0) * 100);
    const sorted = [...reports].sort((one, other) => points(one) - points(other));
    const [least] = sorted;
    const middle = sorted[Math.floor(sorted.length / 2)];
    if (least === undefined || middle === undefined) throw new Error('nothing was audited');
    const all = reports.map((each) => String(points(each))).join(', ');
    console.log(`Lighthouse, ${page}, ${name}: ${all}; least ${String(points(least))}`);
    costly(name, least);
    expect(points(middle), `${page}, ${name}`).toBeGreaterThanOrEqual(GOAL);
  }
}

function costly(category: string, { categories, audits }: Report): void {
  for (const { id, weight } of categories[category]?.auditRefs ?? []) {
    const audit = audits[id];
    if (weight === 0 || audit?.score == null || audit.score >= 0.9) continue;
    console.log(`  ${id}: ${audit.title} ${audit.displayValue ?? ''}`);
  }
}
