import { Act } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { whereOf } from './said';

/** What arrived deeper than is open: closed until that ring opens, or thrown away unread. */
export function Held() {
  const { deeds, bond } = usePlace();
  const { held } = bond.view.own;
  return (
    <>
      {held.map((aside) => (
        <section class="private stack tight" key={aside.exchange}>
          <h2>{words.yours.held}</h2>
          <p class="where">{whereOf(aside)}</p>
          {aside.text === null ? <p>{words.yours.heldLead}</p> : <p class="said">{aside.text}</p>}
          <Act does={() => deeds.noted(bond.local, { note: 'throw', exchange: aside.exchange })}>
            {words.yours.throwAway}
          </Act>
        </section>
      ))}
    </>
  );
}
