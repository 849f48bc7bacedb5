import { render } from 'preact';
import { StorageTrouble } from '../net/database';
import { Kith } from '../net/kith';
import { App } from './app';
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
  void speak(languageNow()).then(() => (hasLeft() ? lock(place) : begin(place)));
}

function lock(where: HTMLElement): void {
  const open = () => {
    comeBack();
    begin(where);
  };
  render(<Locked open={open} />, where);
}

function begin(where: HTMLElement): void {
  Kith.open().then(
    (kith) => render(<App kith={kith} />, where),
    (cause: unknown) => render(<Unable cause={cause} />, where),
  );
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
