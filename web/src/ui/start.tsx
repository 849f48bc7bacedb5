import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Kith } from '../net/kith';
import { Act, Choices, Field, Screen, Trouble } from './parts';
import { goToLink, leaveAfter } from './routes';
import { words } from './words';

export const NAME_LENGTH = 60;
const LINK_LENGTH = 2000;

type Kind = keyof typeof words.start.kinds;

/** A name for oneself, one's own word for the bond, and the private link. */
export function Start({ kith, back }: { kith: Kith; back: VNode }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('friend');
  const [missing, setMissing] = useState(false);
  const make = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    await leaveAfter(kith.start(name.trim(), kind).then((local) => ({ name: 'bond', local })));
  };
  return (
    <Screen title={words.start.title}>
      <div class="stack">
        <div class="stack tight">
          {back}
          <h1>{words.start.title}</h1>
        </div>
        <p class="lead">{words.start.lead}</p>
        <Field
          label={words.start.yourName}
          hint={words.start.yourNameHint}
          value={name}
          onInput={setName}
          maxLength={NAME_LENGTH}
        />
        <Trouble sentence={missing ? words.trouble.nameMissing : null} />
        <Choices
          legend={words.start.kind}
          hint={words.start.kindHint}
          options={words.start.kinds}
          chosen={[kind]}
          several={false}
          onChange={([chosen]) => setKind(chosen ?? kind)}
        />
        <Act look="main" does={make}>
          {words.start.make}
        </Act>
        <p class="quiet small">{words.footer.kept}</p>
      </div>
    </Screen>
  );
}

/** For a link that came some other way than by clicking on it. */
export function Paste({ back }: { back: VNode }) {
  const [link, setLink] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  return (
    <Screen title={words.arrive.haveLink}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          // A link comes with a message, before it or after.
          const found = link.split(/\s+/).find((word) => word.includes('#'));
          const missing = link.trim() === '';
          setTrouble(missing ? words.trouble.linkMissing : words.trouble.brokenLink);
          if (found !== undefined) goToLink(found);
        }}
      >
        <div class="stack tight">
          {back}
          <h1>{words.arrive.haveLink}</h1>
        </div>
        <Field label={words.join.paste} value={link} onInput={setLink} maxLength={LINK_LENGTH} />
        <Trouble sentence={trouble} />
        <span>
          <button type="submit" class="main">
            {words.join.open}
          </button>
        </span>
      </form>
    </Screen>
  );
}
