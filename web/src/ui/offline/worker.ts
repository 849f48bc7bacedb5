/**
 * The service worker: keeps the app's own files, so that Kith opens without the server. It never
 * touches what goes to and from the relay, and keeps no word of anybody.
 */

/** Filled in by the build: every file of the app, and a name for this very set of them. */
declare const KITH_FILES: readonly string[];
declare const KITH_VERSION: string;

interface WorkerEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

interface NotificationEvent extends WorkerEvent {
  readonly notification: Notification;
}

interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith: (answer: Promise<Response>) => void;
}

interface Scope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll: (options: {
      type: 'window';
    }) => Promise<readonly { focus: () => Promise<unknown> }[]>;
    openWindow: (address: string) => Promise<unknown>;
  };
}

const scope = self as unknown as Scope;

/** The same neutral word as on the page that one leaves to. */
const REMINDER = 'Notes';

const CACHE = `kith-${KITH_VERSION}`;
const INDEX = '/';
const AWAY = '/away.html';
const PAGES = [AWAY, '/info.html'];

/** After this long the server counts as out of reach, and the kept page is shown. */
const PATIENCE_MS = 3_000;

self.addEventListener('install', (event) => {
  (event as WorkerEvent).waitUntil(caches.open(CACHE).then((cache) => cache.addAll(KITH_FILES)));
});

self.addEventListener('activate', (event) => {
  (event as WorkerEvent).waitUntil(withoutOlder());
});

self.addEventListener('fetch', (event) => {
  const fetching = event as FetchEvent;
  const answer = answerTo(fetching.request);
  if (answer !== null) fetching.respondWith(answer);
});

self.addEventListener('push', (event) => {
  (event as WorkerEvent).waitUntil(remind());
});

self.addEventListener('notificationclick', (event) => {
  const { notification } = event as NotificationEvent;
  notification.close();
  (event as WorkerEvent).waitUntil(come());
});

/** One word that tells nothing, in the place of the one before. */
async function remind(): Promise<void> {
  await scope.registration.showNotification(REMINDER, { tag: REMINDER, icon: '/icon-192.png' });
}

/** To the page that is open already, or to a new one. */
async function come(): Promise<void> {
  const [open] = await scope.clients.matchAll({ type: 'window' });
  await (open === undefined ? scope.clients.openWindow(INDEX) : open.focus());
}

async function withoutOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('kith-') && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** Nothing for what is not a file of the app: that goes to the relay as if nobody stood between. */
function answerTo(request: Request): Promise<Response> | null {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return null;
  if (request.mode === 'navigate') return page(request, pathname);
  return KITH_FILES.includes(pathname) ? kept(pathname, request) : null;
}

/** The neutral page at once; others fresh from the server, or as they were kept. */
function page(request: Request, pathname: string): Promise<Response> | null {
  if (pathname === AWAY) return kept(AWAY, request);
  if (pathname === '/demo' || pathname === '/design.html') return null;
  const name = PAGES.includes(pathname) ? pathname : INDEX;
  const patience = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('out of reach')), PATIENCE_MS);
  });
  return Promise.race([fetch(request), patience]).catch(() => kept(name, request));
}

async function kept(name: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(name)) ?? fetch(request);
}
