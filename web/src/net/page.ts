/** What a person does on a page, on every kind of device. */
const DEEDS = ['pointerdown', 'pointermove', 'keydown', 'click'] as const;

/** The page answers to what was done first; what can wait a little waits so long at most. */
const AT_THE_LATEST_MS = 500;

/** What is done when the page is come back to, is looked at no longer, or is left. */
interface Following {
  readonly look: () => void;
  readonly away: () => void;
  readonly left: () => void;
}

/** Looks whenever the network, the page or its window is back. */
export function followPage({ look, away, left }: Following): void {
  window.addEventListener('online', look);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) away();
    else look();
  });
  // A page that is left has nobody to tell that it hears nothing any more.
  window.addEventListener('pagehide', left);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) look();
  });
}

/** Where there is no page, nobody waits for one to be at rest. */
export function atOnce(): Promise<void> {
  return Promise.resolve();
}

/** Comes soon after somebody has done the first thing on this page, when the page is at rest. */
export function touched(): Promise<void> {
  const first = new AbortController();
  const { signal } = first;
  return new Promise((resolve) => {
    const deed = () => {
      first.abort();
      // Safari has no such callback.
      if ('requestIdleCallback' in window) {
        requestIdleCallback(() => resolve(), { timeout: AT_THE_LATEST_MS });
      } else setTimeout(resolve, 0);
    };
    for (const name of DEEDS) window.addEventListener(name, deed, { signal, passive: true });
  });
}
