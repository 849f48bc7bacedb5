import { useState } from 'preact/hooks';
import type { Kith, OpenBond } from '../net/kith';
import { Act } from './parts';
import { words } from './words';

/** The twelve digits that two people read to each other (CRYPTO.md 4.4). */
export function Check({ kith, bond }: { kith: Kith; bond: OpenBond }) {
  const { spokenCheck, comparedOn } = bond.record;
  const [open, setOpen] = useState(false);
  if (spokenCheck === null) return null;
  if (!open) {
    return (
      <div class="row small quiet">
        {comparedOn === null ? null : <span>{words.check.done(comparedOn)} </span>}
        <button type="button" class="plain" onClick={() => setOpen(true)}>
          {words.check.open}
        </button>
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
        <button type="button" class="plain" onClick={() => setOpen(false)}>
          {words.check.later}
        </button>
      </div>
    </section>
  );
}
