import type { OpenBond } from '../../net/kith';
import { textOf } from './deck';

/** One exchange as its author takes it along: only one's own words. */
export interface OwnExchange {
  readonly day: string;
  readonly topic: string;
  readonly ring: number;
  readonly prompt: string;
  readonly answer: string | null;
  readonly response: string | null;
}

/** Everything that I wrote in a bond, in an open form. Nothing of the other is in it. */
export function ownWordsOf({ record, view }: OpenBond): {
  readonly format: 'kith-own-words';
  readonly version: 1;
  readonly by: string;
  readonly exchanges: readonly OwnExchange[];
} {
  const cards = [...view.story, ...view.table].filter((card) => card.state !== 'drawn');
  const exchanges = cards
    .filter((card) => card.mine !== null || card.myResponse !== null)
    .map((card) => ({
      day: new Date(card.day * 86_400_000).toISOString().slice(0, 10),
      topic: card.prompt.topic,
      ring: card.prompt.ring,
      prompt: card.prompt.deck === 'own' && card.kind === 'ask' ? '' : textOf(card.prompt),
      answer: card.mine?.words ?? null,
      response: card.myResponse?.words ?? null,
    }));
  return { format: 'kith-own-words', version: 1, by: record.myName, exchanges };
}

/** Hands the file to the browser; its name says nothing. */
export function saveOwnWords(bond: OpenBond): void {
  saveFile('words.json', JSON.stringify(ownWordsOf(bond), null, 2));
}

/** Lets the browser save a text under that name. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
