import { useEffect, useRef, useState } from 'preact/hooks';
import type { Prompt } from '../../core/types';
import type { Refused } from '../../net/exchange';
import { newExchange } from '../deeds';
import { Act, Press } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';

/** Speaks once, kindly, before something leaves the device, with softer ways. */
export function Guard(properties: {
  guard: Refused;
  text: string;
  prompt: Pick<Prompt, 'topic' | 'ring'>;
  close: () => void;
  /** Offers the same as a first step, where that can be done. */
  stepInstead?: () => void;
}) {
  const { text, prompt, close } = properties;
  const { reason, softer } = properties.guard;
  const { deeds, bond } = usePlace();
  const [isKept, setKept] = useState(false);
  const place = useRef<HTMLElement>(null);
  // It stands below what was pressed, in a sheet perhaps below what is seen.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  const { stepInstead } = properties;
  const ways = softer.filter((way) => way !== 'first-step' || stepInstead !== undefined);
  const keep = async () => {
    const { topic, ring } = prompt;
    const kept = { id: newExchange(), topic, ring, text, bond: bond.local };
    await deeds.personally((personal) => ({ ...personal, drawer: [...personal.drawer, kept] }));
    setKept(true);
  };
  const sentences: Readonly<Record<string, unknown>> = words.guard;
  const said = sentences[reason];
  if (isKept) {
    return (
      <section class="softer" role="status">
        <p>{words.guard.kept}</p>
      </section>
    );
  }
  return (
    <section ref={place} class="softer stack tight" role="status">
      <h3>{words.guard.title}</h3>
      <p>{typeof said === 'string' ? said : words.refusals.other}</p>
      <div class="row">
        {ways.map((way) =>
          way === 'keep-safe' && text.trim() !== '' ? (
            <Act key={way} does={keep}>
              {words.guard.ways[way]}
            </Act>
          ) : (
            <Press key={way} onClick={(way === 'first-step' ? stepInstead : null) ?? close}>
              {words.guard.ways[way]}
            </Press>
          ),
        )}
      </div>
    </section>
  );
}
