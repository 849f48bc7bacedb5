import { words } from '../words';

type Mistake = Exclude<keyof typeof words.decks.mistake, 'title' | 'prompt' | 'detail'>;

/** What the core says of a deck that it cannot take (docs/model.md), and what it comes to. */
const MISTAKES: readonly (readonly [RegExp, Mistake])[] = [
  [/^not JSON|^deck is not an object/, 'json'],
  [/^longer than|is larger than|^fragment is longer/, 'large'],
  [/^fragment/, 'link'],
  [/^deck\.v /, 'version'],
  [/is missing$|is not a text$|is not an array$|is not an object$/, 'missing'],
  [/characters long$|is empty$/, 'length'],
  [/\.ring /, 'ring'],
  [/is none of/, 'choice'],
  [/is given twice$/, 'twice'],
  [/\.text holds/, 'words'],
  [/small letters/, 'name'],
  [/keeps for itself$/, 'reserved'],
  [/are none$/, 'empty'],
  [/is no tag/, 'language'],
];

/** Which mistake it is, by name. */
export function mistakeOf(detail: string, text: string): Mistake {
  const isSource = text.trimStart().startsWith('---') || text.trimStart().startsWith('#');
  const found = MISTAKES.find(([pattern]) => pattern.test(detail))?.[1] ?? 'other';
  return found === 'json' && isSource ? 'markdown' : found;
}

/** A mistake in the words of whoever wants to use the deck: where it is, and what to do. */
export function explained(detail: string, text: string): string {
  const sentence = words.decks.mistake[mistakeOf(detail, text)];
  const at = /^deck\.prompts\[(\d+)\]/.exec(detail)?.[1];
  return at === undefined ? sentence : `${words.decks.mistake.prompt(String(+at + 1))} ${sentence}`;
}
