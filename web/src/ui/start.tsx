import { useState } from 'preact/hooks';
import type { Kith } from '../net/kith';
import { Act, Back, Choices, Field, Screen, Trouble } from './parts';
import { goToLink, leaveFor } from './routes';
import { words } from './words';

export const NAME_LENGTH = 60;
const LINK_LENGTH = 2000;

type Kind = keyof typeof words.start.kinds;

/** A name for oneself, one's own word for the bond, and the private link. */
export function Start({ kith }: { kith: Kith }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('friend');
  const [missing, setMissing] = useState(false);
  const make = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    leaveFor({ name: 'bond', local: await kith.start(name.trim(), kind) });
  };
  return (
    <Screen title={words.start.title}>
      <div class="stack">
        <h1>{words.start.title}</h1>
        <p class="lead">{words.start.lead}</p>
        <Field
          label={words.start.yourName}
          hint={words.start.yourNameHint}
          value={name}
          onInput={setName}
          maxLength={NAME_LENGTH}
        />
        <Choices
          legend={words.start.kind}
          hint={words.start.kindHint}
          options={words.start.kinds}
          chosen={[kind]}
          several={false}
          onChange={([chosen]) => setKind(chosen ?? kind)}
        />
        <Trouble sentence={missing ? words.trouble.nameMissing : null} />
        <Act look="main" does={make}>
          {words.start.make}
        </Act>
        <p class="quiet small">{words.footer.kept}</p>
      </div>
    </Screen>
  );
}

/** For a link that came some other way than by clicking on it. */
export function Paste({ back }: { back: string }) {
  const [link, setLink] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <Screen title={words.arrive.haveLink}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(link.trim() === '');
          if (link.trim() !== '') goToLink(link.trim());
        }}
      >
        <div class="stack tight">
          <Back to={{ name: 'home' }}>{back}</Back>
          <h1>{words.arrive.haveLink}</h1>
        </div>
        <Field label={words.join.paste} value={link} onInput={setLink} maxLength={LINK_LENGTH} />
        <Trouble sentence={missing ? words.trouble.linkMissing : null} />
        <span>
          <button type="submit" class="main">
            {words.join.open}
          </button>
        </span>
      </form>
    </Screen>
  );
}
