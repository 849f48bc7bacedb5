import { useEffect, useState } from 'preact/hooks';

/** The places within a bond. */
export const PARTS = [
  'table',
  'map',
  'story',
  'yours',
  'more',
  'decks',
  'evening',
  'account',
  'print',
] as const;

export type PartName = (typeof PARTS)[number];

/** Screens that stand alone. */
const ALONE = [
  'home',
  'start',
  'paste',
  'settings',
  'yours',
  'evening',
  'decks',
  'keep',
  'devices',
  'returning',
] as const;

/** Where in the app one is. It lives behind the `#`, so the server never hears of it. */
export type Route =
  | { name: (typeof ALONE)[number] }
  | { name: 'bond'; local: string; part: PartName }
  /** The path of a private link; its secret is taken out of the address before anything else. */
  | { name: 'join'; link: string }
  /** The code that another device of one's own shows. */
  | { name: 'device'; link: string };

export type Goal = Exclude<Route, { name: 'join' | 'bond' | 'device' }> | BondGoal;

interface BondGoal {
  name: 'bond';
  local: string;
  part?: PartName;
}

/** The address of a place in the app. */
export function hrefOf(goal: Goal): string {
  if (goal.name !== 'bond') return `/#/${goal.name}`;
  const part = goal.part === undefined || goal.part === 'table' ? '' : `/${goal.part}`;
  return `/#/bond/${goal.local}${part}`;
}

export function go(goal: Goal): void {
  if (location.pathname === '/') {
    location.hash = hrefOf(goal).slice(1);
    return;
  }
  history.pushState(null, '', hrefOf(goal));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Shows that place instead of this page, to which Back then does not return. */
export function leaveFor(goal: Goal): void {
  history.replaceState(null, '', hrefOf(goal));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Shows that place once it is known, unless one has gone elsewhere meanwhile. */
export async function leaveAfter(done: Promise<Goal>): Promise<void> {
  const { href } = location;
  const goal = await done;
  if (location.href === href) leaveFor(goal);
}

/** Shows the page of a link that was pasted; nothing of it enters the address. */
export function goToLink(link: string): void {
  pasted = link;
  history.pushState(null, '', '/j');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Goes to the page of a code for this device; nothing of it enters the address. */
export function goToDevice(link: string): void {
  shown = link;
  history.pushState(null, '', '/#/device');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(routeNow);
  useEffect(() => {
    const moved = () => setRoute(routeNow());
    window.addEventListener('hashchange', moved);
    window.addEventListener('popstate', moved);
    return () => {
      window.removeEventListener('hashchange', moved);
      window.removeEventListener('popstate', moved);
    };
  }, []);
  return route;
}

let pasted = '';
let shown = '';

let fragment = '';

/** The deck that the last link carried, as it stood behind the `#`; empty without one. */
export function handedFragment(): string {
  return fragment;
}

/** Takes the secret of a private link out of the address, before anything else happens. */
export function hideLink(): void {
  if (location.hash.startsWith('#deck=')) {
    fragment = location.hash;
    history.replaceState(null, '', '/#/decks');
  }
  if (/^#d\d+\./.test(location.hash)) {
    shown = location.href;
    history.replaceState(null, '', '/#/device');
  }
  if (location.pathname !== '/j' || location.hash === '') return;
  pasted = location.href;
  history.replaceState(null, '', '/j');
}

/** Whether one is at that part of that bond at this moment. */
export function isAt(local: string, part: PartName): boolean {
  const now = routeNow();
  return now.name === 'bond' && now.local === local && now.part === part;
}

let here: Route | null = null;
let before: Route | null = null;

/** Where in the app one was before, since the page was loaded; null when it was nowhere. */
export function routeBefore(): Route | null {
  return before;
}

/** Where in the app one is at this moment. */
export function routeNow(): Route {
  const now = addressed();
  if (here === null || JSON.stringify(now) !== JSON.stringify(here)) [before, here] = [here, now];
  return now;
}

function addressed(): Route {
  hideLink();
  if (location.hash === '#/device') return { name: 'device', link: shown };
  if (location.pathname === '/j') {
    return { name: 'join', link: pasted };
  }
  const [, name, local, part] = /^#\/(\w+)(?:\/([\w-]+))?(?:\/(\w+))?$/.exec(location.hash) ?? [];
  if (name === 'bond' && local !== undefined) {
    return { name, local, part: PARTS.find((each) => each === part) ?? 'table' };
  }
  return { name: ALONE.find((each) => each === name) ?? 'home' };
}
