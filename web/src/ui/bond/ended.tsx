import { mayRemove } from '../../net/removing';
import { Act, Fold, Screen } from '../parts';
import { usePlace } from '../place';
import { leaveAfter } from '../routes';
import { words } from '../words';
import { GoTo, TakeAlong } from './more';

/** A bond that has ended, in the same words whatever the cause. */
export function Ended({ title }: { title: string }) {
  const { deeds, bond, name } = usePlace();
  const { note } = bond.view.together;
  return (
    <Screen title={title}>
      <div class="stack airy">
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">{words.end.ended}</p>
          {note === null ? null : (
            <figure class="leaf">
              <figcaption class="where">
                {words.end.lastLine}, {note.mine ? bond.record.myName : name}
              </figcaption>
              <blockquote class="said">{note.words}</blockquote>
            </figure>
          )}
          {note?.mine === true ? (
            <Act look="plain" does={() => deeds.act(bond.local, { type: 'withdraw-note' })}>
              {words.end.takeNoteBack}
            </Act>
          ) : null}
          <p>{words.end.stays}</p>
          <GoTo part="story">{words.table.story}</GoTo>
        </div>
        <TakeAlong />
        <Remove />
      </div>
    </Screen>
  );
}

/** Calmly, at the very end of the page: what goes, and what stays with whom. */
function Remove() {
  const { kith, bond, name, keeping } = usePlace();
  if (kith === null) return null;
  const remove = async () => {
    await leaveAfter(kith.removeBond(bond.local).then(() => ({ name: 'home' })));
  };
  if (!mayRemove(bond.record)) return <p class="quiet">{words.end.removeWaits}</p>;
  return (
    <div class="menu">
      <Fold title={words.end.remove}>
        <p>{words.end.removeLead(name)}</p>
        {keeping?.kept === true ? <p>{words.end.removeOthers}</p> : null}
        <Act does={remove}>{words.end.removeYes}</Act>
      </Fold>
    </div>
  );
}
