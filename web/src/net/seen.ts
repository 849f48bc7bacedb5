import type { Wished } from '../core/decks';
import type { Card, ExchangeId, View } from '../core/types';

/** A view whose story is told once it is read, with what a screen shows of it besides. */
export interface SeenView extends View {
  /** How many exchanges are in the story. */
  readonly settled?: number;
  /** What of the story one is asked about: it need not be told for that. */
  readonly asked: Readonly<Record<ExchangeId, Pick<Card, 'prompt' | 'theirResponse'>>>;
  /** What this person's wishes come to here. */
  readonly wished: Wished;
}

/** So much of the story is told at most where something of it is asked about; else all of it. */
const LATELY = 8;

/**
 * What one is asked about that lies on the table no longer: its prompt, and what the other answered.
 * `showing`: the same view with so many exchanges of its story.
 */
export function askedAbout(
  { own, table, earlier }: View,
  showing: (last: number) => View,
): SeenView['asked'] {
  const asked = own.questions.flatMap((question) =>
    question.ask === 'landed' && table.every(({ exchange }) => exchange !== question.exchange)
      ? [question.exchange]
      : [],
  );
  if (asked.length === 0) return {};
  const among = ({ story }: View) => story.filter(({ exchange }) => asked.includes(exchange));
  const lately = among(showing(LATELY));
  const found = lately.length === asked.length ? lately : among(showing(earlier));
  return Object.fromEntries(
    found.map(({ exchange, prompt, theirResponse }) => [exchange, { prompt, theirResponse }]),
  );
}

/** The view with a story that is only told once somebody reads it: it may be years long. */
export function withStory(seen: SeenView, whole: () => View): SeenView {
  let story: View['story'] | null = null;
  const tell = { enumerable: true, configurable: true, get: () => (story ??= whole().story) };
  const settled = seen.settled ?? seen.earlier;
  return Object.defineProperty({ ...seen, settled, earlier: 0 }, 'story', tell);
}

/** The same to be kept: the story is told from the entries, and must not be told for this. */
export function withoutStory(view: SeenView): SeenView {
  const others = Object.entries(Object.getOwnPropertyDescriptors(view)).filter(
    ([name]) => name !== 'story',
  );
  return { ...(Object.defineProperties({}, Object.fromEntries(others)) as SeenView), story: [] };
}
