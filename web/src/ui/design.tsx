import { render } from 'preact';
import { useState } from 'preact/hooks';
import { EXAMPLE } from './arrive';
import { Legend, Onion, OnionTable } from './onion';
import {
  Act,
  Area,
  Choices,
  Choose,
  Field,
  Fold,
  Hold,
  Press,
  Scale,
  Sheet,
  Trouble,
} from './parts';
import './styles.css';
import './styles/design.css';

/** Every component in every state, in both themes. */
function Design() {
  return (
    <main class="wide">
      <h1>The design</h1>
      <div class="themes">
        {(['light', 'dark'] as const).map((theme) => (
          <section key={theme} data-theme={theme} class="theme stack airy" aria-label={theme}>
            <h2>{theme}</h2>
            <Tones />
            <Type />
            <Buttons />
            <Fields />
            <Chosen />
            <Cards />
            <Map />
          </section>
        ))}
      </div>
    </main>
  );
}

const TONES = ['paper', 'sheet', 'well', 'wash', 'ink', 'quiet', 'line', 'edge', 'accent'] as const;

function Tones() {
  return (
    <ul class="tones" aria-label="Tones">
      {TONES.map((tone) => (
        <li key={tone}>
          <span class={`tone tone-${tone}`} />
          {tone}
        </li>
      ))}
    </ul>
  );
}

function Type() {
  return (
    <div class="stack tight">
      <p class="prompt">Which small moment of an ordinary day do you look forward to?</p>
      <p class="tail">What was it like to be you that day?</p>
      <p class="said">What people say to each other stands in the serif.</p>
      <p class="lead">A lead, in the sans.</p>
      <p>Text, in the sans.</p>
      <p class="quiet small">A quiet remark.</p>
      <p class="where">Everyday life · 1 Surface</p>
      <p class="digits">1234 5678 9012</p>
    </div>
  );
}

function Buttons() {
  const [open, setOpen] = useState(false);
  const fails = () => Promise.reject(new Error('for the picture'));
  return (
    <div class="stack tight">
      <div class="row">
        <Press look="main" onClick={() => setOpen(true)}>
          Main, opens a sheet
        </Press>
        <Press onClick={() => undefined}>Other</Press>
        <Press look="plain" onClick={() => undefined}>
          Plain
        </Press>
      </div>
      <div class="row">
        <Press look="main" disabled onClick={() => undefined}>
          Main, not now
        </Press>
        <Press disabled onClick={() => undefined}>
          Other, not now
        </Press>
      </div>
      <div class="buttons">
        <Press onClick={() => undefined}>One of two</Press>
        <Press onClick={() => undefined}>Of one weight</Press>
      </div>
      <div class="row small">
        <Press look="plain" onClick={() => undefined}>
          Rarely wanted
        </Press>
      </div>
      <div class="menu">
        <a href="#design">A way on</a>
        <Fold title="A way that opens here">
          <p>What it holds.</p>
        </Fold>
      </div>
      <Act does={fails}>Fails, and says so</Act>
      <Hold shows="Not yet" />
      {open ? (
        <Sheet title="A sheet" close={() => setOpen(false)}>
          <p>One thing on top of the page.</p>
        </Sheet>
      ) : null}
    </div>
  );
}

function Fields() {
  const [text, setText] = useState('');
  const [topic, setTopic] = useState<'one' | 'other'>('one');
  return (
    <div class="stack">
      <Field label="A line" hint="With a hint." value={text} onInput={setText} maxLength={60} />
      <Area
        label="Room for several sentences"
        placeholder="Take your time."
        value={text}
        onInput={setText}
        maxLength={100}
      />
      <Choose
        label="One of many"
        options={{ one: 'Everyday life', other: 'Feelings' }}
        chosen={topic}
        onChange={setTopic}
      />
    </div>
  );
}

function Chosen() {
  const [one, setOne] = useState<'one' | 'other'>('one');
  const [several, setSeveral] = useState<('one' | 'other')[]>(['other']);
  const [step, setStep] = useState<number | null>(5);
  const options = { one: 'The one', other: 'The other' };
  return (
    <div class="stack">
      <Choices
        legend="One of a few"
        options={options}
        chosen={[one]}
        several={false}
        onChange={([chosen]) => setOne(chosen ?? one)}
      />
      <Choices
        legend="Several of a few"
        options={options}
        chosen={several}
        several
        onChange={setSeveral}
      />
      <Scale
        legend="From 1 to 7"
        ends={['not at all', 'very much']}
        chosen={step}
        onChange={setStep}
      />
    </div>
  );
}

function Cards() {
  return (
    <div class="stack">
      <article class="card stack tight">
        <p class="where">Friends and others · 1 Surface</p>
        <p class="prompt">Which small kindness of a stranger do you still remember?</p>
        <div class="pair two">
          <div class="leaf theirs said">A bus driver who waited while I ran.</div>
          <div class="leaf said">Soup at the door.</div>
        </div>
      </article>
      <section class="private">Only for one person.</section>
      <section class="softer">A guard speaks, with a softer way.</section>
      <p class="notice">A notice.</p>
      <p class="notice alert">A hard stop.</p>
      <Trouble sentence="Something went wrong, and what to do about it." />
      <button type="button" class="entry">
        <strong>A whole row to press</strong>
      </button>
      <Fold title="Open only when wanted" open>
        <p>What was folded.</p>
      </Fold>
    </div>
  );
}

function Map() {
  return (
    <div class="stack">
      <Onion cells={EXAMPLE} whole onPress={() => undefined} />
      <Legend />
      <OnionTable cells={EXAMPLE} onPress={() => undefined} />
    </div>
  );
}

const place = document.getElementById('design');
if (place !== null) render(<Design />, place);
