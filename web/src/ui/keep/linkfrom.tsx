import { useEffect, useState } from 'preact/hooks';
import { encode } from 'uqr';
import type { Kith } from '../../net/kith';
import type { LinkFromHere } from '../../net/linking';
import { sentenceFor } from '../trouble';
import { Act, Press } from '../parts';
import { words } from '../words';

interface Met {
  readonly device: string;
  readonly digits: string;
}

/** This device shows a code; the other opens it; twelve digits are compared; then it is let in. */
export function LinkFrom({ kith, done }: { kith: Kith; done: (said: string) => void }) {
  const [link, setLink] = useState<LinkFromHere | null>(null);
  const [met, setMet] = useState<Met | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const waiting = new AbortController();
    const begin = async () => {
      const offered = await kith.keys.offerDevice();
      setLink(offered);
      setMet(await offered.met(waiting.signal));
    };
    begin().catch((cause: unknown) => {
      if (!waiting.signal.aborted) setTrouble(sentenceFor(cause));
    });
    return () => waiting.abort();
  }, [kith, tries]);
  if (trouble !== null) {
    const again = () => {
      setTrouble(null);
      setLink(null);
      setTries(tries + 1);
    };
    return <NoCode trouble={trouble} again={again} leave={() => done('')} />;
  }
  if (link === null) return <p aria-busy="true" />;
  const end = async (said: string) => {
    await link.stop();
    done(said);
  };
  return (
    <section class="stack">
      <h2>{words.link.title}</h2>
      {met === null ? <Code link={link.link} /> : <Compare {...met} />}
      <div class="row">
        {met === null ? null : (
          <Act
            look="main"
            does={async () => {
              await kith.keys.letDeviceIn(link, met.device);
              done(words.link.done);
            }}
          >
            {words.link.same}
          </Act>
        )}
        <Act look="plain" does={() => end(words.link.stopped)}>
          {met === null ? words.frame.cancel : words.link.other}
        </Act>
      </div>
    </section>
  );
}

function NoCode(properties: { trouble: string; again: () => void; leave: () => void }) {
  return (
    <div class="stack">
      <p class="notice" role="status">
        {properties.trouble}
      </p>
      <div class="row">
        <Press onClick={properties.again}>{words.trouble.again}</Press>
        <Press look="plain" onClick={properties.leave}>
          {words.frame.cancel}
        </Press>
      </div>
    </div>
  );
}

function Code({ link }: { link: string }) {
  return (
    <div class="stack">
      <p>{words.link.lead}</p>
      <Picture text={link} />
      <p class="link code" data-device-link>
        {link}
      </p>
      <p class="notice">{words.link.warn}</p>
      <p role="status" class="quiet">
        {words.link.looking}
      </p>
    </div>
  );
}

function Compare({ device, digits }: Met) {
  return (
    <div class="stack" role="status">
      <p>
        <strong>{words.link.compare(device)}</strong>
      </p>
      <p>{words.link.compareLead}</p>
      <p class="digits" data-digits>
        {digits}
      </p>
    </div>
  );
}

/** A code that a camera reads: dark on light in either theme, or no camera finds it. */
function Picture({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 3 });
  const dark = data
    .flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.link.code}>
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={dark} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
