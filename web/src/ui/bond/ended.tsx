import { Act, Screen } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { GoTo, TakeAlong } from './more';

/** A bond that has ended, in the same words whatever the cause. */
export function Ended({ title }: { title: string }) {
  const { deeds, bond } = usePlace();
  const { note } = bond.view.together;
  return (
    <Screen title={title}>
      <div class="stack airy">
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">{words.end.ended}</p>
          {note === null ? null : (
            <figure class="leaf">
              <figcaption class="where">{words.end.lastLine}</figcaption>
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
      </div>
    </Screen>
  );
}
