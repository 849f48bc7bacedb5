import { useEffect, useState } from 'preact/hooks';
import type { MapCell } from '../core/types';
import { Onion } from './onion';
import { Press } from './parts/press';
import { Screen } from './parts/screen';
import { go, hrefOf } from './routes';
import { words } from './words';

/** The first page: what this is, what it does not do, and two ways in. */
export function Arrive() {
  return (
    <Screen title={words.arrive.title} wide>
      <div class="hero">
        <div class="stack">
          <h1>{words.arrive.title}</h1>
          <ol class="lines bare">
            {words.arrive.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <div class="buttons">
            <Press look="main" onClick={() => go({ name: 'start' })}>
              {words.arrive.start}
            </Press>
            <Press onClick={() => go({ name: 'paste' })}>{words.arrive.haveLink}</Press>
          </div>
          <p class="quiet small">{words.arrive.adults}</p>
          <p class="row small">
            <a href={hrefOf({ name: 'returning' })}>{words.returning.open}</a>
            <a href={hrefOf({ name: 'yours' })}>{words.yours.title}</a>
          </p>
        </div>
        <figure class="stack tight">
          <Picture />
          <figcaption class="quiet small centre">{words.arrive.picture}</figcaption>
        </figure>
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

/** Its place is there at once; it is drawn when what can be read and pressed has been painted. */
function Picture() {
  const [isDrawn, draw] = useState(false);
  // An effect comes after the paint.
  useEffect(() => draw(true), []);
  return <Onion cells={isDrawn ? EXAMPLE : []} whole />;
}

/** A map as it might look after some months; a picture, nobody's. */
export const EXAMPLE: readonly MapCell[] = (
  Object.keys(words.topics) as MapCell['topic'][]
).flatMap((topic, index) =>
  ([1, 2, 3, 4] as const).map((ring) => {
    const depth = [3, 1, 2, 2, 0, 1, 3, 1][index] ?? 0;
    const open = depth > 0 && ring <= depth + (index % 2);
    return { topic, ring, open, shared: ring <= depth ? 1 : 0 };
  }),
);
