import { useState } from 'preact/hooks';
import { toggled, wishesOf, type Own, type Personal } from '../../net/own';
import { seedOf } from '../../net/seed';
import type { Deeds } from '../deeds';
import { newExchange } from '../deeds';
import { Act, Choices, Press, Sheet } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { promptByKey } from './deck';
import { whereOf } from './said';

type Wish = keyof typeof words.wishes.kinds;

/** What one wishes of a card, for oneself alone. `prompt`: deck/id. */
export function Wishes({ prompt, label }: { prompt: string; label?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <span>
      <Press look="plain" onClick={() => setOpen(true)}>
        {label ?? words.wishes.open}
      </Press>
      {open ? <WishesSheet prompt={prompt} close={() => setOpen(false)} /> : null}
    </span>
  );
}

function WishesSheet({ prompt, close }: { prompt: string; close: () => void }) {
  const { deeds, bond, personal } = usePlace();
  const before = wishesFor(prompt, bond.record.own, personal);
  const [chosen, setChosen] = useState<readonly Wish[]>(before);
  const keep = async () => {
    for (const wish of Object.keys(words.wishes.kinds) as Wish[]) {
      const on = chosen.includes(wish);
      if (on !== before.includes(wish)) await note(deeds, bond.local, { prompt, wish, on });
    }
    close();
  };
  const isSame = chosen.length === before.length && chosen.every((wish) => before.includes(wish));
  return (
    <Sheet title={words.wishes.title} close={close}>
      <p class="quiet">{words.wishes.lead}</p>
      <Choices
        legend={words.wishes.which}
        options={words.wishes.kinds}
        chosen={chosen}
        several
        onChange={setChosen}
      />
      <Act look="main" rests={isSame} does={keep}>
        {words.wishes.keep}
      </Act>
    </Sheet>
  );
}

function wishesFor(prompt: string, own: Own, personal: Personal): readonly Wish[] {
  const marked: Record<Wish, boolean> = {
    favourite: personal.favourites.includes(prompt),
    notNow: own.notNow.some((each) => each.prompt === prompt),
    notWithYou: own.notWithYou.includes(prompt),
    notEver: personal.notEver.includes(prompt),
  };
  return (Object.keys(marked) as Wish[]).filter((wish) => marked[wish]);
}

function note(
  deeds: Deeds,
  local: string,
  { prompt, wish, on }: { prompt: string; wish: Wish; on: boolean },
): Promise<void> {
  switch (wish) {
    case 'favourite':
      return deeds.personally((before) => ({
        ...before,
        favourites: toggled(before.favourites, prompt, on),
      }));
    case 'notEver':
      return deeds.personally((before) => ({
        ...before,
        notEver: toggled(before.notEver, prompt, on),
      }));
    case 'notNow':
      return deeds.noted(local, { note: 'not-now', prompt, on });
    case 'notWithYou':
      return deeds.noted(local, { note: 'not-with-you', prompt, on });
  }
}

/** Every card that one has marked, with its way back. */
export function Marked() {
  const { bond, personal } = usePlace();
  const all = wishesOf(bond.record.own, personal, seedOf(bond.record.bond));
  const prompts = [...new Set(all.map(({ prompt }) => prompt))];
  return (
    <section class="stack" data-marked>
      <h2>{words.wishes.marked}</h2>
      {prompts.length === 0 ? <p class="quiet">{words.wishes.nothing}</p> : null}
      <ul class="plainlist">
        {prompts.map((prompt) => (
          <li key={prompt}>
            <MarkedCard prompt={prompt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MarkedCard({ prompt }: { prompt: string }) {
  const { bond, personal, decks } = usePlace();
  const card = promptByKey(prompt, decks);
  const said = wishesFor(prompt, bond.record.own, personal).map((wish) => words.wishes.kinds[wish]);
  return (
    <article class="card stack tight">
      {card === null ? null : <p class="where">{whereOf(card)}</p>}
      <p class="prompt">{card?.text.split('\n')[0] ?? words.wishes.unknown}</p>
      <p class="quiet small">{said.join(' · ')}</p>
      <div class="row small">
        {card !== null && personal.favourites.includes(prompt) ? (
          <DrawIt prompt={prompt} place={card} />
        ) : null}
        <Wishes prompt={prompt} label={words.wishes.change} />
      </div>
    </article>
  );
}

function DrawIt(properties: { prompt: string; place: { topic: string; ring: number } }) {
  const { prompt, place } = properties;
  const { deeds, bond, showAfter } = usePlace();
  const cell = bond.view.map.find((one) => one.topic === place.topic && one.ring === place.ring);
  if (bond.view.may.draw !== null || cell?.open !== true) return null;
  return (
    <Act
      look="plain"
      does={async () => {
        await deeds.act(bond.local, { type: 'draw', exchange: newExchange(), prompt });
        showAfter('table');
      }}
    >
      {words.wishes.draw}
    </Act>
  );
}
