import { useState } from 'preact/hooks';
import type { Deeds } from '../deeds';
import { Area, Press } from '../parts';
import { words } from '../words';
import { lightOnes } from './deck';
import { useKept } from './kept';

const NOTES_LENGTH = 20_000;

/** A page for oneself. `about`: the bond's local name, or `alone`. */
export function Notes(properties: { deeds: Deeds; about: string; before: string }) {
  const { deeds, about } = properties;
  const { text, write } = useKept(properties.before, (newest) =>
    deeds.personally((personal) => ({
      ...personal,
      settings: { ...personal.settings, [notesKey(about)]: newest() },
    })),
  );
  return (
    <section class="stack titled">
      <Area
        label={words.yours.notes}
        hint={words.yours.notesLead}
        value={text}
        maxLength={NOTES_LENGTH}
        onInput={write}
      />
    </section>
  );
}

export function notesKey(about: string): string {
  return `notes/${about}`;
}

/** One card at a time, for oneself. */
export function Thinking() {
  const [prompts] = useState(lightOnes);
  const [at, setAt] = useState(() => Math.floor(Math.random() * prompts.length));
  return (
    <section class="stack">
      <h2>{words.yours.prompts}</h2>
      <p class="quiet">{words.yours.promptsLead}</p>
      <div class="card stack">
        <p class="prompt" aria-live="polite">
          {prompts[at % prompts.length]?.text.replaceAll('\n', ' ')}
        </p>
        <span>
          <Press onClick={() => setAt(at + 7)}>{words.yours.another}</Press>
        </span>
      </div>
    </section>
  );
}
