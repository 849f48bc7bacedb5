import { useEffect, useState } from 'preact/hooks';
import type { Compared } from '../../net/comparing';
import { Act, Press } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';

/** The twelve digits that two people read to each other, and what they can compare later on. */
export function Check() {
  const { kith, bond } = usePlace();
  const { spokenCheck, comparedOn, newSince } = bond.record;
  const [open, setOpen] = useState(false);
  if (spokenCheck === null || kith === null) return null;
  if (!open) {
    return (
      <div class="row small quiet">
        {comparedOn === null ? null : <span>{words.check.done(comparedOn)} </span>}
        {newSince ? <span>{words.check.renewed} </span> : null}
        <Press look="plain" onClick={() => setOpen(true)}>
          {words.check.open}
        </Press>
      </div>
    );
  }
  return (
    <section class="card stack">
      <h2>{words.check.title}</h2>
      <p>{words.check.lead}</p>
      <p class="digits">{spokenCheck}</p>
      <Further />
      <div class="row">
        <Act
          does={async () => {
            await kith.compared(bond.local);
            setOpen(false);
          }}
        >
          {words.check.same}
        </Act>
        <Press look="plain" onClick={() => setOpen(false)}>
          {words.check.later}
        </Press>
      </div>
    </section>
  );
}

/** Whether the keys are still those of the two, and whether both were shown the same story. */
function Further() {
  const { kith, bond } = usePlace();
  const { record } = bond;
  const [shown, setShown] = useState<Compared | null>(null);
  useEffect(() => {
    void kith?.comparing(record).then(setShown);
  }, [kith, record]);
  if (shown === null) return null;
  return (
    <details>
      <summary>{words.check.further}</summary>
      <div class="stack">
        <p>{words.check.story(shown.upTo)}</p>
        <p data-story>
          <strong>{shown.story}</strong>
        </p>
        <p>{words.check.keys}</p>
        {record.newSince ? <p>{words.check.renewedLead}</p> : null}
        <p data-keys>{shown.keys}</p>
      </div>
    </details>
  );
}
