import type { Prompt, Ring, Topic } from '../../core/types';
import type { OpenBond } from '../../net/kith';
import english from '../../../../decks/src/main/resources/kith/decks/founding.en.json?raw';

interface DeckFile {
  readonly deck: string;
  readonly prompts: readonly Pick<Prompt, 'id' | 'topic' | 'ring' | 'text'>[];
}

export type DeckPrompt = DeckFile['prompts'][number];

const founding = JSON.parse(english) as DeckFile;

/** The prompts of one cell that this bond has not had yet, in an order of its own. */
export function freshIn(bond: OpenBond, topic: Topic, ring: Ring): readonly DeckPrompt[] {
  const had = new Set([...bond.view.table, ...bond.view.story].map((card) => card.prompt.id));
  const here = founding.prompts.filter((one) => one.topic === topic && one.ring === ring);
  const offset = bond.local.charCodeAt(0) + bond.local.charCodeAt(1);
  return here
    .map((_, index) => here[(index + offset) % here.length])
    .filter((one): one is DeckPrompt => one !== undefined && !had.has(one.id));
}

/** All prompts of the rings that anyone may read without a bond. */
export function lightOnes(): readonly DeckPrompt[] {
  return founding.prompts.filter((one) => one.ring <= 2);
}

/** The words of one prompt of the founding deck. */
export function promptById(id: string): string {
  return founding.prompts.find((one) => one.id === id)?.text ?? '';
}
