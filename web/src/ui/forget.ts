import { NEUTRAL } from './safety/leaving';

/** Removes everything that Kith keeps in this browser, and goes away. */
export async function forgetThisDevice(): Promise<void> {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((each) => each.unregister()));
  const databases = await indexedDB.databases();
  for (const { name } of databases) if (name !== undefined) indexedDB.deleteDatabase(name);
  const caches = await window.caches.keys();
  await Promise.all(caches.map((name) => window.caches.delete(name)));
  location.replace(NEUTRAL);
}
