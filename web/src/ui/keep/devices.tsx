import { useState } from 'preact/hooks';
import type { Kith, Snapshot } from '../../net/kith';
import type { KeptWay } from '../../net/kept';
import { dateName } from '../deeds';
import { Act, Back, Fold, Press, Screen } from '../parts';
import { go } from '../routes';
import { words } from '../words';
import { deviceName } from './labels';
import { SheetSteps } from './lines';
import { LinkFrom } from './linkfrom';
import { LockOrStay, lockHere, PasskeyStep, WordsStep } from './openwith';

type Doing = 'list' | 'add' | 'sheet' | 'words' | 'passkey' | 'lock' | 'reset';

/** Every way in to what is one's own, and what can be done about each. */
export function Devices({ kith, seen }: { kith: Kith; seen: Snapshot }) {
  const [doing, setDoing] = useState<Doing>('list');
  // Somebody has just come in with the sheet: what that means is said before it is forgotten.
  const [said, setSaid] = useState(() =>
    location.hash.endsWith('/used') ? words.returning.used : '',
  );
  const back = (saying = '') => {
    setSaid(saying);
    setDoing('list');
  };
  return (
    <Screen title={words.devices.title}>
      <div class="stack airy">
        <div class="stack tight no-print">
          <Back to={{ name: 'settings' }}>{words.settings.title}</Back>
          <h1>{words.devices.title}</h1>
        </div>
        <p role="status" class={said === '' ? 'visually-hidden' : 'notice'}>
          {said}
        </p>
        <Part kith={kith} seen={seen} doing={doing} does={setDoing} back={back} />
      </div>
    </Screen>
  );
}

interface Within {
  kith: Kith;
  seen: Snapshot;
  doing: Doing;
  does: (doing: Doing) => void;
  back: (saying?: string) => void;
}

function Part(within: Within) {
  const { kith, doing, does, back } = within;
  switch (doing) {
    case 'list':
      return <List {...within} />;
    case 'add':
      return <LinkFrom kith={kith} done={back} />;
    case 'sheet':
      return <SheetSteps kith={kith} done={() => back(words.keep.done)} leave={() => back()} />;
    case 'words':
      return <WordsStep kith={kith} done={() => does('lock')} />;
    case 'passkey':
      return <PasskeyStep kith={kith} done={() => does('lock')} />;
    case 'lock':
      return <LockOrStay kith={kith} stay={() => back()} />;
    case 'reset':
      return <Reset {...within} />;
  }
}

function List(within: Within) {
  const { kith, seen, does } = within;
  const { kept, ways, removed, even } = seen.keeping;
  if (!kept) return <NotKept />;
  const isFirm = ways.some(({ kind, coming }) => kind !== 'device' && !coming);
  return (
    <>
      <p class={removed ? 'notice' : 'quiet'}>{standing(removed, even)}</p>
      <section class="stack">
        <h2>{words.devices.list}</h2>
        <ul class="ruled">
          {named(ways).map(({ way, name }) => (
            <li key={way.id}>
              <WayLine way={way} name={name} {...within} />
            </li>
          ))}
        </ul>
      </section>
      <section class="stack tight">
        <p class="quiet">{words.devices.addLead}</p>
        <div class="buttons">
          <Press look="main" onClick={() => does('add')}>
            {words.devices.add}
          </Press>
        </div>
      </section>
      <section class="stack tight">
        <p class="quiet">{words.devices.sheetLead}</p>
        <div class="buttons">
          <Press onClick={() => does('sheet')}>{words.devices.sheet}</Press>
          <Press onClick={() => does('words')}>
            {ways.some(({ kind }) => kind === 'words')
              ? words.devices.wordsAgain
              : words.devices.words}
          </Press>
          <Press onClick={() => does('passkey')}>{words.devices.passkey}</Press>
        </div>
      </section>
      {isFirm ? (
        <div class="buttons">
          <Act does={() => lockHere(kith)}>{words.devices.lock}</Act>
        </div>
      ) : null}
      <Fold title={words.devices.reset}>
        <p>{words.devices.resetLead}</p>
        <span>
          <Press onClick={() => does('reset')}>{words.devices.resetDo}</Press>
        </span>
      </Fold>
    </>
  );
}

function standing(removed: boolean, even: boolean): string {
  if (removed) return words.devices.removed;
  return even ? words.devices.even : words.devices.uneven;
}

function NotKept() {
  return (
    <div class="stack">
      <p class="quiet">{words.keep.lead}</p>
      <span>
        <Press look="main" onClick={() => go({ name: 'keep' })}>
          {words.keep.do}
        </Press>
      </span>
    </div>
  );
}

/** This device first; what has the same name as one before it has a number. */
function named(ways: readonly KeptWay[]): { way: KeptWay; name: string }[] {
  const names = ways.map(nameOf);
  const numbered = ways.map((way, at) => {
    const name = names[at] ?? '';
    const number = names.slice(0, at + 1).filter((one) => one === name).length;
    return { way, name: number === 1 ? name : `${name} ${String(number)}` };
  });
  return numbered.sort((one, other) => Number(other.way.here) - Number(one.way.here));
}

function nameOf({ kind, label, here }: KeptWay): string {
  if (label !== '') return label;
  return kind === 'device' && here ? deviceName() : words.devices.kinds[kind];
}

function WayLine({ way, name, kith, back }: Within & { way: KeptWay; name: string }) {
  const { kind, made, here, id, coming } = way;
  const day = dateName(made);
  return (
    <>
      <span>
        <strong>{name}</strong>
        <span class="quiet small block">
          {here ? `${kind === 'device' ? words.devices.here : words.devices.hereBy}, ` : ''}
          {words.devices.since(day)}
        </span>
        {coming ? <span class="notice small block">{words.devices.coming}</span> : null}
      </span>
      {here || kind === 'recovery' ? null : (
        <Fold title={words.devices.lost} class="small">
          <p>{words.devices.lostLead}</p>
          {kind === 'device' ? <p>{words.devices.lostToo}</p> : null}
          <Act
            does={async () => {
              await kith.keys.renew(new Set([id]));
              back(words.devices.lostDone);
            }}
          >
            {words.devices.lostDo}
          </Act>
        </Fold>
      )}
    </>
  );
}

/** A new sheet first, since the old one may have been seen; then nothing else counts any more. */
function Reset({ kith, back }: Within) {
  /** The new sheet, where everything else could not be shut out yet. */
  const [left, setLeft] = useState<string | null>(null);
  const shutOut = async (sheet: string) => {
    await kith.keys.reset(sheet);
    back(words.devices.resetDone);
  };
  if (left !== null) {
    return (
      <Act look="main" does={() => shutOut(left)}>
        {words.devices.lostDo}
      </Act>
    );
  }
  return (
    <div class="stack">
      <p class="no-print">{words.devices.resetSheet}</p>
      <SheetSteps
        kith={kith}
        done={(sheet) => void shutOut(sheet).catch(() => setLeft(sheet))}
        leave={() => back()}
      />
    </div>
  );
}
