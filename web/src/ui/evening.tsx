import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { eveningParts, promptByKey } from './bond/deck';
import { Press, Screen } from './parts';
import { words } from './words';

/** The lines of a part of the script. */
function lines(name: string): readonly string[] {
  return eveningParts().find((part) => part.name === name)?.lines ?? [];
}

/** Three sets of rising depth, by the keys of their prompts. */
function sets(): readonly (readonly string[])[] {
  return eveningParts().flatMap(({ prompts }) =>
    prompts === undefined ? [] : [prompts.map((id) => `founding/${id}`)],
  );
}

type Stage =
  | { at: 'opening' }
  | { at: 'card'; set: number; card: number }
  | { at: 'between'; set: number }
  | { at: 'closing' };

/** A gentle evening at one table: nothing is typed, nothing is kept. */
export function Evening(properties: {
  leave: () => void;
  /** The way back to where one came from, above the title. */
  back?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const [stage, setStage] = useState<Stage>({ at: 'opening' });
  return (
    <Screen title={words.evening.title}>
      <div class="stack airy">
        <div class="stack tight">
          {properties.back}
          <h1>{words.evening.title}</h1>
        </div>
        <Now stage={stage} go={setStage} leave={properties.leave} />
        {stage.at === 'opening' ? properties.children : null}
        {stage.at === 'opening' || stage.at === 'closing' ? null : (
          <span>
            <Press look="plain" onClick={() => setStage({ at: 'closing' })}>
              {words.evening.enough}
            </Press>
          </span>
        )}
      </div>
    </Screen>
  );
}

interface Going {
  go: (stage: Stage) => void;
  leave: () => void;
}

function Now({ stage, go, leave }: Going & { stage: Stage }) {
  switch (stage.at) {
    case 'opening':
      return (
        <Lines lines={[words.evening.lead, ...lines('opening')]}>
          <Press look="main" onClick={() => go({ at: 'card', set: 0, card: 0 })}>
            {words.evening.begin}
          </Press>
        </Lines>
      );
    case 'card':
      return <Card set={stage.set} card={stage.card} go={go} />;
    case 'between':
      return <Between key={stage.set} set={stage.set} go={go} />;
    case 'closing':
      return (
        <Lines lines={lines('closing')}>
          <Press look="main" onClick={leave}>
            {words.evening.done}
          </Press>
        </Lines>
      );
  }
}

function Lines({ lines, children }: { lines: readonly string[]; children: ComponentChildren }) {
  return (
    <div class="stack" aria-live="polite">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <span>{children}</span>
    </div>
  );
}

function Card(properties: { set: number; card: number; go: Going['go'] }) {
  const { set, card, go } = properties;
  const all = sets();
  const cards = all[set] ?? [];
  const [question = '', ...tail] = promptByKey(cards[card] ?? '', [])?.text.split('\n') ?? [];
  const next = () => {
    if (card + 1 < cards.length) go({ at: 'card', set, card: card + 1 });
    else go(set + 1 < all.length ? { at: 'between', set } : { at: 'closing' });
  };
  return (
    <article class="card stack" aria-live="polite">
      <p class="where">{words.evening.reads[card % 2]}</p>
      <p class="prompt">{question}</p>
      {tail.length === 0 ? null : <p class="tail">{tail.join(' ')}</p>}
      <div class="row">
        <Press look="main" onClick={next}>
          {words.evening.next}
        </Press>
        <Press onClick={next}>{words.evening.pass}</Press>
      </div>
    </article>
  );
}

/** Deeper only as both tap yes, each for themselves; either may tap a yes away again. */
function Between({ set, go }: { set: number; go: Going['go'] }) {
  const [yes, setYes] = useState<readonly [boolean, boolean]>([false, false]);
  const both = yes[0] && yes[1];
  return (
    <div class="stack">
      <p class="lead">{lines(`between-${String(set + 1)}`).join(' ')}</p>
      <p>{words.evening.both}</p>
      <div class="choices rows">
        <Tap label={words.evening.yesOne} on={yes[0]} tap={() => setYes([!yes[0], yes[1]])} />
        <Tap label={words.evening.yesOther} on={yes[1]} tap={() => setYes([yes[0], !yes[1]])} />
      </div>
      <div class="row">
        <Press
          look="main"
          disabled={!both}
          onClick={() => go({ at: 'card', set: set + 1, card: 0 })}
        >
          {words.evening.next}
        </Press>
        <Press look="plain" onClick={() => go({ at: 'card', set, card: 0 })}>
          {words.evening.stay}
        </Press>
      </div>
    </div>
  );
}

function Tap({ label, on, tap }: { label: string; on: boolean; tap: () => void }) {
  return (
    <label class="choice">
      <input type="checkbox" checked={on} onChange={tap} />
      <span>{label}</span>
    </label>
  );
}
