import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Relay } from '../net/relay';
import './demo.css';
import './styles.css';
import { words } from './words';

const place = document.getElementById('demo');
if (place !== null) render(<Demo />, place);

/** Two devices side by side, each an origin of its own with its own storage, and one relay. */
function Demo() {
  const [origins, setOrigins] = useState<readonly string[]>([]);
  useEffect(() => {
    new Relay().about().then(
      (about) => setOrigins(about.origins.slice(1)),
      () => setOrigins([]),
    );
  }, []);
  return (
    <>
      <header class="demo-head">
        <h1>{words.demo.title}</h1>
        <p>{words.demo.lead}</p>
      </header>
      <div class="demo-pair">
        {origins.map((origin, index) => (
          <figure class="phone" key={origin}>
            <figcaption>{words.demo.sides[index] ?? ''}</figcaption>
            <iframe src={origin} title={words.demo.sides[index] ?? ''} allow="clipboard-write" />
          </figure>
        ))}
      </div>
    </>
  );
}
