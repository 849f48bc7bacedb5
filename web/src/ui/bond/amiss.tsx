import { useState } from 'preact/hooks';
import type { Card, Misstep, Part } from '../../core/types';
import { Act, Area, Choices, Fold, Press, Sheet, Trouble } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { Phrases } from './phrases';

/** As many as the core takes in mending. */
const WORDS_LENGTH = 1000;

/** Where the catalogue has words for each. */
const PHRASES: Record<Misstep, string> = {
  'too-much': 'repair-it-was-too-much',
  'too-fast': 'repair-it-was-too-fast',
  judged: 'repair-i-felt-judged',
};

/** What one may do about an opened card: say that it was too much, or take one's words back. */
export function Amiss({ card }: { card: Card }) {
  const [sheet, setSheet] = useState<'misstep' | 'take-back' | null>(null);
  const close = () => setSheet(null);
  return (
    <div class="row small">
      {card.may.tell === null ? (
        <Press look="plain" onClick={() => setSheet('misstep')}>
          {words.misstep.open}
        </Press>
      ) : null}
      {card.may.takeBack === null ? (
        <Press look="plain" onClick={() => setSheet('take-back')}>
          {words.takeBack.open}
        </Press>
      ) : null}
      {sheet === 'misstep' ? <MisstepSheet card={card} close={close} /> : null}
      {sheet === 'take-back' ? <TakeBackSheet card={card} close={close} /> : null}
    </div>
  );
}

/** Private or told; both in a few presses, and neither asks for a reason. A note can be taken back. */
function MisstepSheet({ card, close }: { card: Card; close: () => void }) {
  const { deeds, bond } = usePlace();
  const { exchange } = card;
  const isNoted = bond.record.own.marks.includes(exchange);
  const [which, setWhich] = useState<Misstep | null>(null);
  const [text, setText] = useState('');
  return (
    <Sheet title={words.misstep.title} close={close}>
      <div class="stack tight">
        <p role="status">{isNoted ? words.misstep.noted : words.misstep.privateLead}</p>
        <Act does={() => deeds.noted(bond.local, { note: 'mark', exchange, on: !isNoted })}>
          {isNoted ? words.misstep.unnote : words.misstep.doPrivate}
        </Act>
      </div>
      <Fold title={words.misstep.tell}>
        <p class="quiet">{words.misstep.tellLead}</p>
        <Choices
          legend={words.misstep.which}
          options={words.misstep.kinds}
          chosen={which === null ? [] : [which]}
          several={false}
          onChange={([chosen]) => setWhich(chosen ?? which)}
        />
        <Area
          label={words.misstep.words}
          hint={words.misstep.wordsHint}
          short
          value={text}
          maxLength={WORDS_LENGTH}
          onInput={setText}
        />
        {which === null ? null : <Phrases names={[PHRASES[which]]} text={text} write={setText} />}
        <Act
          look="main"
          disabled={which === null}
          does={async () => {
            if (which === null) return;
            const told = { misstep: which, words: text.trim() };
            await deeds.act(bond.local, { type: 'tell', exchange, ...told });
            close();
          }}
        >
          {words.misstep.doTell}
        </Act>
      </Fold>
    </Sheet>
  );
}

function TakeBackSheet({ card, close }: { card: Card; close: () => void }) {
  const { deeds, bond } = usePlace();
  const [done, setDone] = useState(false);
  const take = async (part: Part) => {
    await deeds.act(bond.local, { type: 'withdraw', exchange: card.exchange, part });
    setDone(true);
  };
  return (
    <Sheet title={words.takeBack.title} close={close}>
      <p>{words.takeBack.lead}</p>
      <p class="quiet small">{words.takeBack.addressed}</p>
      <div class="buttons">
        {partsOf(card).map((part) => (
          <Act key={part} does={() => take(part)}>
            {words.takeBack.parts[part]}
          </Act>
        ))}
      </div>
      <Trouble sentence={done ? words.takeBack.done : null} />
    </Sheet>
  );
}

/** What of a card is one's own and still there. */
function partsOf({ mine, myResponse, prompt, writtenByMe }: Card): Part[] {
  const parts: Part[] = [];
  if (mine !== null && mine.withdrawn !== true && mine.words !== null) parts.push('answer');
  if (myResponse !== null && myResponse.withdrawn !== true) parts.push('response');
  if (writtenByMe && prompt.text !== '') parts.push('prompt');
  return parts;
}
