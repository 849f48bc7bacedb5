import { useEffect, useState } from 'preact/hooks';

/** Where in the app one is. It lives behind the `#`, so the server never hears of it. */
export type Route =
  | { name: 'home' }
  | { name: 'start' }
  | { name: 'paste' }
  | { name: 'bond'; local: string }
  /** The path of a private link; its secret is taken out of the address before anything else. */
  | { name: 'join'; link: string };

export function go(route: Exclude<Route, { name: 'join' }>): void {
  const path = route.name === 'bond' ? `#/bond/${route.local}` : `#/${route.name}`;
  if (location.pathname === '/') {
    location.hash = path;
    return;
  }
  history.pushState(null, '', `/${path}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Shows the page of a link that was pasted; nothing of it enters the address. */
export function goToLink(link: string): void {
  pasted = link;
  history.pushState(null, '', '/j');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(here);
  useEffect(() => {
    const moved = () => setRoute(here());
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

/** Takes the secret of a private link out of the address, before anything else happens. */
export function hideLink(): void {
  if (location.pathname !== '/j' || location.hash === '') return;
  pasted = location.href;
  history.replaceState(null, '', '/j');
}

function here(): Route {
  if (location.pathname === '/j') {
    hideLink();
    return { name: 'join', link: pasted };
  }
  const [, name, local] = /^#\/(\w+)(?:\/([\w-]+))?$/.exec(location.hash) ?? [];
  if (name === 'bond' && local !== undefined) return { name: 'bond', local };
  if (name === 'start' || name === 'paste') return { name };
  return { name: 'home' };
}
