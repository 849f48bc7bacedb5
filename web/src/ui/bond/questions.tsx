import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Card, Matter, Prompt, Question, View } from '../../core/types';
import type { Landed } from '../../net/own';
import { Act, Fold, Hold, Press, Scale } from '../parts';
import { today } from '../deeds';
import { useKeepStep } from '../keep/step';
import { usePlace } from '../place';
import { words } from '../words';
import { textOf } from './deck';
import { Responded } from './said';

/** What was asked first in each bond on each day, as long as this page is open. */
const asked = new Map<string, string>();

/**
 * What is asked of oneself alone: one question at a time, each of which may be left; `after` comes
 * when nothing is asked. Whether one could say no is asked first on a day, or not in that sitting.
 */
export function Questions({ after }: { after: ComponentChildren }) {
  const { bond } = usePlace();
  const { view } = bond;
  const sitting = `${bond.local}/${today(bond)}`;
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const isKeeping = useKeepStep();
  const waits = (question: Question): boolean => {
    if (question.ask !== 'safety') return mustWait(question, view);
    const first = asked.get(sitting) ?? keyOf(question);
    return isKeeping || first !== keyOf(question) || mustWait(question, view);
  };
  const due = view.own.questions.find((one) => !skipped.includes(keyOf(one)) && !waits(one));
  if (due !== undefined && !asked.has(sitting)) asked.set(sitting, keyOf(due));
  return (
    <>
      {view.own.help ? <Help /> : null}
      {due === undefined ? (
        after
      ) : (
        <section class="private stack" data-ask={due.ask}>
          <p class="where">{words.inner.label}</p>
          {due.ask === 'mended' && view.together.repairs.some(({ may }) => may.own === null) ? (
            <Later said={words.inner.mended} matter={{ on: 'mended' }} />
          ) : (
            <Ask
              key={keyOf(due)}
              question={due}
              skip={() => setSkipped([...skipped, keyOf(due)])}
            />
          )}
        </section>
      )}
    </>
  );
}

/** A rest, something to mend, or a card that lies there for oneself comes first. */
function mustWait({ ask }: Question, { together, table }: View): boolean {
  const { state, repairs } = together;
  const isQuiet = state === 'rests' || repairs.some((repair) => !repair.mended);
  switch (ask) {
    case 'landed':
    case 'safety':
      return isQuiet || table.some(isForMe);
    case 'deeper':
      return isQuiet;
    case 'comfort':
    case 'mended':
    case 'resume':
      return false;
  }
}

function isForMe(card: Card): boolean {
  return card.state === 'drawn' ? !card.sealedByMe : card.may.respond === null;
}

function keyOf(question: Question): string {
  return JSON.stringify(question);
}

function Ask({ question, skip }: { question: Question; skip: () => void }) {
  switch (question.ask) {
    case 'landed':
      return <LandedQuestion exchange={question.exchange} />;
    case 'comfort':
      return <ComfortQuestion skip={skip} />;
    case 'deeper':
      return <Deeper topic={question.topic} ring={question.ring} skip={skip} />;
    case 'mended':
      return <Vote said={words.inner.mended} matter={{ on: 'mended' }} skip={skip} />;
    case 'resume':
      return <Later said={words.inner.resume} matter={{ on: 'resume' }} />;
    case 'safety':
      return <SafetyQuestion skip={skip} />;
  }
}

const ROWS = ['understood', 'accepted', 'cared', 'brushed'] as const;

function LandedQuestion({ exchange }: { exchange: string }) {
  const { deeds, bond, name } = usePlace();
  const [landed, setLanded] = useState<Partial<Record<(typeof ROWS)[number], number>>>({});
  const { table, asked } = bond.view;
  const about = table.find((one) => one.exchange === exchange) ?? asked[exchange];
  const note = (values: Landed) => deeds.noted(bond.local, { note: 'landed', exchange, ...values });
  return (
    <>
      <h2>{words.inner.landed.title}</h2>
      <p class="quiet">{words.inner.landed.lead(titleOf(about?.prompt))}</p>
      <Responded who={words.respond.theirs(name)} response={about?.theirResponse ?? null} />
      {ROWS.map((row, at) => (
        <Scale
          key={row}
          legend={words.inner.landed.rows[row]}
          ends={[words.inner.landed.low, words.inner.landed.high]}
          below={at > 0}
          chosen={landed[row] ?? null}
          onChange={(chosen) => setLanded({ ...landed, [row]: chosen })}
        />
      ))}
      <div class="row">
        <Act does={() => note(landed)}>{words.inner.keep}</Act>
        <Act look="plain" does={() => note({})}>
          {words.inner.skip}
        </Act>
      </div>
    </>
  );
}

