import { render } from 'preact';
import { Kith } from '../net/kith';
import { App } from './app';
import './styles.css';
import { words } from './words';

const place = document.getElementById('kith');

if (place !== null) {
  Kith.open().then(
    (kith) => render(<App kith={kith} />, place),
    () => render(<Unsupported />, place),
  );
}

function Unsupported() {
  return (
    <main>
      <h1>{words.name}</h1>
      <p class="notice" role="alert">
        {isSecureContext ? words.trouble.storage : words.trouble.unsupported}
      </p>
    </main>
  );
}
