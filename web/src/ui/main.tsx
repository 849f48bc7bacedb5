import { render } from 'preact';
import { StorageTrouble } from '../net/store';
import { Arrive } from './arrive';
import { Foot, Top } from './frame';
import { languageNow, showLook } from './look';
import { keepForOffline } from './offline/register';
import { comeBack, hasLeft, watchForLeaving } from './safety/leaving';
import { Locked } from './safety/locked';
import { hideLink } from './routes';
import './styles.css';
import { speak, words } from './words';

hideLink();
showLook();
watchForLeaving();
keepForOffline();

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

/** A first visit is only the first page; all that makes a bond comes when somebody goes on. */
function arrive(where: HTMLElement): void {
  void isFirstVisit().then((isFirst) => {
    if (!isFirst) {
      begin(where);
      return;
    }
    window.addEventListener('hashchange', () => begin(where), { once: true });
    render(<Welcome />, where);
  });
}

function Welcome() {
  return (
    <>
      <Top />
      <Arrive />
      <Foot reachable />
    </>
  );
}

async function isFirstVisit(): Promise<boolean> {
  const isHome = location.pathname === '/' && /^(#\/home)?$/.test(location.hash);
  if (!isHome || !isSecureContext || !('databases' in indexedDB)) return false;
  const kept = await indexedDB.databases().catch(() => null);
  return kept?.length === 0;
}

function begin(where: HTMLElement): void {
  kith().then(
    (app) => render(app, where),
    (cause: unknown) => render(<Unable cause={cause} />, where),
  );
}

async function kith() {
  const [{ Kith }, { App }, { readIn }] = await Promise.all([
    import('../net/kith'),
    import('./app'),
    import('./bond/deck'),
  ]);
  await readIn(languageNow());
  return <App kith={await Kith.open()} />;
}

function Unable({ cause }: { cause: unknown }) {
  return (
    <main>
      <h1>{words.name}</h1>
      <p class="notice" role="alert">
        {reasonOf(cause)}
      </p>
    </main>
  );
}

/** Why Kith cannot begin here, and what would help. */
function reasonOf(cause: unknown): string {
  if (!isSecureContext) return words.trouble.insecure;
  const isMissing = cause instanceof DOMException && cause.name === 'NotSupportedError';
  const isOld = isMissing || cause instanceof TypeError || cause instanceof ReferenceError;
  if (isOld) return words.trouble.unsupported;
  return cause instanceof StorageTrouble ? words.trouble.storage : words.trouble.unknown;
}
