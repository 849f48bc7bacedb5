import { render } from 'preact';
import { StorageTrouble } from '../net/database';
import { Kith } from '../net/kith';
import { App } from './app';
import { hideLink } from './routes';
import './styles.css';
import { words } from './words';

hideLink();

const place = document.getElementById('kith');

if (place !== null) {
  Kith.open().then(
    (kith) => render(<App kith={kith} />, place),
    (cause: unknown) => render(<Unable cause={cause} />, place),
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
