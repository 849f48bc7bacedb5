import { useState } from 'preact/hooks';
import { deckFragment } from '../../core/border';
import { addedTo, MOST_DECKS, type AddedDeck } from '../../net/decks';
import type { Kith } from '../../net/kith';
import { Adding } from '../decks/adding';
import { factsOf, WholeDeck } from '../decks/whole';
import { Act, Choices, Fold, Press, Screen, Trouble } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { saveFile } from './export';
import { GoTo } from './more';

/** Where the cards of a bond come from. */
export function DecksPart() {
  const { kith } = usePlace();
  return (
    <Screen title={words.decks.title}>
      <div class="stack airy">
        <div class="stack tight">
          <GoTo part="table" look="back">{`‹ ${words.places.back}`}</GoTo>
          <h1>{words.decks.title}</h1>
          <p class="lead">{words.decks.lead}</p>
        </div>
        <ForWhom />
        <section class="stack tight">
          <h2>{words.decks.ours}</h2>
          <p class="quiet">{words.decks.oursLead}</p>
        </section>
        {kith === null ? null : <Added kith={kith} />}
      </div>
    </Screen>
  );
}

function ForWhom() {
  const { deeds, bond } = usePlace();
  const { pair } = bond.record.own;
  return (
    <Choices
      legend={words.decks.pair}
      hint={words.decks.pairHint}
      options={words.decks.pairs}
      chosen={[pair]}
      several={false}
      onChange={([chosen]) => void deeds.noted(bond.local, { note: 'pair', pair: chosen ?? pair })}
    />
  );
}

function Added({ kith }: { kith: Kith }) {
  const { bond, decks } = usePlace();
  const { own } = bond.record;
  const here = addedTo(own, decks);
  return (
    <>
      <section class="stack">
        <h2>{words.decks.yours}</h2>
        {own.decks.length === 0 ? <p class="quiet">{words.decks.none}</p> : null}
        {here.map((deck) => (
          <OneDeck key={deck.pin} kith={kith} deck={deck} />
        ))}
        {own.decks
          .filter((pin) => here.every((deck) => deck.pin !== pin))
          .map((pin) => (
            <article class="card stack tight" key={pin}>
              <p>{words.decks.gone}</p>
              <Remove kith={kith} pin={pin} />
            </article>
          ))}
      </section>
      <Adding
        use={(deck, close) => (
          <Act
            look="main"
            does={async () => {
              await kith.addDeck(bond.local, deck);
              close();
            }}
            disabled={own.decks.includes(deck.pin) || own.decks.length >= MOST_DECKS}
          >
            {words.decks.useHere}
          </Act>
        )}
      />
      <Trouble sentence={own.decks.length >= MOST_DECKS ? words.decks.full : null} />
    </>
  );
}

function OneDeck({ kith, deck }: { kith: Kith; deck: AddedDeck }) {
  const { bond } = usePlace();
  const { suits } = deck.deck;
  const isOffered = suits === undefined || suits === bond.record.own.pair;
  return (
    <article class="card stack tight" data-added={deck.deck.deck}>
      <h3 class="prompt">{deck.deck.deck}</h3>
      <p class="quiet">{factsOf(deck.deck)}</p>
      {isOffered ? null : <p class="notice small">{words.decks.notSuiting}</p>}
      <Fold title={words.decks.see}>
        <WholeDeck {...deck} />
      </Fold>
      <HandOn deck={deck} />
      <Remove kith={kith} pin={deck.pin} />
    </article>
  );
}

/** As a link that carries all of it, or as a file. */
function HandOn({ deck }: { deck: AddedDeck }) {
  const [copied, setCopied] = useState(false);
  const link = () => `${location.origin}/#${deckFragment(deck)}`;
  return (
    <Fold title={words.decks.handOn}>
      <p class="quiet">{words.decks.handOnLead}</p>
      <div class="buttons">
        <Act
          does={async () => {
            await navigator.clipboard.writeText(link());
            setCopied(true);
          }}
        >
          {words.decks.copy}
        </Act>
        <Press onClick={() => saveFile(`${deck.deck.deck}.json`, deck.canonical)}>
          {words.decks.save}
        </Press>
      </div>
      <Trouble sentence={copied ? words.decks.copied : null} />
    </Fold>
  );
}

function Remove({ kith, pin }: { kith: Kith; pin: string }) {
  const { bond } = usePlace();
  return (
    <Fold title={words.decks.remove}>
      <p>{words.decks.removeLead}</p>
      <Act does={() => kith.removeDeck(bond.local, pin)}>{words.decks.removeYes}</Act>
    </Fold>
  );
}
