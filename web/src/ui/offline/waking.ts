import { fromBase64Url } from '../../crypto';
import { WakeTrouble, type Subscriber, type Waking } from '../../net/waking';

/** Whether this browser can wake a device at all. */
export function canBeWoken(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** This browser's push service, by the worker that keeps the app for being offline. */
export const here: Subscriber = {
  async address(key) {
    const { pushManager } = await registration();
    if ((await Notification.requestPermission()) !== 'granted') throw new WakeTrouble('denied');
    const applicationServerKey = fromBase64Url(key);
    try {
      const known = await pushManager.getSubscription();
      if (known !== null && isFor(known, applicationServerKey)) return known.endpoint;
      await known?.unsubscribe();
      const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
      return made.endpoint;
    } catch (cause) {
      throw new WakeTrouble('no-service', { cause });
    }
  },
  async end() {
    const { pushManager } = await registration();
    await (await pushManager.getSubscription())?.unsubscribe();
  },
};

/** Renews what a device that is woken has wished; what fails now is tried when the app opens next. */
export async function wakeAgain(waking: Waking): Promise<void> {
  if (canBeWoken()) await waking.again(here).catch(() => undefined);
}

/** The worker may still be on its way; where there will be none, that is said. */
async function registration(): Promise<ServiceWorkerRegistration> {
  if (!canBeWoken()) throw new WakeTrouble('unsupported');
  if ((await navigator.serviceWorker.getRegistration()) === undefined) {
    throw new WakeTrouble('unsupported');
  }
  return navigator.serviceWorker.ready;
}

function isFor({ options }: PushSubscription, key: Uint8Array): boolean {
  const known = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return known.length === key.length && known.every((byte, at) => byte === key[at]);
}
