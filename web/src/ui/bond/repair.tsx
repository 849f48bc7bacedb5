import { useState } from 'preact/hooks';
import type { Repair } from '../../core/types';
import { Act, Area } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { Phrases } from './phrases';

/** As many as the core takes in mending. */
const WORDS_LENGTH = 1000;

/** What is being mended, step by step: heard, said back, owned, mended. */
export function Repairs() {
  const open = usePlace().bond.view.together.repairs.filter((repair) => !repair.mended);
  return (
    <>
      {open.map((repair) => (
        <RepairCard key={repair.exchange} repair={repair} />
      ))}
    </>
  );
}

function RepairCard({ repair }: { repair: Repair }) {
  const { name } = usePlace();
  const what = words.misstep.kinds[repair.misstep];
  return (
    <section class="card stack" data-repair>
      <h2>{words.repair.title}</h2>
      <p class="where">{words.topics[repair.topic]}</p>
      <Heard
        who={repair.mine ? words.repair.mine(what) : words.repair.theirs(name, what)}
        said={repair.words}
      />
      <Heard who={words.repair.saidBack} said={repair.saidBack} />
      <Owned repair={repair} />
      {repair.mine ? <p class="quiet">{nextFor(repair)}</p> : <Listen repair={repair} />}
    </section>
  );
}

/** What the hurt one may know of how it goes on; nothing is expected of them. */
function nextFor({ saidBack, apology }: Repair): string {
  return saidBack === null || apology === null ? words.repair.theirNext : words.repair.bothNext;
}

function Heard({ who, said }: { who: string; said: string | null }) {
  if (said === null) return null;
  return (
    <div class="leaf">
      <p class="where">{who}</p>
      {said === '' ? null : <p class="said">{said}</p>}
    </div>
  );
}

function Owned({ repair }: { repair: Repair }) {
  const { apology } = repair;
  if (apology === null) return null;
  const said = [apology.own, apology.differently, apology.regret].filter((line) => line !== '');
  return <Heard who={words.repair.owned} said={said.join('\n\n')} />;
}

function Listen({ repair }: { repair: Repair }) {
  if (repair.may.sayBack === null) return <SayBack repair={repair} />;
  return repair.may.own === null ? <Own repair={repair} /> : null;
}

function SayBack({ repair }: { repair: Repair }) {
  const { deeds, bond } = usePlace();
  const [text, setText] = useState('');
  const said = { exchange: repair.exchange, words: text.trim() };
  return (
    <div class="stack">
      <p>{words.repair.hearFirst}</p>
      <Area
        label={words.repair.sayBack}
        hint={`${words.repair.sayBackHint} ${words.repair.keep}`}
        short
        value={text}
        maxLength={WORDS_LENGTH}
        onInput={setText}
      />
      <Phrases names={['repair-say-back']} text={text} write={setText} />
      <Act look="main" does={() => deeds.act(bond.local, { type: 'say-back', ...said })}>
        {words.repair.send}
      </Act>
    </div>
  );
}

function Own({ repair }: { repair: Repair }) {
  const { deeds, bond } = usePlace();
  const [own, setOwn] = useState('');
  const [differently, setDifferently] = useState('');
  const [regret, setRegret] = useState('');
  const room = { short: true, maxLength: WORDS_LENGTH };
  const said = { own: own.trim(), differently: differently.trim(), regret: regret.trim() };
  return (
    <div class="stack">
      <h3>{words.repair.ownTitle}</h3>
      <p class="quiet">
        {words.repair.ownLead} {words.repair.keep}
      </p>
      <Area label={words.repair.own} value={own} onInput={setOwn} {...room} />
      <Phrases names={['repair-own']} text={own} write={setOwn} />
      <Area
        label={words.repair.differently}
        value={differently}
        onInput={setDifferently}
        {...room}
      />
      <Area label={words.repair.regret} value={regret} onInput={setRegret} {...room} />
      <Act
        look="main"
        does={() => deeds.act(bond.local, { type: 'own', exchange: repair.exchange, ...said })}
      >
        {words.repair.send}
      </Act>
    </div>
  );
}
