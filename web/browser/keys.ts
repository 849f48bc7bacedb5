import { expect, type Page } from '@playwright/test';

/** No screen of Kith has more stops than this. */
const MOST_STOPS = 80;

/** Every control and landmark that a screen reader names; one without a name is a fault. */
const UNNAMED =
  /^\s*- (?:button|link|textbox|searchbox|checkbox|radio|combobox|slider|heading|img|dialog)(?::|$| \[)/m;

interface Focused {
  readonly name: string;
  /** The type of an input or a button; otherwise the element. */
  readonly type: string;
  /** The names of all choices in the same group of radio buttons. */
  readonly group: readonly string[];
}

/** What has the focus. */
function focus(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const named = (one: Element | null) => {
      const labels = (one as HTMLInputElement | null)?.labels;
      const text = labels?.[0]?.textContent ?? one?.textContent ?? '';
      return (one?.getAttribute('aria-label') ?? text).trim();
    };
    const at = document.activeElement;
    const group = at?.getAttribute('type') === 'radio' ? at.getAttribute('name') : null;
    const others = [...document.querySelectorAll(`input[name="${group ?? ''}"]`)];
    return {
      name: named(at),
      type: at?.getAttribute('type') ?? at?.tagName ?? '',
      group: group === null ? [] : others.map(named),
    };
  });
}

/** Tabs on until it is there; fails when whole rounds did not find it. */
export async function reached(page: Page, isThere: (at: Focused) => boolean): Promise<void> {
  const round = async () => {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (isThere(await focus(page))) return true;
      await page.keyboard.press('Tab');
    }
    return false;
  };
  await expect.poll(round, { timeout: 30_000 }).toBe(true);
}

/** A button or a link, by its whole name. */
export async function pressed(page: Page, label: string): Promise<void> {
  await reached(page, ({ name, type }) => name === label && type !== 'SUMMARY');
  await page.keyboard.press('Enter');
}

/** What unfolds where it stands. */
export async function unfolded(page: Page, label: string): Promise<void> {
  await reached(page, ({ name, type }) => name === label && type === 'SUMMARY');
  await page.keyboard.press('Enter');
}

export async function typed(page: Page, label: string, text: string): Promise<void> {
  const isField = (type: string) => type === 'text' || type === 'TEXTAREA';
  await reached(page, ({ name, type }) => name === label && isField(type));
  await page.keyboard.type(text);
}

/** One of several: a checkbox by the space bar, a radio button by the arrows. */
export async function chosen(page: Page, label: string): Promise<void> {
  await reached(page, ({ name, type, group }) =>
    type === 'checkbox' ? name === label : group.includes(label),
  );
  for (let left = (await focus(page)).group.length; left > 0; left--) {
    if ((await focus(page)).name === label) break;
    await page.keyboard.press('ArrowDown');
  }
  expect((await focus(page)).name).toBe(label);
  await page.keyboard.press('Space');
}

/** What a screen reader is told of the page: these lines in this order, and nothing unnamed. */
export async function told(page: Page, ...lines: readonly string[]): Promise<void> {
  const said = async () => {
    const snapshot = await page.locator('body').ariaSnapshot();
    let from = 0;
    const missing = lines.filter((line) => {
      const at = snapshot.indexOf(line, from);
      if (at >= 0) from = at + line.length;
      return at < 0;
    });
    return missing.length === 0 ? [] : [...missing, snapshot];
  };
  await expect.poll(said, { timeout: 30_000 }).toEqual([]);
  const snapshot = await page.locator('body').ariaSnapshot();
  expect(UNNAMED.exec(snapshot)?.[0] ?? 'all named').toBe('all named');
}
