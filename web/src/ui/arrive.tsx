import type { MapCell } from '../core/types';
import { Onion } from './onion';
import { Screen } from './parts';
import { go } from './routes';
import { words } from './words';

/** The first page: what this is, what it does not do, and two ways in. */
export function Arrive() {
  return (
    <Screen title={words.arrive.title} wide>
      <div class="hero">
        <div class="stack">
          <h1>{words.arrive.title}</h1>
          <ol class="lines">
            {words.arrive.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <div class="row">
            <button type="button" class="main" onClick={() => go({ name: 'start' })}>
              {words.arrive.start}
            </button>
            <button type="button" onClick={() => go({ name: 'paste' })}>
              {words.arrive.haveLink}
            </button>
          </div>
        </div>
        <Onion cells={EXAMPLE} />
        <section class="stack tight quiet">
          <h2>{words.arrive.notTitle}</h2>
          <ul class="lines">
            {words.arrive.not.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </Screen>
  );
}

/** A map as it might look after some weeks; a picture, nobody's. */
const EXAMPLE: readonly MapCell[] = (Object.keys(words.topics) as MapCell['topic'][]).flatMap(
  (topic, index) =>
    ([1, 2, 3, 4] as const).map((ring) => {
      const depth = [3, 1, 2, 2, 0, 1, 3, 1][index] ?? 0;
      return { topic, ring, open: ring <= Math.max(depth, 1), shared: ring <= depth ? 1 : 0 };
    }),
);
