import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bond } from './bonding';
import { expect, test } from './kith';
import { Person } from './person';
import { Stranger, times, tries, type Times } from './stranger';

/** Pages, files, answers: some that are there, and some that are not. */
const PATHS = ['/', '/info.html', '/j', '/icon.svg', '/missing.js', '/v1/about', '/v1/live'];

/** So many times each; by chance alone the share leaves its bounds once in 100,000 tries. */
const ASKED = 24;

/** How often one is slower than the other: half of the time when nothing can be told. */
const HARDLY_EVER = 0.1;

test('a page of another site learns nothing, whether somebody has a bond here or not', async ({
  serve,
  arrive,
  browser,
}) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await bond({ ana, ben: await arrive('Ben', server) });
  const stranger = await Stranger.start();
  const nobody = await browser.newContext();
  try {
    const pages = [await ana.context.newPage(), await nobody.newPage()] as const;
    for (const page of pages) await page.goto(stranger.origin);
    const [hers, theirs] = await Promise.all(
      pages.map((page) => tries(page, server.origin, PATHS)),
    );
    expect(hers).toEqual(theirs);
    expect(new Set(Object.values(hers?.asked ?? {}))).toEqual(new Set(['refused']));
    expect(new Set(Object.values(hers?.framed ?? {}))).toEqual(new Set(['0 closed']));
    expect(new Set(Object.values(hers?.opened ?? {}))).toEqual(new Set(['true 0']));
    expect(hers?.sizes).toEqual([]);
    expect(hers?.kept).toEqual([0, 0, 0, 0]);
    expect(Object.keys(hers?.asked ?? {})).toHaveLength(5 * PATHS.length);
    // Nothing goes along by itself with what another site asks for.
    expect(await ana.context.cookies()).toEqual([]);
    await timeless(...pages, server.origin);
    for (const page of ana.context.pages().filter((one) => one.url().startsWith(server.origin))) {
      expect(await page.evaluate(() => window.opener === null)).toBe(true);
    }
  } finally {
    await nobody.close();
    await stranger.stop();
  }
});

/**
 * Asks from one page and from another in turn, so that a busy machine speaks for neither. In one of
 * the two browsers Kith lies open meanwhile: nothing of what it runs in may serve a frame as well.
 */
async function timeless(hers: Page, theirs: Page, kith: string): Promise<void> {
  const took = { hers: [] as Times[], theirs: [] as Times[] };
  for (let round = 0; round < ASKED; round++) {
    if (round % 2 === 0) took.hers.push(await times(hers, kith));
    took.theirs.push(await times(theirs, kith));
    if (round % 2 === 1) took.hers.push(await times(hers, kith));
  }
  const ways = Object.keys(took.hers[0] ?? {});
  expect(ways).toHaveLength(5);
  for (const way of ways) {
    const slower = shareOfSlower(column(took.hers, way), column(took.theirs, way));
    console.log(`a refusal, ${way}: slower in ${(100 * slower).toFixed(0)} of 100 pairs`);
    expect(slower, way).toBeGreaterThan(HARDLY_EVER);
    expect(slower, way).toBeLessThan(1 - HARDLY_EVER);
  }
}

function column(rows: readonly Times[], name: string): number[] {
  return rows.map((row) => row[name] ?? Number.NaN);
}

/** Of all pairs of one and another, in how many the one is larger; half of those that are alike. */
function shareOfSlower(some: readonly number[], others: readonly number[]): number {
  const pairs = some.flatMap((one) =>
    others.map((other) => (one === other ? 0.5 : Number(one > other))),
  );
  return pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
}

/** What the browser itself wrote down of all that went over the network, page and worker alike. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Record<string, number> };
  readonly events: readonly { readonly type: number; readonly params?: Asked }[];
}

/** `initiator`: the origin that asked; what the browser does of itself (updates) has none. */
interface Asked {
  readonly url?: string;
  readonly initiator?: string;
}

test('over a whole exchange Kith has the browser ask nobody but its own server', async ({
  serve,
}) => {
  const server = await serve();
  const folder = mkdtempSync(join(tmpdir(), 'kith-net-'));
  const log = join(folder, 'net.json');
  const { launchOptions } = test.info().project.use;
  const args = [...(launchOptions?.args ?? []), `--log-net-log=${log}`];
  const browser = await chromium.launch({ ...launchOptions, args });
  try {
    await exchanged(browser, server.origin);
    await browser.close();
    const { constants, events } = JSON.parse(readFileSync(log, 'utf8')) as NetLog;
    const starts = constants.logEventTypes['URL_REQUEST_START_JOB'];
    const asked = events
      .filter(({ type }) => type === starts)
      .map(({ params }) => params ?? {})
      .filter(
        ({ initiator, url }) => /^http/.test(initiator ?? '') && /^(?:http|ws)/.test(url ?? ''),
      );
    expect(asked.length).toBeGreaterThan(20);
    expect(new Set(asked.map(({ initiator }) => initiator))).toEqual(new Set([server.origin]));
    expect(new Set(asked.map(({ url }) => new URL(url ?? '').origin))).toEqual(
      new Set([server.origin]),
    );
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Two meet and answer a card; one is kept for being offline, and opens anew. */
async function exchanged(browser: Browser, origin: string): Promise<void> {
  const ana = await Person.arrive(browser, 'Ana', origin);
  const ben = await Person.arrive(browser, 'Ben', origin);
  await bond({ ana, ben });
  const scopes = () =>
    ana.page.evaluate(async () => {
      const workers = await navigator.serviceWorker.getRegistrations();
      return workers.map(({ scope }) => scope);
    });
  await expect.poll(scopes).toEqual([`${origin}/`]);
  await ana.reloads();
  const kept = await ana.page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((name) => !name.startsWith('kith.'))).toEqual([]);
  for (const { context } of [ana, ben]) await context.close();
}
