import { scriptAddress } from '../../net/trusted';

/** Once the page stands, its files are kept for when the server is out of reach. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => {
    // A browser that forbids it (private windows) still has Kith, only not offline.
    navigator.serviceWorker.register(scriptAddress('/worker.js')).catch(() => undefined);
  };
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
