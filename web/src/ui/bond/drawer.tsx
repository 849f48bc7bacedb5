import { useState } from 'preact/hooks';
import type { May, Ring, Topic } from '../../core/types';
import type { KeptSafe } from '../../net/own';
import { newExchange, type Deeds } from '../deeds';
import { Act, Area, Choices, Choose, Fold, Press } from '../parts';
import { words } from '../words';
import { useBegun } from './begun';
import { OwnSheet } from './own';
import { ringNames, whereOf } from './said';

/** The longest text in the drawer: what one card holds. */
const KEPT_LENGTH = 8000;

/** What the drawer needs to know of a bond, where it stands in one. */
export interface DrawerOf {
  readonly deeds: Deeds;
  readonly drawer: readonly KeptSafe[];
  /** The bond whose drawer it is; null: before and between bonds. */
  readonly local: string | null;
  /** Whether this one may be offered as a first step by now. */
  readonly offer: ((id: string) => May) | null;
}

/** For what is not to be said yet, or never. */
export function Drawer({ deeds, drawer, local, offer }: DrawerOf) {
  const [writing, setWriting] = useState(false);
  return (
    <section class="stack">
      <h2>{words.yours.drawer}</h2>
      <p class="quiet">{words.yours.drawerLead}</p>
      {drawer.length === 0 ? <p class="quiet">{words.yours.drawerEmpty}</p> : null}
      <ul class="plainlist">
        {drawer.map((kept) => (
          <li key={kept.id}>
            <KeptCard
              deeds={deeds}
              kept={kept}
              local={local}
              mayOffer={offer?.(kept.id) ?? 'not-yet'}
            />
          </li>
        ))}
      </ul>
      {writing ? (
        <Write deeds={deeds} local={local} done={() => setWriting(false)} />
      ) : (
        <span>
          <Press onClick={() => setWriting(true)}>{words.yours.write}</Press>
        </span>
      )}
    </section>
  );
}

/** Something new, or `kept` with other words, topic or ring, where it lies. */
function Write(properties: {
  deeds: Deeds;
  local: string | null;
  done: () => void;
  kept?: KeptSafe;
}) {
  const { deeds, local, done, kept } = properties;
  const begun = useBegun(`drawer/${kept?.id ?? local ?? ''}`, kept?.text ?? '');
  const { text, write: setText } = begun;
  const [topic, setTopic] = useState<Topic>(kept?.topic ?? 'feelings');
  const [ring, setRing] = useState<Ring>(kept?.ring ?? 2);
  return (
    <div class="card stack">
      <Area
        label={words.yours.words}
        hint={words.yours.wordsHint}
        value={text}
        maxLength={KEPT_LENGTH}
        onInput={setText}
      />
      <Choose label={words.own.topic} options={words.topics} chosen={topic} onChange={setTopic} />
      <Choices
        legend={words.own.ring}
        options={ringNames()}
        chosen={[String(ring)]}
        several={false}
        onChange={([chosen]) => setRing((Number(chosen) || 2) as Ring)}
      />
      <div class="row">
        <Act
          look="main"
          disabled={text.trim() === ''}
          does={async () => {
            const written = { topic, ring, text: text.trim() };
            const fresh = { id: newExchange(), ...written, bond: local };
            await deeds.personally((before) => ({
              ...before,
              // What was burnt elsewhere meanwhile is written anew.
              drawer: before.drawer.some((one) => one.id === kept?.id)
                ? before.drawer.map((one) => (one.id === kept?.id ? { ...one, ...written } : one))
                : [...before.drawer, fresh],
            }));
            begun.done();
            done();
          }}
        >
          {kept === undefined ? words.yours.put : words.yours.putAnew}
        </Act>
        <Press look="plain" onClick={done}>
          {words.own.cancel}
        </Press>
      </div>
    </div>
  );
}

/** Why it cannot be offered at this moment, or where it could. */
function notNow(reason: string, local: string | null): string {
  if (local === null) return words.yours.offerThere;
  return [words.yours.offerLater, words.refusals[reason]].join(' ').trim();
}

function KeptCard(properties: {
  deeds: Deeds;
  kept: KeptSafe;
  local: string | null;
  mayOffer: May;
}) {
  const { deeds, kept, local, mayOffer } = properties;
  const [offering, setOffering] = useState(false);
  const [changing, setChanging] = useState(false);
  return changing ? (
    <Write deeds={deeds} local={local} kept={kept} done={() => setChanging(false)} />
  ) : (
    <article class="card stack tight" data-kept-safe>
      <p class="where">{whereOf(kept)}</p>
      <p class="said">{kept.text}</p>
      <div class="row small">
        {mayOffer === null ? (
          <Press look="plain" onClick={() => setOffering(true)}>
            {words.yours.offer}
          </Press>
        ) : null}
        <Press look="plain" onClick={() => setChanging(true)}>
          {words.yours.edit}
        </Press>
        <Fold title={words.yours.burn}>
          <p>{words.yours.burnSure}</p>
          <Act
            does={() =>
              deeds.personally((before) => ({
                ...before,
                drawer: before.drawer.filter((one) => one.id !== kept.id),
              }))
            }
          >
            {words.yours.burnYes}
          </Act>
        </Fold>
      </div>
      {mayOffer === null ? null : <p class="quiet small">{notNow(mayOffer, local)}</p>}
      {offering ? (
        <OwnSheet
          close={() => setOffering(false)}
          from={{ kind: 'offer', topic: kept.topic, ring: kept.ring, told: kept.text }}
        />
      ) : null}
    </article>
  );
}
