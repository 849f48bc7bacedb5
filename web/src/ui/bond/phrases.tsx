import { Fold, Press } from '../parts';
import { words } from '../words';
import { phrases } from './deck';

/** Sentences to begin with, for whoever finds none; a press adds one to what is being written. */
export function Phrases(properties: {
  names: readonly string[];
  text: string;
  write: (text: string) => void;
}) {
  const { names, text, write } = properties;
  const before = text.trim() === '' ? '' : `${text.trimEnd()} `;
  return (
    <Fold title={words.decks.phrases}>
      <ul class="plainlist phrases">
        {phrases(...names).map((phrase) => (
          <li key={phrase}>
            <Press look="plain" onClick={() => write(before + phrase)}>
              {phrase}
            </Press>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
