import { useEffect, useRef } from 'preact/hooks';

let acted = '';

/** What was done with that card at this moment by this person: it is shown from its beginning. */
export function showsFromItsBeginning(exchange: string): void {
  acted = exchange;
}

/**
 * Brings the place of a card into sight once something was done with it here. What one pressed is
 * gone then, and on a phone the page would stand in the middle of what has come in its place.
 * `state`: what changes when the card looks different.
 */
export function useBeginning(exchange: string, state: string) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (acted !== exchange) return;
    acted = '';
    // Keys and screen readers go on from there.
    card.current?.focus({ preventScroll: true });
    card.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [exchange, state]);
  return card;
}

/** The page from its top again; in the demonstration, where two share a page, it stays. */
export function showsTheTop(kith: unknown): void {
  if (kith === null) return;
  document.getElementById('content')?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
