import { useState } from 'preact/hooks';
import type { Ring, Topic } from '../../core/types';
import { newExchange } from '../deeds';
import { Act, Area, Choices, Choose, Press, Sheet, Trouble } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { showsFromItsBeginning } from './beginning';
import { useBegun } from './begun';
import { Guard } from './guard';
import { ringNames } from './said';
import { Refused } from '../../net/exchange';

/** The longest text on a card; the core says the same. */
const PROMPT_LENGTH = 300;

export type OwnKind = keyof typeof words.own.kinds;

/** A card, a question or a first step in one's own words. */
export function OwnCard() {
  const { view } = usePlace().bond;
  const [open, setOpen] = useState(false);
  if (view.may.draw !== null && view.may.ask !== null) return null;
  return (
    <span>
      <Press onClick={() => setOpen(true)}>{words.own.open}</Press>
      {open ? <OwnSheet close={() => setOpen(false)} /> : null}
    </span>
  );
}

export interface Beginning {
  readonly kind?: OwnKind;
  readonly topic?: Topic;
  readonly ring?: Ring;
  /** The first step that this one answers. */
  readonly returns?: string;
  /** What is told in the first step, when it is written already. */
  readonly told?: string;
}

export function OwnSheet({ close, from = {} }: { close: () => void; from?: Beginning }) {
  const [kind, setKind] = useState<OwnKind>(from.kind ?? 'write');
  return (
    <Sheet title={from.kind === undefined ? words.own.open : words.own.kinds[kind]} close={close}>
      {from.kind === undefined ? (
        <Choices
          legend={words.own.which}
          options={words.own.kinds}
          chosen={[kind]}
          several={false}
          onChange={([chosen]) => setKind(chosen ?? kind)}
        />
      ) : null}
      <OwnForm kind={kind} step={() => setKind('offer')} close={close} from={from} />
    </Sheet>
  );
}

function OwnForm(properties: {
  kind: OwnKind;
  /** Makes a first step of it. */
  step: () => void;
  close: () => void;
  from: Beginning;
}) {
  const { kind, step, close, from } = properties;
  const { deeds, bond } = usePlace();
  const [topic, setTopic] = useState<Topic>(from.topic ?? 'everyday');
  const [ring, setRing] = useState<Ring>(from.ring ?? 1);
  const { text, write: setText, done } = useBegun(`own/${bond.local}`);
  const [missing, setMissing] = useState(false);
  const [guard, setGuard] = useState<Refused | null>(null);
  const lay = async () => {
    setMissing(text.trim() === '');
    if (text.trim() === '') return;
    const exchange = newExchange();
    showsFromItsBeginning(exchange);
    const language = document.documentElement.lang;
    const own = { exchange, topic, ring, language, text: text.trim() };
    const returns = kind === 'offer' && from.returns !== undefined ? { returns: from.returns } : {};
    await deeds.act(bond.local, { type: kind, ...own, ...returns });
    // Whoever asks is ready to listen; there is nothing to write.
    if (kind === 'ask') await deeds.seal(bond.local, exchange, '');
    const { told } = from;
    done();
    if (told !== undefined) await deeds.draft(bond.local, exchange, () => told);
    close();
  };
  const stepInstead = () => {
    setGuard(null);
    step();
  };
  return (
    <>
      <p class="quiet">{words.own.leads[kind]}</p>
      <Area
        label={words.own.labels[kind]}
        hint={kind === 'offer' ? undefined : words.own.hint}
        short
        value={text}
        maxLength={PROMPT_LENGTH}
        onInput={setText}
      />
      <Choose label={words.own.topic} options={words.topics} chosen={topic} onChange={setTopic} />
      <Choices
        legend={words.own.ring}
        options={ringNames()}
        chosen={[String(ring)]}
        several={false}
        onChange={([chosen]) => setRing((Number(chosen) || 1) as Ring)}
      />
      <Trouble sentence={missing ? words.own.missing : null} />
      <Act
        look="main"
        does={lay}
        failed={(cause) => {
          const guarded = cause instanceof Refused && cause.softer.length > 0;
          if (guarded) setGuard(cause);
          return guarded;
        }}
      >
        {words.own.lay}
      </Act>
      {guard === null ? null : (
        <Guard
          guard={guard}
          text={text}
          prompt={{ topic, ring }}
          close={() => setGuard(null)}
          {...(kind === 'offer' ? {} : { stepInstead })}
        />
      )}
    </>
  );
}
