import { useEffect, useState } from 'preact/hooks';
import { MOST_DECKS, type AddedDeck } from '../../net/decks';
import type { Kith, OpenBond } from '../../net/kith';
import { nameOf } from '../home';
import { Act, Screen, Trouble } from '../parts';
import { handedFragment } from '../routes';
import { words } from '../words';
import { Adding, Found, handed, type Handed } from './adding';

/** A deck that came in a link, before it is used in any bond. */
export function HandedDeck({ kith, bonds }: { kith: Kith; bonds: readonly OpenBond[] }) {
  const fragment = handedFragment();
  const [found, setFound] = useState<Handed | null>(null);
  useEffect(() => {
    if (fragment !== '') void handed(fragment).then(setFound);
  }, [fragment]);
  const use = (deck: AddedDeck) => <UseWith kith={kith} bonds={bonds} deck={deck} />;
  return (
    <Screen title={words.decks.handedTitle}>
      <div class="stack airy">
        <h1>{words.decks.handedTitle}</h1>
        {fragment === '' ? (
          <Adding use={use} />
        ) : (
          <Found found={found} close={() => (location.hash = '#/home')} use={use} />
        )}
      </div>
    </Screen>
  );
}

function UseWith(properties: { kith: Kith; bonds: readonly OpenBond[]; deck: AddedDeck }) {
  const { kith, bonds, deck } = properties;
  const joined = bonds.filter(
    ({ record, view }) => record.key !== null && view.together.state !== 'ended',
  );
  const [said, setSaid] = useState<string | null>(null);
  if (joined.length === 0) return <p>{words.decks.noBond}</p>;
  return (
    <div class="stack tight">
      {joined.map((bond) => {
        const { own, theirName } = bond.record;
        const has = own.decks.includes(deck.pin);
        return (
          <Act
            key={bond.local}
            look="main"
            disabled={has || own.decks.length >= MOST_DECKS}
            does={async () => {
              await kith.addDeck(bond.local, deck);
              setSaid(words.decks.used(theirName ?? nameOf(bond)));
            }}
          >
            {words.decks.useWith(theirName ?? nameOf(bond))}
          </Act>
        );
      })}
      <Trouble sentence={said} />
    </div>
  );
}
