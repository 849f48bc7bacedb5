import { useState } from 'preact/hooks';
import type { Kith } from '../../net/kith';
import { makePasskey } from '../../net/passkey';
import { proposeWords } from '../../net/ways';
import { Act, Area, Press } from '../parts';
import { words } from '../words';
import { deviceName } from './labels';

/** Six words, shown, typed once, and in force. */
export function WordsStep({ kith, done }: { kith: Kith; done: () => void }) {
  const [proposed] = useState(proposeWords);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const use = async () => {
    const isSame = typed.trim().toLowerCase().split(/\s+/).join(' ') === proposed;
    setWrong(!isSame);
    if (!isSame) return;
    await kith.keys.addWay({ with: 'words', typed: proposed }, deviceName());
    done();
  };
  return (
    <div class="stack">
      <p>{words.open.wordsLead}</p>
      <p class="code" data-words lang="en">
        {proposed}
      </p>
      <Area label={words.open.wordsHere} short value={typed} maxLength={200} onInput={setTyped} />
      <p role="status" class={isWrong ? 'notice' : 'visually-hidden'}>
        {isWrong ? words.open.wordsWrong : ''}
      </p>
      <Act look="main" does={use}>
        {words.open.wordsDo}
      </Act>
    </div>
  );
}

/** A passkey, made, tried, and in force. */
export function PasskeyStep({ kith, done }: { kith: Kith; done: () => void }) {
  const use = async () => {
    await kith.keys.addWay(await makePasskey(kith.keys.account, words.name));
    done();
  };
  return (
    <div class="stack">
      <p>{words.open.passkeyLead}</p>
      <Act look="main" does={use}>
        {words.open.passkeyDo}
      </Act>
    </div>
  );
}

/** There is a way in besides this device: it may lock. */
export function LockOrStay({ kith, stay }: { kith: Kith; stay: () => void }) {
  return (
    <div class="stack">
      <p>{words.open.lockLead}</p>
      <div class="row">
        <Press look="main" onClick={stay}>
          {words.open.open}
        </Press>
        <Act look="plain" does={() => lockHere(kith)}>
          {words.open.lock}
        </Act>
      </div>
    </div>
  );
}

/** Locks this device and shows it so. */
export async function lockHere(kith: Kith): Promise<void> {
  if (!(await kith.lock())) return;
  location.assign('/');
}
