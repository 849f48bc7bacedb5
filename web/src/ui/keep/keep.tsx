import { useState } from 'preact/hooks';
import type { Kith } from '../../net/kith';
import { forgetThisDevice } from '../forget';
import { Act, Choices, Press, Screen } from '../parts';
import { words } from '../words';
import { SheetSteps } from './lines';
import { LockOrStay, PasskeyStep, WordsStep } from './openwith';

type Step = 'sheet' | 'open' | 'lock' | 'done';
type Way = 'stay' | 'words' | 'passkey' | 'leave';

/** Keeping what is one's own, step by step: the sheet first, then how this device opens. */
export function Keep({ kith, leave }: { kith: Kith; leave: () => void }) {
  const [step, setStep] = useState<Step>('sheet');
  return (
    <Screen title={words.keep.title}>
      <div class="stack airy">
        <h1 class="no-print">{words.keep.title}</h1>
        {step === 'sheet' ? (
          <SheetSteps kith={kith} done={() => setStep('open')} leave={leave} />
        ) : null}
        {step === 'open' ? (
          <OpenStep kith={kith} done={(locks) => setStep(locks ? 'lock' : 'done')} />
        ) : null}
        {step === 'lock' ? <LockOrStay kith={kith} stay={() => setStep('done')} /> : null}
        {step === 'done' ? (
          <div class="stack">
            <p role="status">{words.keep.done}</p>
            <span>
              <Press look="main" onClick={leave}>
                {words.keep.finish}
              </Press>
            </span>
          </div>
        ) : null}
      </div>
    </Screen>
  );
}

function OpenStep({ kith, done }: { kith: Kith; done: (locks: boolean) => void }) {
  const [way, setWay] = useState<Way>('stay');
  const { stay, words: six, passkey, leave } = words.open;
  return (
    <div class="stack">
      <Choices
        legend={words.open.title}
        hint={words.open.lead}
        options={{ stay, words: six, passkey, leave }}
        chosen={[way]}
        several={false}
        onChange={([chosen]) => setWay(chosen ?? way)}
      />
      <Chosen kith={kith} way={way} done={done} />
    </div>
  );
}

function Chosen(properties: { kith: Kith; way: Way; done: (locks: boolean) => void }) {
  const { kith, way, done } = properties;
  switch (way) {
    case 'stay':
      return (
        <span>
          <Press look="main" onClick={() => done(false)}>
            {words.open.stayDo}
          </Press>
        </span>
      );
    case 'words':
      return <WordsStep kith={kith} done={() => done(true)} />;
    case 'passkey':
      return <PasskeyStep kith={kith} done={() => done(true)} />;
    case 'leave':
      return (
        <div class="stack">
          <p>{words.open.leaveLead}</p>
          <Act
            look="main"
            does={async () => {
              await kith.keys.bring();
              await forgetThisDevice();
            }}
          >
            {words.open.leaveDo}
          </Act>
        </div>
      );
  }
}
