import { useState } from 'preact/hooks';
import type { Offer } from '../../core/types';
import { newExchange } from '../deeds';
import { Act, Fold } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { showsFromItsBeginning } from './beginning';
import { withChosen } from './chosen';
import { foreign, keyOf, textOf } from './deck';
import { whereOf } from './said';
import { useShow } from './table';
import { Wishes } from './wishes';

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
  const [present, choose] = useState<Offer | null>(null);
  const lead = bond.view.together.light || bond.view.own.lighter;
  return (
    <section class="part">
      <h2>{words.table.drawTitle}</h2>
      <p class="quiet">{lead ? words.table.lighter : words.table.drawLead}</p>
      <fieldset class="stack tight">
        <legend class="visually-hidden">{words.table.drawTitle}</legend>
        {withChosen(offers, present).map((offer) => (
          <Choice key={keyOf(offer)} offer={offer} chosen={present} choose={choose} />
        ))}
      </fieldset>
      <div class="row">
        <Act
          look="main"
          disabled={present === null}
          does={async () => {
            if (present === null) return;
            const exchange = newExchange();
            showsFromItsBeginning(exchange);
            await deeds.act(bond.local, { type: 'draw', exchange, prompt: keyOf(present) });
          }}
        >
          {words.table.draw}
        </Act>
        {present === null ? null : <Wishes key={keyOf(present)} prompt={keyOf(present)} />}
        <a href={href('map')} onClick={useShow('map')}>
          {words.table.byMap}
        </a>
      </div>
    </section>
  );
}

function Choice(properties: {
  offer: Offer;
  chosen: Offer | null;
  choose: (offer: Offer) => void;
}) {
  const { offer, chosen, choose } = properties;
  const { unwished, favourites } = usePlace().bond.view.wished;
  const key = keyOf(offer);
  const [question = '', ...tail] = textOf(offer).split('\n');
  return (
    <label class="choice deck">
      <input
        type="radio"
        name="offer"
        checked={chosen !== null && key === keyOf(chosen)}
        onChange={() => choose(offer)}
      />
      <span>
        <span>
          <span class="where block">{whereOf(offer)}</span>
          <span class="prompt block" lang={foreign(offer)}>
            {question}
          </span>
          {tail.length === 0 ? null : (
            <span class="tail block" lang={foreign(offer)}>
              {tail.join(' ')}
            </span>
          )}
          {favourites.includes(key) ? (
            <span class="quiet small block">{words.wishes.favourite}</span>
          ) : null}
          {unwished.includes(key) ? (
            <span class="quiet small block">{words.wishes.unwished}</span>
          ) : null}
        </span>
      </span>
    </label>
  );
}
