import { render } from 'preact';
import type { Kith } from '../net/kith';
import { StorageTrouble } from '../net/store';
import { Arrive } from './arrive';
import { isNotFetched } from './fetched';
import { Foot, Top } from './frame';
import { beginHere, hasBegunHere, languageNow, showLook } from './look';
import { keepForOffline } from './offline/register';
import { Press } from './parts/press';
import { Screen } from './parts/screen';
import { pause } from './pause';
import { comeBack, hasLeft, watchForLeaving } from './safety/leaving';
import { Locked } from './safety/locked';
import { hideLink, routeNow } from './routes';
import './styles.css';
import { speak, words } from './words';

hideLink();
showLook();
watchForLeaving();
keepForOffline();

// Where somebody comes to a bond, all that shows it is asked for at once: what waits for another
// would be a way to and fro. What fails is tried, and said, when it is shown.
if (routeNow().name === 'bond') {
  for (const part of [parts(), import('./bond/bond')]) part.catch(() => undefined);
}

const place = document.getElementById('kith');

if (place !== null) {
  void speak(languageNow()).then(() => (hasLeft() ? lock(place) : arrive(place)));
}

function lock(where: HTMLElement): void {
  const open = () => {
    comeBack();
    arrive(where);
  };
  render(<Locked open={open} />, where);
}

/**
 * A first visit is only the first page; all that makes a bond comes when somebody goes on. Looking
 * up what the browser keeps takes as long as all the rest, so the page is shown meanwhile.
 */
function arrive(where: HTMLElement): void {
  if (!isHome() || !isSecureContext || !('databases' in indexedDB) || hasBegunHere()) {
    begin(where);
    return;
  }
  const goOn = () => begin(where);
  window.addEventListener('hashchange', goOn, { once: true });
  render(<Welcome />, where);
  void keepsNothing().then((isFirst) => {
    if (isFirst || !isHome()) return;
    window.removeEventListener('hashchange', goOn);
    begin(where);
  });
}

function Welcome() {
  return (
    <>
      <Top />
      <Arrive />
      <Foot />
    </>
  );
}

function isHome(): boolean {
  return location.pathname === '/' && /^(#\/home)?$/.test(location.hash);
}

async function keepsNothing(): Promise<boolean> {
  const kept = await indexedDB.databases().catch(() => null);
  return kept?.length === 0;
}

function begin(where: HTMLElement): void {
  beginning(where).catch((cause: unknown) => {
    const again = isNotFetched(cause) ? () => begin(where) : null;
    render(<Unable cause={cause} again={again} />, where);
  });
}

async function beginning(where: HTMLElement): Promise<void> {
  beginHere();
  await pause();
  const [{ Kith }, { App, ahead }, { Locked: Sealed }] = await parts();
  ahead();
  let shown: Kith | null = null;
  const show = (kith: Kith): void => {
    shown?.close();
    shown = kith;
    render(<App key={String(performance.now())} kith={kith} replace={come} />, where);
  };
  // Whoever has come from elsewhere begins at the first page, or where a used sheet is spoken of.
  const come = (kith: Kith, withSheet = false): void => {
    location.hash = withSheet ? '#/devices/used' : '#/home';
    show(kith);
  };
  try {
    const kith = await Kith.open();
    await pause();
    show(kith);
  } catch (cause) {
    if (!(cause instanceof Sealed)) throw cause;
    const { Unlock } = await import('./keep/unlock');
    render(<SealedPage kinds={cause.kinds} Unlock={Unlock} opened={show} />, where);
  }
}

/** What every screen but the first page needs. */
function parts() {
  return Promise.all([import('../net/kith'), import('./app'), import('../net/ways')]);
}

type UnlockPage = (typeof import('./keep/unlock'))['Unlock'];

function SealedPage({ Unlock, ...rest }: Parameters<UnlockPage>[0] & { Unlock: UnlockPage }) {
  return (
    <>
      <Top />
      <Unlock {...rest} />
      <Foot bare />
    </>
  );
}

/** `again`: where it may go once the server can be reached. */
function Unable({ cause, again }: { cause: unknown; again: (() => void) | null }) {
  return (
    <>
      <Top />
      <Screen title={words.name}>
        <div class="stack">
          <h1>{words.name}</h1>
          <p class="notice" role="alert">
            {reasonOf(cause)}
          </p>
          {again === null ? null : (
            <span>
              <Press onClick={again}>{words.trouble.again}</Press>
            </span>
          )}
        </div>
      </Screen>
      <Foot />
    </>
  );
}

/** Why Kith cannot begin here, and what would help. */
function reasonOf(cause: unknown): string {
  if (!isSecureContext) return words.trouble.insecure;
  if (isNotFetched(cause)) return words.trouble.unreachable;
  const isMissing = cause instanceof DOMException && cause.name === 'NotSupportedError';
  const isOld = isMissing || cause instanceof TypeError || cause instanceof ReferenceError;
  if (isOld) return words.trouble.unsupported;
  return cause instanceof StorageTrouble ? words.trouble.storage : words.trouble.unknown;
}
