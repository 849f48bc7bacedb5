import type { Repair } from '../../core/types';
import type { Personal } from '../../net/own';
import { Act, Area } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { Phrases } from './phrases';
import { useSaying } from './writing';

/** As many as the core takes in mending. */
const WORDS_LENGTH = 1000;

/** The setting of what was put out of sight for now. */
const ASIDE = 'aside';

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
  const [isAside, setAside] = useAside(repair.exchange);
  const what = words.misstep.kinds[repair.misstep];
  if (isAside) return <PutAside show={() => setAside(false)} />;
  return (
    <section class="card stack" data-repair>
      <h2>{words.repair.title}</h2>
      <p class="where">{words.topics[repair.topic]}</p>
      <Heard
        who={repair.mine ? words.repair.mine(what) : words.repair.theirs(name, what)}
        said={repair.words}
      />
      <Heard who={whose(words.repair.saidBack, repair, name)} said={repair.saidBack} />
      <Owned repair={repair} />
      {repair.mine ? <p class="quiet">{nextFor(repair)}</p> : <Listen repair={repair} />}
      <span>
        <Act look="plain" does={() => setAside(true)}>
          {words.repair.aside}
        </Act>
      </span>
    </section>
  );
}

/** Whether it is still to be mended, and in sight. */
export function liesOpen({ mended, exchange }: Repair, { settings }: Personal): boolean {
  return !mended && settings[asideName(exchange)] !== ASIDE;
}

/** Whether its owner has put it out of sight for now: a setting of theirs alone. */
function useAside(exchange: string): [boolean, (aside: boolean) => Promise<void>] {
  const { deeds, personal } = usePlace();
  const name = asideName(exchange);
  const put = (aside: boolean) =>
    deeds.personally((before) => ({
      ...before,
      settings: { ...before.settings, [name]: aside ? ASIDE : '' },
    }));
  return [personal.settings[name] === ASIDE, put];
}

function asideName(exchange: string): string {
  return `mending/${exchange}`;
}

/** One line in its place. Nothing of it goes to anybody, so it looks sent and heard, or not. */
function PutAside({ show }: { show: () => Promise<void> }) {
  return (
    <section class="row beside" aria-label={words.repair.title} data-aside>
      <p class="quiet small">{words.repair.isAside}</p>
      <Act look="plain" does={show}>
        {words.repair.show}
      </Act>
    </section>
  );
}

/** What the hurt one may know of how it goes on; nothing is expected of them. */
function nextFor({ saidBack, apology }: Repair): string {
  if (saidBack === null) return words.repair.theirNext;
  return apology === null ? words.repair.mayOwn : words.repair.bothNext;
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

/** Whoever was not hurt says back and owns. */
function whose(
  said: { mine: string; theirs: (name: string) => string },
  { mine }: Repair,
  name: string,
): string {
  return mine ? said.theirs(name) : said.mine;
}

function Owned({ repair }: { repair: Repair }) {
  const { name } = usePlace();
  const { apology } = repair;
  if (apology === null) return null;
  const said = [apology.own, apology.differently, apology.regret].filter((line) => line !== '');
  return <Heard who={whose(words.repair.owned, repair, name)} said={said.join('\n\n')} />;
}

function Listen({ repair }: { repair: Repair }) {
  if (repair.may.sayBack === null) return <SayBack repair={repair} />;
  return repair.may.own === null ? <Own repair={repair} /> : null;
}

function SayBack({ repair }: { repair: Repair }) {
  const { deeds, bond } = usePlace();
  const { text, write, sent } = useSaying('say-back', repair.exchange);
  const send = async () => {
    const said = { exchange: repair.exchange, words: text.trim() };
    await deeds.act(bond.local, { type: 'say-back', ...said });
    sent();
  };
  return (
    <div class="stack">
      <p>{words.repair.hearFirst}</p>
      <Area
        label={words.repair.sayBack}
        hint={`${words.repair.sayBackHint} ${words.repair.keep}`}
        short
        value={text}
        maxLength={WORDS_LENGTH}
        onInput={write}
      />
      <Phrases names={['repair-say-back']} text={text} write={write} />
      <Act look="main" rests={text.trim() === ''} does={send}>
        {words.repair.send}
      </Act>
    </div>
  );
}

function Own({ repair }: { repair: Repair }) {
  const { deeds, bond } = usePlace();
  const { exchange } = repair;
  const own = useSaying('own', exchange);
  const differently = useSaying('differently', exchange);
  const regret = useSaying('regret', exchange);
  const room = { short: true, maxLength: WORDS_LENGTH };
  const send = async () => {
    const [mine, next, sorry] = [own.text.trim(), differently.text.trim(), regret.text.trim()];
    const said = { exchange, own: mine, differently: next, regret: sorry };
    await deeds.act(bond.local, { type: 'own', ...said });
    for (const each of [own, differently, regret]) each.sent();
  };
  return (
    <div class="stack">
      <h3>{words.repair.ownTitle}</h3>
      <p class="quiet">
        {words.repair.ownLead} {words.repair.keep}
      </p>
      <Area label={words.repair.own} value={own.text} onInput={own.write} {...room} />
      <Phrases names={['repair-own']} text={own.text} write={own.write} />
      <Area
        label={words.repair.differently}
        value={differently.text}
        onInput={differently.write}
        {...room}
      />
      <Area label={words.repair.regret} value={regret.text} onInput={regret.write} {...room} />
      <Act look="main" rests={own.text.trim() === ''} does={send}>
        {words.repair.send}
      </Act>
    </div>
  );
}
