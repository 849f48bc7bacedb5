import { useState } from 'preact/hooks';
import { Act, Press } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';

/** The twelve digits that two people read to each other (docs/crypto.md). */
export function Check() {
  const { kith, bond } = usePlace();
  const { spokenCheck, comparedOn } = bond.record;
  const [open, setOpen] = useState(false);
  if (spokenCheck === null || kith === null) return null;
  if (!open) {
    return (
      <div class="row small quiet">
        {comparedOn === null ? null : <span>{words.check.done(comparedOn)} </span>}
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
