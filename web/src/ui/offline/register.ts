import { scriptAddress } from '../../net/trusted';

/** A page that never comes to rest has its files kept all the same, after so long. */
const AT_THE_LATEST_MS = 4_000;

/** Once the page stands and is at rest, its files are kept for when the server is out of reach. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => {
    // A browser that forbids it (private windows) still has Kith, only not offline.
    navigator.serviceWorker.register(scriptAddress('/worker.js')).catch(() => undefined);
  };
  const atRest = () => {
    // Safari has no such callback; there it waits for as long as anywhere.
    if ('requestIdleCallback' in window)
      requestIdleCallback(register, { timeout: AT_THE_LATEST_MS });
    else setTimeout(register, AT_THE_LATEST_MS);
  };
  if (document.readyState === 'complete') atRest();
  else window.addEventListener('load', atRest, { once: true });
}
