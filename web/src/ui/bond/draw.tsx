import { useState } from 'preact/hooks';
import type { Offer } from '../../core/types';
import { newExchange } from '../deeds';
import { Act, Fold } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { whereOf } from './said';
import { useShow } from './table';

/** One thing at a time: while something on the table wants attention, drawing keeps behind it. */
export function Draw() {
  const { view } = usePlace().bond;
  if (view.may.draw !== null) return null;
  if (view.table.every((card) => card.state === 'opened' && card.may.respond !== null)) {
    return <Offers offers={view.offers} />;
  }
  return (
    <Fold title={words.table.drawAnother}>
      <Offers offers={view.offers} />
    </Fold>
  );
}

function Offers({ offers }: { offers: readonly Offer[] }) {
  const { deeds, bond, href } = usePlace();
  const [chosen, setChosen] = useState<string | null>(null);
  const present = offers.find((offer) => offer.id === chosen);
  const lead = bond.view.together.light || bond.view.own.lighter;
  return (
    <section class="part">
      <h2>{words.table.drawTitle}</h2>
      <p class="quiet">{lead ? words.table.lighter : words.table.drawLead}</p>
      <fieldset class="stack tight">
        <legend class="visually-hidden">{words.table.drawTitle}</legend>
        {offers.map((offer) => (
          <Choice key={offer.id} offer={offer} chosen={chosen} choose={setChosen} />
        ))}
      </fieldset>
      <div class="row">
        <Act
          look="main"
          disabled={present === undefined}
          does={async () => {
            if (present === undefined) return;
            const exchange = newExchange();
            await deeds.act(bond.local, { type: 'draw', exchange, prompt: present.id });
          }}
        >
          {words.table.draw}
        </Act>
        <a href={href('map')} onClick={useShow('map')}>
          {words.table.byMap}
        </a>
      </div>
    </section>
  );
}

function Choice(properties: { offer: Offer; chosen: string | null; choose: (id: string) => void }) {
  const { offer, chosen, choose } = properties;
  return (
    <label class="choice deck">
      <input
        type="radio"
        name="offer"
        checked={offer.id === chosen}
        onChange={() => choose(offer.id)}
      />
      <span>
        <span>
          <span class="where block">{whereOf(offer)}</span>
          <span class="prompt block">{offer.text}</span>
        </span>
      </span>
    </label>
  );
}
