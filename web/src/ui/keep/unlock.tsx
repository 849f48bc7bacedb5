import { useEffect, useState } from 'preact/hooks';
import type { UnlockerKind } from '../../crypto';
import { Kith } from '../../net/kith';
import { showPasskey } from '../../net/passkey';
import { expectWords } from '../../net/strengthen';
import { forgetThisDevice } from '../forget';
import { Act, Area, Fold, Screen } from '../parts';
import { words } from '../words';
import { CopiedLines } from './copied';

/** What is here is sealed, and is opened by one of the ways that this device knows. */
export function Unlock(properties: {
  kinds: readonly UnlockerKind[];
  opened: (kith: Kith) => void;
}) {
  const { kinds, opened } = properties;
  const has = (kind: UnlockerKind) => kinds.includes(kind);
  return (
    <Screen title={words.unlock.title}>
      <div class="stack airy">
        <h1>{words.unlock.title}</h1>
        <p>{words.unlock.lead}</p>
        {has('words') ? <WithWords opened={opened} /> : null}
        {has('passkey') ? (
          <Act
            look={has('words') ? '' : 'main'}
            does={async () => opened(await Kith.unlock((await showPasskey()).key))}
          >
            {words.unlock.passkey}
          </Act>
        ) : null}
        <div class="menu">
          {has('recovery') ? <WithSheet opened={opened} /> : null}
          <Fold title={words.unlock.lost}>
            <p>{words.unlock.lostLead}</p>
            <Act does={forgetThisDevice}>{words.unlock.anew}</Act>
          </Fold>
        </div>
      </div>
    </Screen>
  );
}

function WithWords({ opened }: { opened: (kith: Kith) => void }) {
  const [typed, setTyped] = useState('');
  useEffect(expectWords, []);
  return (
    <div class="stack">
      <Area label={words.unlock.words} short value={typed} maxLength={200} onInput={setTyped} />
      <Act look="main" does={async () => opened(await Kith.unlock({ with: 'words', typed }))}>
        {words.unlock.do}
      </Act>
    </div>
  );
}

function WithSheet({ opened }: { opened: (kith: Kith) => void }) {
  const [lines, setLines] = useState<readonly string[]>(['', '']);
  const [first = '', second = ''] = lines;
  const open = async () => opened(await Kith.unlock({ with: 'recovery', lines: [first, second] }));
  return (
    <Fold title={words.unlock.sheet}>
      <CopiedLines from={1} lines={lines} onChange={setLines} />
      <Act does={open}>{words.unlock.do}</Act>
    </Fold>
  );
}
