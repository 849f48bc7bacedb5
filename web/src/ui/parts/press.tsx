import type { ComponentChildren } from 'preact';

export type Look = 'main' | 'plain' | '';

/** A button that cannot fail. `rests`: it does nothing now, and keeps the focus of whoever came to the end by it. */
export function Press(properties: {
  onClick: () => void;
  children: ComponentChildren;
  look?: Look;
  disabled?: boolean;
  rests?: boolean;
}) {
  return (
    <button
      type="button"
      class={properties.look ?? ''}
      disabled={properties.disabled ?? false}
      aria-disabled={properties.rests === true ? true : undefined}
      onClick={properties.rests === true ? undefined : properties.onClick}
    >
      {properties.children}
    </button>
  );
}
