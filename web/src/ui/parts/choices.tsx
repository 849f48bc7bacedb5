import { useId } from 'preact/hooks';

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
  const group = useId();
  const toggle = (name: Name, on: boolean) => {
    const others = several ? chosen.filter((other) => other !== name) : [];
    properties.onChange(on ? [...others, name] : others);
  };
  return (
    <fieldset>
      <legend>{legend}</legend>
      {properties.hint === undefined ? null : <p class="quiet small">{properties.hint}</p>}
      <div class={areLong(Object.values(options)) ? 'choices rows' : 'choices'}>
        {(Object.keys(options) as Name[]).map((name) => (
          <label class="choice" key={name}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={group}
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

/** Longer than this, options stand below each other, each as wide as the page. */
const LONG = 26;

/** The same, where there are as many as MANY. */
const LONG_OF_MANY = 12;
const MANY = 5;

function areLong(options: readonly string[]): boolean {
  const most = options.length < MANY ? LONG : LONG_OF_MANY;
  return options.some((option) => option.length > most);
}

const STEPS = [1, 2, 3, 4, 5, 6, 7] as const;

/** From 1 to 7, with what both ends mean; nothing is chosen beforehand. */
export function Scale(properties: {
  legend: string;
  ends: readonly [string, string];
  /** Below another scale with the same ends: they are heard, and need not be read twice. */
  below?: boolean;
  chosen: number | null;
  onChange: (chosen: number) => void;
}) {
  const group = useId();
  return (
    <fieldset>
      <legend>{properties.legend}</legend>
      <div class="scale">
        {STEPS.map((step) => (
          <label class="choice" key={step}>
            <input
              type="radio"
              name={group}
              aria-label={spoken(step, properties.ends)}
              checked={step === properties.chosen}
              onChange={() => properties.onChange(step)}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      {properties.below === true ? null : (
        <p class="ends small quiet" aria-hidden="true">
          <span>{properties.ends[0]}</span>
          <span>{properties.ends[1]}</span>
        </p>
      )}
    </fieldset>
  );
}

function spoken(step: number, [low, high]: readonly [string, string]): string {
  if (step === 1) return `1, ${low}`;
  return step === STEPS.length ? `${step}, ${high}` : String(step);
}
