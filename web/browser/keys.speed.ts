import { build } from 'vite';
import { words } from '../src/ui/words';
import { chooses, keepsSheet, takesWords } from './keeping';
import { expect, test } from './kith';

/** A story of years is opened at once when a device is new. */
const MANY = 1_000;

/** A slow phone: a quarter of this machine's speed. */
const SLOWER = 4;

/** Each figure is the middle one of so many. */
const ROUNDS = 5;

test('a thousand answers open in a moment', async ({ serve, browser }) => {
  const { origin } = await serve();
  const page = await browser.newPage();
  await page.goto(`${origin}/away.html`);
  await page.evaluate(await bundled());
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    figures.push(await page.evaluate((many) => openings(many), MANY));
  }
  console.log(`opening ${String(MANY)} answers: ${told(figures)}, in order`);
  expect(figures).toHaveLength(ROUNDS);
});

/** The keys of the web app as they are built for it, and what measures them. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'browser/openings.ts', formats: ['iife'], name: 'measured' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((chunk) => ('code' in chunk ? chunk.code : ''))
    .join('');
}

/** From the press on the button until the app is there; and of that, what the worker took. */
interface Unlocked {
  readonly all: number;
  readonly worker: number;
}

test('unlock words open soon on a slow phone', async ({ serve, arrive }) => {
  const server = await serve();
  const ana = await arrive('Ana', server);
  await ana.page.addInitScript(watchWorkers);
  await ana.page.goto(`${server.origin}/#/yours`);
  await keepsSheet(ana);
  await chooses(ana, words.open.words);
  const typed = await takesWords(ana);
  await ana.press(words.open.lock);
  // The app loads the page anew by itself: a reload at that moment would be broken off.
  await expect(ana.page.getByRole('heading', { name: words.unlock.title })).toBeVisible();
  const session = await ana.page.context().newCDPSession(ana.page);
  const unlocked = async (rate: number): Promise<Unlocked> => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await ana.page.reload();
    await expect(ana.page.getByRole('heading', { name: words.unlock.title })).toBeVisible();
    await ana.page.getByLabel(words.unlock.words, { exact: true }).fill(typed);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    return ana.page.evaluate(pressed, words.unlock.do);
  };
  const fast: Unlocked[] = [];
  const slow: Unlocked[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    fast.push(await unlocked(1));
    slow.push(await unlocked(SLOWER));
  }
  const worker = middle(fast.map((one) => one.worker));
  const page = middle(slow.map((one) => one.all - one.worker));
  const seen = middle(slow.map(({ all }) => all));
  // The browser slows the page, and not its workers: what they take is counted four times.
  const honest = page + SLOWER * worker;
  console.log(
    `unlock by words: ${ms(middle(fast.map(({ all }) => all)))}, of which Argon2id ${ms(worker)}; ` +
      `${String(SLOWER)} times slower as the browser does it: ${ms(seen)}; ` +
      `page slowed and worker counted ${String(SLOWER)} times: ${ms(honest)}`,
  );
  expect(honest).toBeGreaterThan(worker);
});

/** Notes how long the page waits for its workers. */
function watchWorkers() {
  const Inner = Worker;
  const times = { waited: 0 };
  Object.assign(window, { times });
  window.Worker = class extends Inner {
    override postMessage(question: unknown) {
      const began = performance.now();
      this.addEventListener('message', () => (times.waited += performance.now() - began));
      super.postMessage(question);
    }
  };
}

/** Presses the button, and waits until the locked page is gone and what follows was painted. */
function pressed(label: string): Promise<Unlocked> {
  const { times } = window as unknown as { times: { waited: number } };
  const isIt = (each: Element) => each.textContent.trim() === label;
  const button = () => [...document.querySelectorAll('button')].find(isIt);
  const began = performance.now();
  times.waited = 0;
  button()?.click();
  return new Promise((resolve) => {
    const look = () => {
      if (button() !== undefined) requestAnimationFrame(look);
      else resolve({ all: performance.now() - began, worker: times.waited });
    };
    look();
  });
}

function middle(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;
}

function ms(figure: number): string {
  return `${figure.toFixed(0)} ms`;
}

function told(figures: readonly number[]): string {
  return `${ms(middle(figures))} (${figures.map((each) => each.toFixed(0)).join(', ')})`;
}
