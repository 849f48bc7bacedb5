import { useEffect, useState } from 'preact/hooks';
import type { Kith } from '../net/kith';
import type { OpenedOffer } from '../net/meeting';
import type { About } from '../wire/messages';
import { Act, Field, Screen, Trouble } from './parts';
import { go } from './routes';
import { NAME_LENGTH } from './start';
import { sentenceFor } from './trouble';
import { words } from './words';

/** The invited person's side: who asks, what will be seen, who runs this, and one button. */
export function Join({ kith, link }: { kith: Kith; link: string }) {
  const [offer, setOffer] = useState<OpenedOffer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    setTrouble(null);
    kith.lookAt(link).then(
      (found) => {
        if (current) setOffer(found);
      },
      (cause: unknown) => {
        if (current) setTrouble(sentenceFor(cause));
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
        <Trouble sentence={trouble ?? words.join.looking} />
        {trouble === null ? null : (
          <div class="row">
            <button type="button" onClick={() => setTries(tries + 1)}>
              {words.trouble.again}
            </button>
            <button type="button" class="plain" onClick={() => go({ name: 'home' })}>
              {words.join.notNow}
            </button>
          </div>
        )}
      </div>
    </Screen>
  );
}

function Welcome({ kith, offer }: { kith: Kith; offer: OpenedOffer }) {
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const { before } = offer;
  const join = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    go({ name: 'bond', local: await kith.join(offer, name.trim()) });
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
