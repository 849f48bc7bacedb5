import type { Card } from '../../core/types';
import { Act } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';

/** What an exchange is called is this long; texts of other kinds have longer or shorter names. */
const EXCHANGE_LENGTH = 22;

/** What was begun for a card that is gone: somebody swapped it, or it passed. It is not lost. */
export function Unsent() {
  const { deeds, bond } = usePlace();
  const { record, view } = bond;
  const isOn = (cards: readonly Card[], name: string) =>
    cards.some(({ exchange }) => exchange === name);
  // The story is folded for whoever asks; nobody does as long as nothing is left.
  const left = Object.entries(record.drafts)
    .filter(([name, text]) => name.length === EXCHANGE_LENGTH && text.trim() !== '')
    .filter(([name]) => !isOn(view.table, name) && !isOn(view.story, name));
  return (
    <>
      {left.map(([exchange, text]) => (
        <section key={exchange} class="card stack" data-unsent>
          <p>{words.table.unsent}</p>
          <p class="said">{text}</p>
          <div class="row">
            <Act does={() => navigator.clipboard.writeText(text)}>{words.table.copyWords}</Act>
            <Act look="plain" does={() => deeds.draft(bond.local, exchange, () => '')}>
              {words.table.letGo}
            </Act>
          </div>
        </section>
      ))}
    </>
  );
}