function titleOf(prompt: Prompt | undefined): string {
  return prompt === undefined ? '' : (textOf(prompt).split('\n')[0] ?? '');
}

function ComfortQuestion({ skip }: { skip: () => void }) {
  const { deeds, bond } = usePlace();
  const [comfort, setComfort] = useState<number | null>(null);
  const [free, setFree] = useState<number | null>(null);
  const ends = [words.inner.landed.low, words.inner.landed.high] as const;
  const said = words.inner.comfort;
  return (
    <>
      <h2>{said.title}</h2>
      <p class="quiet">{said.lead}</p>
      <Scale legend={said.comfort} ends={ends} chosen={comfort} onChange={setComfort} />
      <Scale legend={said.free} ends={ends} below chosen={free} onChange={setFree} />
      <div class="row">
        <Act
          disabled={comfort === null || free === null}
          does={async () => {
            if (comfort === null || free === null) return;
            await deeds.noted(bond.local, { note: 'comfort', comfort, free });
          }}
        >
          {words.inner.keep}
        </Act>
        <Press look="plain" onClick={skip}>
          {words.inner.skip}
        </Press>
      </div>
    </>
  );
}

/**
 * One press away: whoever may still own their part has that before their eyes first, and nobody is
 * asked to go on who has just let the bond rest.
 */
function Later({ said, matter }: { said: typeof words.inner.resume; matter: Matter }) {
  const { title, ...rest } = said;
  return (
    <Fold title={title}>
      <Vote said={rest} matter={matter} />
    </Fold>
  );
}

type Deepening = Extract<Question, { ask: 'deeper' }>;

function Deeper({ topic, ring, skip }: Omit<Deepening, 'ask'> & { skip: () => void }) {
  const { view } = usePlace().bond;
  const on = view.together.evening && ring < 4 ? 'tonight' : 'deeper';
  const said = {
    title: words.inner.deeper.title(words.topics[topic]),
    lead: words.inner.deeper.lead,
    yes: words.inner.deeper.yes,
  };
  return <Vote said={said} matter={{ on, topic, ring }} skip={skip} more />;
}

/** A double yes: nothing is marked on the screen; what is chosen shows only while held. */
export function Vote(properties: {
  said: { title?: string; lead: string; yes: string };
  matter: Matter;
  skip?: () => void;
  more?: boolean;
}) {
  const { deeds, bond } = usePlace();
  const { said, matter } = properties;
  const [noted, setNoted] = useState(false);
  const isYes = bond.view.own.yes.some((yes) => JSON.stringify(yes) === JSON.stringify(matter));
  const choose = async (yes: boolean) => {
    await deeds.noted(bond.local, { note: 'vote', matter, yes });
    setNoted(true);
  };
  return (
    <>
      {said.title === undefined ? null : <h2>{said.title}</h2>}
      <p class="quiet">{said.lead}</p>
      <div class="buttons">
        <Act does={() => choose(false)}>{words.inner.deeper.notYet}</Act>
        <Act does={() => choose(true)}>{said.yes}</Act>
      </div>
      <div class="row">
        <Hold shows={isYes ? said.yes : words.inner.deeper.notYet} />
        {properties.skip === undefined ? null : (
          <Press look="plain" onClick={properties.skip}>
            {words.frame.close}
          </Press>
        )}
      </div>
      <p role="status" class={noted ? 'small' : 'visually-hidden'}>
        {noted ? words.inner.deeper.said : ''}
      </p>
      {properties.more === true ? <p class="small quiet">{words.inner.deeper.more}</p> : null}
    </>
  );
}

function SafetyQuestion({ skip }: { skip: () => void }) {
  const { deeds, bond } = usePlace();
  const answer = (free: boolean) => deeds.noted(bond.local, { note: 'safety', free });
  return (
    <>
      <h2>{words.inner.safety.title}</h2>
      <p class="quiet">{words.inner.safety.lead}</p>
      <div class="row">
        <Act does={() => answer(true)}>{words.inner.safety.yes}</Act>
        <Act does={() => answer(false)}>{words.inner.safety.no}</Act>
        <Press look="plain" onClick={skip}>
          {words.inner.skip}
        </Press>
      </div>
    </>
  );
}

function Help() {
  return (
    <Fold title={words.inner.help.open} class="private">
      <h2>{words.inner.help.title}</h2>
      <p>{words.inner.help.lead}</p>
      <a href="/info.html">{words.inner.help.open}</a>
    </Fold>
  );
}
