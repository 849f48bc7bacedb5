import { useEffect, useRef, useState } from 'preact/hooks';
import { joinHere } from '../../net/keys';
import type { Kith } from '../../net/kith';
import { LinkToHere, parseDeviceLink } from '../../net/linking';
import { Relay } from '../../net/relay';
import { Rejected } from '../../crypto';
import { Problem } from '../../wire/problems';
import { Act, Field, Press, Screen } from '../parts';
import { go } from '../routes';
import { sentenceFor } from '../trouble';
import { words } from '../words';
import { deviceName, MOST_NAME } from './labels';

/** The device that has opened the code of one that is open. */
export function LinkTo(properties: { kith: Kith; link: string; arrived: (kith: Kith) => void }) {
  const { kith, link, arrived } = properties;
  const [label, setLabel] = useState(deviceName);
  const [digits, setDigits] = useState<string | null>(null);
  const [isGone, setGone] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const waiting = useRef(new AbortController());
  useEffect(() => () => waiting.current.abort(), []);
  const join = async () => {
    const secret = parseDeviceLink(link);
    if (secret === null) throw new Rejected();
    const joining = await LinkToHere.begin(new Relay(), secret, label);
    const { signal } = waiting.current;
    setDigits(await joining.digits(signal));
    // From here on there is no press beside which it could be said what went wrong.
    joinHere(joining, { label, signal, before: kith }).then(arrived, (cause: unknown) => {
      if (!signal.aborted && !over(cause)) setTrouble(sentenceFor(cause));
    });
  };
  const over = (cause: unknown) => {
    const isOver = cause instanceof Rejected || cause instanceof Problem;
    setGone(isOver);
    return isOver;
  };
  const isQuiet = digits === null && !isGone;
  return (
    <Screen title={words.link.hereTitle}>
      <div class="stack airy">
        <h1>{words.link.hereTitle}</h1>
        <p>{words.link.hereLead}</p>
        <div class={isQuiet ? 'visually-hidden' : 'stack'} role="status">
          {isGone ? <p class="notice">{words.link.gone}</p> : null}
          {trouble === null ? null : <p class="notice">{trouble}</p>}
          {digits === null || isGone ? null : <Digits digits={digits} />}
        </div>
        {digits === null ? (
          <Field
            label={words.devices.name}
            value={label}
            maxLength={MOST_NAME}
            onInput={setLabel}
          />
        ) : null}
        <div class="row">
          {digits === null ? (
            <Act look="main" does={join} failed={over}>
              {words.link.hereDo}
            </Act>
          ) : null}
          <Press look="plain" onClick={() => go({ name: 'home' })}>
            {words.frame.cancel}
          </Press>
        </div>
      </div>
    </Screen>
  );
}

function Digits({ digits }: { digits: string }) {
  return (
    <div class="stack">
      <p>{words.link.hereDigits}</p>
      <p class="digits" data-digits>
        {digits}
      </p>
      <p>{words.link.hereWait}</p>
    </div>
  );
}
