import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sentenceFor } from './trouble';

/** Moves the reader's place to the new screen: title of the window and focus. */
export function Screen(properties: { title: string; wide?: boolean; children: ComponentChildren }) {
  const place = useRef<HTMLElement>(null);
  const { title } = properties;
  useEffect(() => {
    document.title = `${title} – Kith`;
    place.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title]);
  return (
    <main ref={place} tabIndex={-1} class={properties.wide === true ? 'wide' : ''}>
      {properties.children}
    </main>
  );
}

/** A button that does something which may fail; says plainly what went wrong, right beside it. */
export function Act(properties: {
  does: () => Promise<void>;
  children: ComponentChildren;
  look?: 'main' | 'plain';
  disabled?: boolean;
}) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const there = useMounted();
  const run = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await properties.does();
    } catch (cause) {
      if (there.current) setTrouble(sentenceFor(cause));
    } finally {
      if (there.current) setBusy(false);
    }
  };
  return (
    <span class="stack tight">
      <span>
        <button
          type="button"
          class={properties.look ?? ''}
          disabled={busy || properties.disabled === true}
          onClick={() => void run()}
        >
          {properties.children}
        </button>
      </span>
      <Trouble sentence={trouble} />
    </span>
  );
}

/** Polite, and there before it speaks, so that a screen reader says it. */
export function Trouble({ sentence }: { sentence: string | null }) {
  return (
    <span role="status" class={sentence === null ? 'visually-hidden' : 'notice'}>
      {sentence ?? ''}
    </span>
  );
}

export function Field(properties: {
  label: string;
  hint?: string;
  value: string;
  onInput: (value: string) => void;
  maxLength: number;
  autoComplete?: string;
}) {
  const { label, hint } = properties;
  const id = label.replace(/\W+/g, '-');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <span class="quiet small" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        type="text"
        value={properties.value}
        maxLength={properties.maxLength}
        autoComplete={properties.autoComplete ?? 'off'}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => properties.onInput(event.currentTarget.value)}
      />
    </div>
  );
}

/** One way, or several, out of a few; looks like buttons, is radio buttons or checkboxes. */
export function Choices<Name extends string>(properties: {
  legend: string;
  hint?: string;
  options: Readonly<Record<Name, string>>;
  chosen: readonly Name[];
  several: boolean;
  onChange: (chosen: Name[]) => void;
}) {
  const { legend, options, chosen, several } = properties;
  const toggle = (name: Name, on: boolean) => {
    const others = several ? chosen.filter((other) => other !== name) : [];
    properties.onChange(on ? [...others, name] : others);
  };
  return (
    <fieldset>
      <legend>{legend}</legend>
      {properties.hint === undefined ? null : <p class="quiet small">{properties.hint}</p>}
      <div class="choices">
        {(Object.keys(options) as Name[]).map((name) => (
          <label class="choice" key={name}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={legend}
              checked={chosen.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
            <span>{options[name]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function useMounted(): { readonly current: boolean } {
  const there = useRef(true);
  useEffect(
    () => () => {
      there.current = false;
    },
    [],
  );
  return there;
}
