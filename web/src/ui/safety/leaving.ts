/** Leaving at once: blank before anything else, then locked, then a neutral page. */

const LEFT = 'kith.left';
const ESCAPES = 3;
/** Three presses within this time; slower ones are something else. */
const WITHIN_MS = 2_000;

/** A page that says nothing; the service worker has it offline. */
export const NEUTRAL = '/away.html';

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('kith/leaving') : null;

/** Blanks every open page of Kith, locks, and goes where nothing can be seen. */
export function leave(): void {
  channel?.postMessage('leave');
  goAway();
}

function goAway(): void {
  blank();
  localStorage.setItem(LEFT, '1');
  location.replace(NEUTRAL);
}

function blank(): void {
  document.title = 'Notes';
  document.body.replaceChildren();
}

/** Whether this browser was left in a hurry and nobody has come back since. */
export function hasLeft(): boolean {
  return localStorage.getItem(LEFT) !== null;
}

export function comeBack(): void {
  localStorage.removeItem(LEFT);
}

/** Esc three times leaves; other pages of Kith leave too; a page kept for Back begins anew. */
export function watchForLeaving(): void {
  let times: number[] = [];
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      times = [...times.filter((time) => event.timeStamp - time < WITHIN_MS), event.timeStamp];
      if (times.length >= ESCAPES) leave();
    },
    { capture: true },
  );
  channel?.addEventListener('message', goAway);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
