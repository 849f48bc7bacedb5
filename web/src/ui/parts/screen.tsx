import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { PlaceContext } from '../place';
import { type Goal, hrefOf } from '../routes';

/** Moves the reader's place to the new screen: title of the window and focus. */
export function Screen(properties: { title: string; wide?: boolean; children: ComponentChildren }) {
  const place = useRef<HTMLElement>(null);
  const { title } = properties;
  // In the demonstration two screens stand on one page, and neither is the page.
  const within = useContext(PlaceContext)?.kith === null;
  useEffect(() => {
    if (within) return;
    document.title = `${title} – Kith`;
    place.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title, within]);
  if (within) return <div class="screen">{properties.children}</div>;
  return (
    <main ref={place} id="content" tabIndex={-1} class={properties.wide === true ? 'wide' : ''}>
      {properties.children}
    </main>
  );
}

/** The way back, above a title. */
export function Back({ to, children }: { to: Goal; children: string }) {
  return (
    <a class="back" href={hrefOf(to)}>
      {`‹ ${children}`}
    </a>
  );
}

/** Whoever opens something sees what was in it, also at the end of a page or of a sheet. */
function showsAll({ currentTarget }: { currentTarget: HTMLElement }): void {
  const whole = currentTarget.parentElement;
  requestAnimationFrame(() => {
    if (whole?.hasAttribute('open') === true) whole.scrollIntoView({ block: 'nearest' });
  });
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
      <summary onClick={showsAll}>{properties.title}</summary>
      <div class="inside stack">{properties.children}</div>
    </details>
  );
}
