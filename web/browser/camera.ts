import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { withPalette } from './palette';

/** Where the reviewed reference pictures lie; another folder to look before they are kept. */
const FOLDER = process.env['KITH_PICTURES_IN'] ?? '../docs/pictures/screens';

const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

/** Paper is as wide as paper, with its margins around what is printed. */
const PAPER = { phone: { width: 559, height: 794 }, desktop: { width: 794, height: 1123 } };
const MARGIN = { screen: '', print: '18mm' };

/** Which of the four looks are taken, as in `phone-light,desktop-dark`; all when not set. */
const LOOKS = process.env['KITH_LOOKS']?.split(',');

/** One long page is one long picture, up to here. */
const MOST_HEIGHT = 10_000;

/** Takes a screen at both sizes and in both themes, and leaves the page as it was. */
export async function picture(
  page: Page,
  screen: string,
  media: 'screen' | 'print' = 'screen',
): Promise<void> {
  const before = page.viewportSize() ?? SIZES.desktop;
  mkdirSync(FOLDER, { recursive: true });
  // Nothing looks as if it were pointed at.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate((margin) => {
    document.documentElement.style.padding = margin;
  }, MARGIN[media]);
  for (const [size, viewport] of Object.entries(media === 'print' ? PAPER : SIZES)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      if (LOOKS?.includes(`${size}-${colorScheme}`) === false) continue;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce', media });
      await page.setViewportSize(viewport);
      await page.evaluate(() => window.scrollTo(0, 0));
      await growsToWhole(page, viewport.width, media === 'screen' ? Infinity : 1);
      const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      writeFileSync(`${FOLDER}/${screen}-${size}-${colorScheme}.png`, withPalette(png));
    }
  }
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => document.documentElement.style.removeProperty('padding'));
  await page.setViewportSize(before);
}

/** Makes the window as long as the page; a part of it may grow with that, up to its own limit. */
async function growsToWhole(page: Page, width: number, times: number): Promise<void> {
  let height = 0;
  for (let time = 0; time < times && height < MOST_HEIGHT; time++) {
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    if (whole <= height) return;
    height = Math.min(whole, MOST_HEIGHT);
    await page.setViewportSize({ width, height });
    await page.evaluate(painted);
  }
}

/** The window has just grown: what came into sight has been painted when this ends. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
