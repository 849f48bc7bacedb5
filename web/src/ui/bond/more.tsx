import { useState } from 'preact/hooks';
import { dayName, today } from '../deeds';
import { Act, Area, Choices, Choose, Fold, Press, Screen } from '../parts';
import { usePlace } from '../place';
import type { PartName } from '../routes';
import { words } from '../words';
import { Check } from './check';
import { saveOwnWords } from './export';
import { Vote } from './questions';

const DAYS = { open: null, week: 7, month: 30 } as const;

/** A last line stands in the one small box that an end has. */
const NOTE_LENGTH = 500;

/** Looking after a bond: slower, or not at all; and what one takes along. */
export function More() {
  const { bond } = usePlace();
  const { may, together } = bond.view;
  return (
    <Screen title={words.more.title}>
      <div class="stack airy">
        <div class="stack tight">
          <Back />
          <h1>{words.more.title}</h1>
        </div>
        {together.state === 'ended' ? null : (
          <section class="stack tight">
            <h2>{words.more.slower}</h2>
            {together.state === 'rests' && may.resume === null ? (
              <div class="private stack">
                <Vote said={words.inner.resume} matter={{ on: 'resume' }} />
              </div>
            ) : null}
            <Leaving />
            <div class="menu">
              {may.rest === null && together.state === 'goes-on' ? <Rest /> : null}
              <StepBack />
              {may.end === null ? <End /> : null}
            </div>
          </section>
        )}
        <section class="stack tight">
          <h2>{words.more.together}</h2>
          <div class="menu">
            <GoTo part="evening">{words.evening.open}</GoTo>
            <GoTo part="decks">{words.decks.open}</GoTo>
            <Check />
          </div>
        </section>
        <TakeAlong />
      </div>
    </Screen>
  );
}

function Back() {
  return <GoTo part="table" look="back">{`‹ ${words.places.back}`}</GoTo>;
}

export function GoTo(properties: { part: PartName; look?: 'back' | 'button'; children: string }) {
  const { part, look, children } = properties;
  const { href, show } = usePlace();
  return (
    <a
      class={look ?? ''}
      href={href(part)}
      onClick={(event) => {
        event.preventDefault();
        show(part);
      }}
    >
      {children}
    </a>
  );
}

function Rest() {
  const { deeds, bond, showAfter } = usePlace();
  const [span, setSpan] = useState<keyof typeof DAYS>('open');
  const rest = async () => {
    const days = DAYS[span];
    const until = days === null ? {} : { until: today(bond) + days };
    await deeds.act(bond.local, { type: 'rest', ...until });
    showAfter('table');
  };
  return (
    <Fold title={words.rest.title}>
      <p class="quiet">{words.rest.lead}</p>
      <Choices
        legend={words.rest.how}
        options={words.rest.spans}
        chosen={[span]}
        several={false}
        onChange={([chosen]) => setSpan(chosen ?? span)}
      />
      <Act look="main" does={rest}>
        {words.rest.do}
      </Act>
    </Fold>
  );
}

function StepBack() {
  const { deeds, bond, showAfter } = usePlace();
  const open = bond.view.topics.filter((wedge) => wedge.stepBack === null);
  const [topic, setTopic] = useState<string>(open[0]?.topic ?? 'everyday');
  const wedge = open.find((one) => one.topic === topic) ?? open[0];
  const [to, setTo] = useState('0');
  if (wedge === undefined) return null;
  const depths = words.back.to.slice(0, wedge.ring);
  const names: Record<string, string> = Object.fromEntries(
    open.map((one) => [one.topic, words.topics[one.topic]]),
  );
  const ring = Math.min(Number(to), wedge.ring - 1) as 0 | 1 | 2 | 3;
  return (
    <Fold title={words.back.title}>
      <p class="quiet">{words.back.lead}</p>
      <Choose<string>
        label={words.own.topic}
        options={names}
        chosen={wedge.topic}
        onChange={setTopic}
      />
      {depths.length === 1 ? (
        <p>{words.back.closes}</p>
      ) : (
        <Choices
          legend={words.own.ring}
          options={Object.fromEntries(depths.map((name, index) => [String(index), name]))}
          chosen={[String(ring)]}
          several={false}
          onChange={([chosen]) => setTo(chosen ?? to)}
        />
      )}
      <Act
        look="main"
        does={async () => {
          await deeds.act(bond.local, { type: 'step-back', topic: wedge.topic, ring });
          showAfter('table');
        }}
      >
        {words.back.do}
      </Act>
    </Fold>
  );
}

/** An end that one has put off: said here only, where one looks for it. */
function Leaving() {
  const { leaving } = usePlace().bond.record;
  if (leaving === null) return null;
  return <p class="private">{words.end.laterSet(dayName(leaving.on))}</p>;
}

/** Three presses at most: open this, choose if one likes, end it. */
function End() {
  const { deeds, bond, showAfter } = usePlace();
  const [mine, setMine] = useState<'leave' | 'take'>('leave');
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [note, setNote] = useState('');
  const end = async () => {
    const later = when === 'later' && bond.record.leaving === null;
    const chosen = { takeBack: mine === 'take', later };
    const last = note.trim() === '' ? {} : { note: note.trim() };
    await deeds.act(bond.local, { type: 'end', ...chosen, ...last });
    showAfter('table');
  };
  return (
    <Fold title={words.end.title}>
      <p>{words.end.lead}</p>
      <p class="quiet small">{words.end.document}</p>
      <Choices
        legend={words.end.words}
        options={{ leave: words.end.leave, take: words.end.take }}
        chosen={[mine]}
        several={false}
        onChange={([chosen]) => setMine(chosen ?? mine)}
      />
      {bond.record.leaving === null ? (
        <Choices
          legend={words.end.when}
          options={{ now: words.end.now, later: words.end.later }}
          chosen={[when]}
          several={false}
          onChange={([chosen]) => setWhen(chosen ?? when)}
        />
      ) : null}
      <Fold title={words.end.note}>
        <Area
          label={words.end.note}
          hint={words.end.noteHint}
          short
          value={note}
          maxLength={NOTE_LENGTH}
          onInput={setNote}
        />
      </Fold>
      <p>{words.end.forGood}</p>
      <Act does={end}>{words.end.do}</Act>
    </Fold>
  );
}

export function TakeAlong() {
  const { bond, show } = usePlace();
  const [saved, setSaved] = useState('');
  return (
    <section class="stack">
      <h2>{words.more.yourSide}</h2>
      <div class="stack tight">
        <p class="quiet">{words.export.lead}</p>
        <span>
          <Press onClick={() => setSaved(words.export.saved(saveOwnWords(bond)))}>
            {words.export.do}
          </Press>
        </span>
        <p role="status" class={saved === '' ? 'visually-hidden' : 'quiet small'}>
          {saved}
        </p>
      </div>
      <div class="stack tight">
        <p class="quiet">{words.export.accountLead}</p>
        <span>
          <Press onClick={() => show('account')}>{words.export.account}</Press>
        </span>
      </div>
      <div class="stack tight">
        <p class="quiet">{words.export.storyLead}</p>
        <span>
          <GoTo part="print" look="button">
            {words.export.story}
          </GoTo>
        </span>
      </div>
    </section>
  );
}
