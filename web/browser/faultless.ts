import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** What a theme may change of a screen; everything else is the same in both. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** No fault in the light theme, and none of colour in the dark one. */
export async function faultless(page: Page, screen: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  // What a screen is made of may still be on its way.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await searched(page, `${screen}, light`, {});
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await searched(page, `${screen}, dark`, { runOnly: { type: 'rule', values: COLOURS } });
}

/** Runs axe from outside the page's policy: as a script of the test, not of the page. */
async function searched(page: Page, screen: string, options: axe.RunOptions): Promise<void> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (only) => {
    const { run } = (window as unknown as { axe: { run: (only: unknown) => Promise<unknown> } })
      .axe;
    return (await run(only)) as { violations: { id: string; nodes: { html: string }[] }[] };
  }, options);
  const faults = found.violations.map(
    (fault) => `${screen}: ${fault.id}: ${fault.nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(faults).toEqual([]);
}

/** Nothing is wider than the window, however narrow or enlarged it is. */
export async function fitting(page: Page, screen: string): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(`${screen}: ${String(Math.max(over, 0))} px too wide`).toBe(`${screen}: 0 px too wide`);
}

/** Whatever can have the focus shows that it has it. */
export async function focusShows(page: Page, screen: string): Promise<void> {
  await page.keyboard.press('Tab');
  const hidden = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button:enabled, input, textarea, select, summary, [tabindex="0"]',
    );
    return [...all].flatMap((each) => {
      each.focus({ preventScroll: true });
      if (document.activeElement !== each) return [];
      const shown = each.matches('.choice input') ? (each.nextElementSibling ?? each) : each;
      return getComputedStyle(shown).outlineStyle === 'none'
        ? [each.textContent.trim() || each.tagName]
        : [];
    });
  });
  expect(hidden, `${screen}: the focus does not show`).toEqual([]);
}

/**
 * How far from the right edge the way out of a page stands (TRUST 3.2, 20): on all of them the same.
 * None asks for an address, by which somebody else could come in (22).
 */
export async function wayOut(page: Page, screen: string): Promise<number> {
  const { apart, asks } = await page.evaluate(() => {
    const out = document.querySelector('button.leave')?.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    return {
      apart: out === undefined || out.width === 0 ? null : Math.round(clientWidth - out.right),
      asks: document.querySelectorAll('input[type="email"], input[type="tel"]').length,
    };
  });
  expect(asks, `${screen} asks for an address`).toBe(0);
  if (apart === null) throw new Error(`${screen}: no way out`);
  return apart;
}

/** From every page there is a way to help, which nothing covers (TRUST 3.2, 31). */
export async function helped(page: Page, screen: string): Promise<void> {
  const top = await page.evaluate(() => {
    const help = document.querySelector<HTMLElement>('.foot a[href="/info.html"]');
    if (document.querySelector('dialog[open]') !== null) return 'help';
    help?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { x = 0, y = 0, width = 0, height = 0 } = help?.getBoundingClientRect() ?? {};
    const seen = document.elementFromPoint(x + width / 2, y + height / 2);
    return seen !== null && seen === help ? 'help' : (seen?.className ?? 'nothing');
  });
  expect(`${screen}: ${top}`).toBe(`${screen}: help`);
  const said = `${page.url()} ${await page.title()}`;
  expect(said).not.toMatch(/abuse|violence|danger|gewalt|safety|help|hilfe/i);
}
