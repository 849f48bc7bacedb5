import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Relay } from '../net/relay';
import { readIn } from './bond/deck';
import { tellIn } from './demo/lines';
import { StoryOfMonths } from './demo/scrub';
import { languageNow, showLook } from './look';
import { Choices } from './parts';
import './styles.css';
import './styles/demo.css';
import { speak, words, type Language } from './words';

type Tab = 'try' | 'tour' | 'story';

showLook();
const place = document.getElementById('demo');
if (place !== null) void inLanguage(languageNow()).then(() => render(<Demo />, place));

/** The page, its cards and the two who answer them speak one language. */
async function inLanguage(language: Language): Promise<void> {
  await Promise.all([speak(language), readIn(language), tellIn(language)]);
}

/** Both sides of a bond, to try alone: for real, as a short tour, and over three months. */
function Demo() {
  const [tab, setTab] = useState<Tab>('try');
  const { tabs } = words.demo;
  return (
    <main class="demo">
      <header class="stack">
        <h1>{words.demo.title}</h1>
        <Choices
          legend={words.demo.what}
          options={{ try: tabs.try, tour: tabs.tour, story: tabs.story }}
          chosen={[tab]}
          several={false}
          onChange={([chosen]) => setTab(chosen ?? tab)}
        />
      </header>
      <div hidden={tab !== 'try'}>
        <Trying />
      </div>
      {tab === 'try' ? null : (
        <StoryOfMonths key={tab} guided={tab === 'tour'} tryIt={() => setTab('try')} />
      )}
    </main>
  );
}

/** Two devices side by side, each an origin of its own with its own storage, and one relay. */
function Trying() {
  const [origins, setOrigins] = useState<readonly string[]>([]);
  useEffect(() => {
    new Relay().about().then(
      (about) => setOrigins(about.origins.slice(1)),
      () => setOrigins([]),
    );
  }, []);
  return (
    <div class="stack">
      <p>{words.demo.lead}</p>
      <div class="demo-pair">
        {origins.map((origin, index) => (
          <figure class="phone" key={origin}>
            <figcaption>{words.demo.sides[index] ?? ''}</figcaption>
            <iframe src={origin} title={words.demo.sides[index] ?? ''} allow="clipboard-write" />
          </figure>
        ))}
      </div>
    </div>
  );
}
