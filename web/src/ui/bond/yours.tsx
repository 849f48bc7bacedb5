import { Screen } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { Drawer } from './drawer';
import { Notes, notesKey, Thinking } from './notes';
import { Marked } from './wishes';

/** What one keeps for oneself in this bond: the drawer, notes, cards to think about. */
export function YoursPart() {
  const { deeds, bond, personal } = usePlace();
  const { local, view } = bond;
  const drawer = personal.drawer.filter((kept) => kept.bond === null || kept.bond === local);
  const offer = (id: string) => {
    if (view.may.offer !== null) return view.may.offer;
    return view.own.drawer.find((kept) => kept.id === id)?.firstStep ?? null;
  };
  return (
    <Screen title={words.yours.title}>
      <div class="stack airy">
        <div class="stack tight">
          <h1>{words.yours.title}</h1>
          <p class="lead">{words.yours.lead}</p>
        </div>
        <Drawer deeds={deeds} drawer={drawer} local={local} offer={offer} />
        <Notes
          key={local}
          deeds={deeds}
          about={local}
          before={personal.settings[notesKey(local)] ?? ''}
        />
        <Marked />
        <Thinking />
      </div>
    </Screen>
  );
}
