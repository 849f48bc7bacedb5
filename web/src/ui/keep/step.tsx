import { usePlace } from '../place';
import { Act, Press } from '../parts';
import { go } from '../routes';
import { words } from '../words';

/** The setting by which somebody has said: not now. */
const LATER = 'keep-later';

/**
 * Whether it is time to keep what there is: the first exchange is whole, nothing but this browser
 * has it, and its owner has not said "not now" (DECISIONS 19).
 */
export function useKeepStep(): boolean {
  const { kith, bond, personal, keeping } = usePlace();
  if (kith === null || keeping === undefined) return false;
  if (!kith.snapshot().lasts || personal.settings[LATER] !== undefined) return false;
  if (keeping.ways.some(({ kind, coming }) => kind !== 'device' && !coming)) return false;
  // The story itself is left alone: to tell it takes as long as it is.
  return (bond.view.settled ?? bond.view.story.length) > 0;
}

/** Stands before the next card until its owner has kept what there is, or has said: not now. */
export function KeepStep() {
  const { deeds } = usePlace();
  const later = () =>
    deeds.personally((personal) => ({
      ...personal,
      settings: { ...personal.settings, [LATER]: 'yes' },
    }));
  return (
    <section class="card stack" aria-label={words.keep.title}>
      <h2>{words.keep.title}</h2>
      <p>{words.keep.lead}</p>
      <p class="quiet">{words.keep.leadMore}</p>
      <div class="row">
        <Press look="main" onClick={() => go({ name: 'keep' })}>
          {words.keep.do}
        </Press>
        <Act look="plain" does={later}>
          {words.keep.later}
        </Act>
      </div>
      <p class="quiet small">{words.keep.laterHint}</p>
    </section>
  );
}
