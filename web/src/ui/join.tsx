import { useEffect, useState } from 'preact/hooks';
import type { Kith } from '../net/kith';
import { LinkTrouble, type OpenedOffer } from '../net/meeting';
import type { About } from '../wire/messages';
import { Act, Field, Press, Screen, Trouble } from './parts';
import { go, leaveAfter, leaveFor } from './routes';
import { NAME_LENGTH } from './start';
import { sentenceFor } from './trouble';
import { words } from './words';

/** The invited person's side: who asks, what will be seen, who runs this, and one button. */
export function Join({ kith, link }: { kith: Kith; link: string }) {
  const [offer, setOffer] = useState<OpenedOffer | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    setTrouble(null);
    kith.lookAt(link).then(
      (found) => {
        if (current) setOffer(found);
      },
      (cause: unknown) => {
        if (current) setTrouble(cause);
      },
    );
    return () => {
      current = false;
    };
  }, [kith, link, tries]);
  if (offer !== null) return <Welcome kith={kith} offer={offer} />;
  return (
    <Screen title={words.arrive.haveLink}>
      <div class="stack">
        <h1>{words.arrive.haveLink}</h1>
        <Trouble sentence={trouble === null ? words.join.looking : sentenceFor(trouble)} />
        {trouble === null ? null : <WaysOn trouble={trouble} again={() => setTries(tries + 1)} />}
      </div>
    </Screen>
  );
}

/** What helps: the link is there twice or is one's own; another one is needed; or the same once more. */
function WaysOn({ trouble, again }: { trouble: unknown; again: () => void }) {
  const kind = trouble instanceof LinkTrouble ? trouble.kind : null;
  if (kind === 'alreadyJoined' || kind === 'ownLink') {
    return (
      <span>
        <Press onClick={() => leaveFor({ name: 'home' })}>{words.home.title}</Press>
      </span>
    );
  }
  return (
    <div class="row">
      {kind === null ? (
        <Press onClick={again}>{words.trouble.again}</Press>
      ) : (
        <Press onClick={() => leaveFor({ name: 'paste' })}>{words.join.another}</Press>
      )}
      <Press look="plain" onClick={() => go({ name: 'home' })}>
        {words.join.notNow}
      </Press>
    </div>
  );
}

function Welcome({ kith, offer }: { kith: Kith; offer: OpenedOffer }) {
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const { before } = offer;
  const join = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    await leaveAfter(kith.join(offer, name.trim()).then((local) => ({ name: 'bond', local })));
  };
  return (
    <Screen title={words.arrive.haveLink}>
      <div class="stack">
        <h1>{before === null ? words.join.title(offer.name) : words.join.titleBefore(before)}</h1>
        {before === null ? null : (
          <p class="notice" data-before>
            {words.join.before(before)}
          </p>
        )}
        <p class="lead">{words.join.lead}</p>
        <ul class="lines">
          {words.join.sees.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Operator about={offer.about} />
        <Field
          label={words.join.yourName}
          hint={words.start.yourNameHint}
          value={name}
          onInput={setName}
          maxLength={NAME_LENGTH}
        />
        <Trouble sentence={missing ? words.trouble.nameMissing : null} />
        <div class="row">
          <Act look={before === null ? 'main' : ''} does={join}>
            {words.join.join}
          </Act>
          <button type="button" class="plain" onClick={() => go({ name: 'home' })}>
            {words.join.notNow}
          </button>
        </div>
        <p class="quiet small">{words.footer.kept}</p>
      </div>
    </Screen>
  );
}

function Operator({ about }: { about: About }) {
  const { operator } = about;
  return (
    <p class="notice small">
      {operator === null ? words.join.operatorUnknown : words.join.operator(operator)}{' '}
      {words.join.operatorWarning}
    </p>
  );
}
