import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

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
    <main ref={place} id="content" tabIndex={-1} class={properties.wide === true ? 'wide' : ''}>
      {properties.children}
    </main>
  );
}

/** A part that is open only when wanted. */
export function Fold(properties: {
  title: string;
  open?: boolean;
  class?: string;
  children: ComponentChildren;
}) {
  return (
    <details open={properties.open ?? false} class={properties.class ?? ''}>
      <summary>{properties.title}</summary>
      <div class="inside stack">{properties.children}</div>
    </details>
  );
}
