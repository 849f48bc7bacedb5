import { useId } from 'preact/hooks';
import { words } from '../words';

const SHOW_LEFT_BELOW = 200;

interface Labelled {
  label: string;
  hint?: string | undefined;
  value: string;
  onInput: (value: string) => void;
  maxLength: number;
}

export function Field(properties: Labelled & { autoComplete?: string; search?: boolean }) {
  const { label, hint } = properties;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <input
        id={id}
        type="text"
        role={properties.search === true ? 'searchbox' : undefined}
        value={properties.value}
        maxLength={properties.maxLength}
        autoComplete={properties.autoComplete ?? 'off'}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => properties.onInput(event.currentTarget.value)}
      />
    </div>
  );
}

/** Room for several sentences; `coded` for what is copied letter by letter. */
export function Area(
  properties: Labelled & { short?: boolean; coded?: boolean; placeholder?: string },
) {
  const { label, hint, value, maxLength } = properties;
  const id = useId();
  const left = maxLength - value.length;
  const shape =
    properties.coded === true ? 'short coded' : properties.short === true ? 'short' : '';
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <textarea
        id={id}
        class={shape}
        value={value}
        maxLength={maxLength}
        placeholder={properties.placeholder ?? ''}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => properties.onInput(event.currentTarget.value)}
      />
      {left < SHOW_LEFT_BELOW && left < maxLength / 2 ? (
        <p class="quiet small">{words.table.left(left)}</p>
      ) : null}
    </div>
  );
}

export function Choose<Name extends string>(properties: {
  label: string;
  options: Readonly<Record<Name, string>>;
  chosen: Name;
  onChange: (chosen: Name) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{properties.label}</label>
      <select
        id={id}
        value={properties.chosen}
        onChange={(event) => properties.onChange(event.currentTarget.value as Name)}
      >
        {(Object.keys(properties.options) as Name[]).map((name) => (
          <option key={name} value={name}>
            {properties.options[name]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Hint({ id, hint }: { id: string; hint: string | undefined }) {
  if (hint === undefined) return null;
  return (
    <span class="quiet small" id={`${id}-hint`}>
      {hint}
    </span>
  );
}
