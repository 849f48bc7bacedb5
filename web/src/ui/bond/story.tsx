import { useState } from 'preact/hooks';
import type { Card } from '../../core/types';
import { dayName } from '../deeds';
import { Act, Field, Press, Screen } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { textOf } from './deck';
import { Amiss } from './amiss';
import { GoTo } from './more';
import { Responses, Said } from './said';
import { useShow } from './table';
import { toldOf } from './told';

const SEARCH_LENGTH = 100;

/** How many exchanges a screen begins with; a long story is not a long page. */
const AT_ONCE = 20;

/** What has opened, the latest first; to be searched. */
export function StoryPart() {
  const { bond, personal, href } = usePlace();
  const [search, setSearch] = useState('');
  const [close, setClose] = useState(false);
  const [most, setMost] = useState(AT_ONCE);
  const story = toldOf(bond.view).reverse();
  const found = story.filter(
    (card) => holds(card, search) && (!close || personal.keptClose.includes(card.exchange)),
  );
  const toPrint = useShow('print');
  return (
    <Screen title={words.table.story}>
      <div class="stack">
        <h1>{words.table.story}</h1>
        {story.length === 0 ? (
          <p class="lead">{words.table.storyEmpty}</p>
        ) : (
          <Field
            label={words.story.search}
            value={search}
            search
            maxLength={SEARCH_LENGTH}
            onInput={setSearch}
          />
        )}
        {story.length > 0 ? (
          <label class="choice">
            <input
              type="checkbox"
              checked={close}
              onChange={(event) => setClose(event.currentTarget.checked)}
            />
            <span>{words.story.favourites}</span>
          </label>
        ) : null}
        <p role="status" class={found.length === 0 && story.length > 0 ? '' : 'visually-hidden'}>
          {found.length === 0 && story.length > 0 ? words.story.none : ''}
        </p>
        <ol class="story">
          {found.slice(0, most).map((card) => (
            <li key={card.exchange}>
              <StoryCard card={card} />
            </li>
          ))}
        </ol>
        {found.length > most ? (
          <span>
            <Press onClick={() => setMost(most + AT_ONCE)}>{words.story.earlier}</Press>
          </span>
        ) : null}
        {story.length === 0 ? null : (
          <span>
            <a class="button" href={href('print')} onClick={toPrint}>
              {words.story.print}
            </a>
          </span>
        )}
      </div>
    </Screen>
  );
}

function StoryCard({ card }: { card: Card }) {
  const { deeds, personal } = usePlace();
  const isClose = personal.keptClose.includes(card.exchange);
  return (
    <article class="card stack" data-card={card.state}>
      <p class="where">{words.story.when(dayName(card.day))}</p>
      <Said card={card} />
      <Responses card={card} />
      <div class="row small">
        <Act
          look="plain"
          does={() =>
            deeds.personally((before) => ({
              ...before,
              keptClose: isClose
                ? before.keptClose.filter((one) => one !== card.exchange)
                : [...before.keptClose, card.exchange],
            }))
          }
        >
          {isClose ? words.story.keptClose : words.story.keepClose}
        </Act>
        <Amiss card={card} />
      </div>
    </article>
  );
}

/** Whether every word searched for stands somewhere in what was asked and said. */
function holds(card: Card, search: string): boolean {
  const said = [
    textOf(card.prompt),
    card.mine?.words,
    card.theirs?.words,
    card.myResponse?.words,
    card.theirResponse?.words,
  ];
  const text = said.join('\n').toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The story as it goes on paper: the earliest first. */
export function PrintedStory() {
  const { bond, name } = usePlace();
  return (
    <Screen title={words.table.story}>
      <div class="printed">
        <div class="stack tight">
          <div class="no-print">
            <GoTo part="story" look="back">{`‹ ${words.table.story}`}</GoTo>
          </div>
          <h1>{words.story.ofBoth(bond.record.myName, name)}</h1>
        </div>
        <div class="row no-print">
          <Press look="main" onClick={() => window.print()}>
            {words.account.print}
          </Press>
        </div>
        {toldOf(bond.view).map((card) => (
          <article class="stack" key={card.exchange}>
            <p class="where">{words.story.when(dayName(card.day))}</p>
            <Said card={card} onPaper />
            <Responses card={card} onPaper />
          </article>
        ))}
      </div>
    </Screen>
  );
}
