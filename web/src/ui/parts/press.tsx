import type { ComponentChildren } from 'preact';

export type Look = 'main' | 'plain' | '';

/** A button that cannot fail. */
export function Press(properties: {
  onClick: () => void;
  children: ComponentChildren;
  look?: Look;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      class={properties.look ?? ''}
      disabled={properties.disabled ?? false}
      onClick={properties.onClick}
    >
      {properties.children}
    </button>
  );
}
