import { useState } from 'preact/hooks';
import type { Card } from '../../core/types';
import { Refused } from '../../net/exchange';
import { showsFromItsBeginning } from './beginning';
import { Guard } from './guard';
import { Act, Area, Trouble } from '../parts';
import { usePlace } from '../place';
import { useKept } from './kept';
import { words } from '../words';

/** The longest answer to one card, in characters; the core says the same. */
const ANSWER_LENGTH = 8000;

/** Writing an answer in peace: the draft survives everything; a guard may speak once. */
export function Writing({ card, done }: { card: Card; done: () => void }) {
  const { deeds, bond } = usePlace();
  const { record } = bond;
  const { text, write, kept } = useDraft(
    card.exchange,
    record.drafts[card.exchange] ?? record.sealed[card.exchange]?.words ?? '',
  );
  const [guard, setGuard] = useState<Refused | null>(null);
  return (
    <div class="stack tight">
      <Area
        label={card.kind === 'first-step' ? words.firstStep.yours : words.table.yourAnswer}
        value={text}
        maxLength={ANSWER_LENGTH}
        placeholder={words.table.placeholder}
        onInput={write}
      />
      <p class="quiet small" data-kept={kept}>
        {kept ? words.table.kept : words.table.remember}
      </p>
      <Act
        look="main"
        rests={text.trim() === ''}
        does={async () => {
          showsFromItsBeginning(card.exchange);
          await deeds.seal(bond.local, card.exchange, text);
          done();
        }}
        failed={(cause) => {
          const guarded = cause instanceof Refused && cause.softer.length > 0;
          if (guarded) setGuard(cause);
          return guarded;
        }}
      >
        {card.kind === 'ask' ? words.ask.send : words.table.seal}
      </Act>
      {guard === null ? (
        <Trouble sentence={null} />
      ) : (
        <Guard guard={guard} text={text} prompt={card.prompt} close={() => setGuard(null)} />
      )}
    </div>
  );
}

/** What is said besides an answer is kept too; `sent` forgets it. `what`: one text of an exchange. */
export function useSaying(what: string, exchange: string) {
  const { record } = usePlace().bond;
  const key = `${what}/${exchange}`;
  const { text, write } = useDraft(key, record.drafts[key] ?? '');
  return { text, write, sent: () => write('') };
}

/** A text that is kept on this device as it is written. */
export function useDraft(key: string, before: string) {
  const { deeds, bond } = usePlace();
  return useKept(before, (newest) => deeds.draft(bond.local, key, newest));
}
