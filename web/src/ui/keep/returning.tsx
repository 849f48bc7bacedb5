import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Rejected } from '../../crypto';
import { claimOf, type Claim } from '../../net/arriving';
import { arriveHere } from '../../net/keys';
import type { Kith } from '../../net/kith';
import { parseDeviceLink } from '../../net/linking';
import { showPasskey } from '../../net/passkey';
import { Act, Area, Choices, Field, Fold, Screen } from '../parts';
import { goToDevice } from '../routes';
import { words } from '../words';
import { CopiedLines, MOST_LINE } from './copied';
import { deviceName, MOST_NAME } from './labels';

const MOST_WORDS = 200;

/** Somebody who has used Kith before comes from a browser that knows nothing of it. */
export function Returning(properties: {
  kith: Kith;
  back: VNode;
  /** Something is in this browser that would be replaced. */
  replaces: boolean;
  arrived: (kith: Kith, withSheet: boolean) => void;
}) {
  const [own, setOwn] = useState<'yes' | 'no'>('yes');
  const [label, setLabel] = useState(deviceName);
  const arrive = async (claim: Promise<Claim>, withSheet = false) => {
    const stay = own === 'yes' ? { label } : null;
    properties.arrived(await arriveHere(await claim, stay, properties.kith), withSheet);
  };
  return (
    <Screen title={words.returning.title}>
      <div class="stack airy">
        <div class="stack tight">
          {properties.back}
          <h1>{words.returning.title}</h1>
        </div>
        <p>{words.returning.lead}</p>
        {properties.replaces ? <p class="notice">{words.returning.replaces}</p> : null}
        <Choices
          legend={words.returning.own}
          options={words.returning.owns}
          chosen={[own]}
          several={false}
          onChange={([chosen]) => setOwn(chosen ?? own)}
        />
        {own === 'yes' ? (
          <Field
            label={words.devices.name}
            value={label}
            maxLength={MOST_NAME}
            onInput={setLabel}
          />
        ) : null}
        <div class="menu">
          <WithSheet arrive={(claim) => arrive(claim, true)} />
          <WithWords arrive={arrive} />
          <Fold title={words.returning.passkey}>
            <p class="quiet">{words.returning.passkeyHint}</p>
            <Act look="main" does={() => arrive(showPasskey())}>
              {words.unlock.passkey}
            </Act>
          </Fold>
          <WithDevice />
        </div>
      </div>
    </Screen>
  );
}

function WithSheet({ arrive }: { arrive: (claim: Promise<Claim>) => Promise<void> }) {
  const [lines, setLines] = useState<readonly string[]>(['', '', '']);
  const [whose = '', first = '', second = ''] = lines;
  return (
    <Fold title={words.returning.sheet}>
      <CopiedLines from={0} lines={lines} onChange={setLines} />
      <Act
        look="main"
        does={() => arrive(claimOf(whose, { with: 'recovery', lines: [first, second] }))}
      >
        {words.returning.do}
      </Act>
    </Fold>
  );
}

function WithWords({ arrive }: { arrive: (claim: Promise<Claim>) => Promise<void> }) {
  const [whose, setWhose] = useState('');
  const [typed, setTyped] = useState('');
  return (
    <Fold title={words.returning.words}>
      <p class="quiet">{words.returning.wordsHint}</p>
      <Area
        coded
        label={words.sheet.lines[0] ?? ''}
        value={whose}
        maxLength={MOST_LINE}
        onInput={setWhose}
      />
      <Area
        label={words.unlock.words}
        short
        value={typed}
        maxLength={MOST_WORDS}
        onInput={setTyped}
      />
      <Act look="main" does={() => arrive(claimOf(whose, { with: 'words', typed }))}>
        {words.returning.do}
      </Act>
    </Fold>
  );
}

function WithDevice() {
  const [link, setLink] = useState('');
  const open = () => {
    if (parseDeviceLink(link) === null) return Promise.reject(new Rejected());
    goToDevice(link);
    return Promise.resolve();
  };
  return (
    <Fold title={words.returning.device}>
      <p class="quiet">{words.returning.deviceHint}</p>
      <Field label={words.returning.link} value={link} maxLength={300} onInput={setLink} />
      <Act does={open}>{words.returning.linkDo}</Act>
    </Fold>
  );
}
