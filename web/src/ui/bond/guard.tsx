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
}) {
  const { text, prompt, close } = properties;
  const { reason, softer } = properties.guard;
  const { deeds, bond } = usePlace();
  const keep = async () => {
    const { topic, ring } = prompt;
    const kept = { id: newExchange(), topic, ring, text, bond: bond.local };
    await deeds.personally((personal) => ({ ...personal, drawer: [...personal.drawer, kept] }));
    close();
  };
  const sentences: Readonly<Record<string, unknown>> = words.guard;
  const said = sentences[reason];
  return (
    <section class="softer stack tight" role="status">
      <h3>{words.guard.title}</h3>
      <p>{typeof said === 'string' ? said : words.refusals.other}</p>
      <div class="row">
        {softer.map((way) =>
          way === 'keep-safe' && text.trim() !== '' ? (
            <Act key={way} does={keep}>
              {words.guard.ways[way]}
            </Act>
          ) : (
            <Press key={way} onClick={close}>
              {words.guard.ways[way]}
            </Press>
          ),
        )}
      </div>
    </section>
  );
}
