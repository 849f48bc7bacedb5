import type { CDPSession, Page } from '@playwright/test';

/** A slow phone: a quarter of this machine's speed. */
export const SLOWER = 4;

/** Slows the processor down as Chromium does it; the rest of the machine stays as it is. */
export async function slowed(page: Page, rate: number = SLOWER): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return session;
}

/** Milliseconds from the request for the page until a button or heading of these words is there and painted. */
export async function usable(page: Page, label: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const isThere = () =>
          [...document.querySelectorAll('button, h2, h3')].some(
            (each) => each.textContent === text,
          );
        const look = () => {
          if (isThere()) requestAnimationFrame(() => resolve(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
    label,
  );
}

/** The middle one of these, and all of them. */
export function told(figures: readonly number[]): string {
  const sorted = [...figures].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `${middle.toFixed(0)} ms (${sorted.map((each) => each.toFixed(0)).join(', ')})`;
}
