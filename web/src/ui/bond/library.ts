import type { Prompt } from '../../core/types';

/** One prompt as its deck has it; the feeling tail stands on a line of its own. */
export type PromptWords = Pick<Prompt, 'id' | 'topic' | 'ring' | 'text'>;

interface DeckFile {
  readonly deck: string;
  readonly prompts: readonly PromptWords[];
}

/** A part of an evening: lines to read, or prompts of a ring. */
export interface EveningPart {
  readonly name: string;
  readonly lines?: readonly string[];
  readonly prompts?: readonly string[];
}

interface Phrases {
  readonly entries: readonly { readonly name: string; readonly variants: readonly string[] }[];
}

/** Everything in one language that comes with the decks. */
export interface Library {
  /** The words of each prompt, by its key (deck/id). */
  readonly prompts: ReadonlyMap<string, PromptWords>;
  /** Whole sentences that may help to begin, by name. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  readonly evening: readonly EveningPart[];
}

/** Reads what `kith.decks.WriteFounding` wrote. `decks`: their files as text. */
export function library(files: {
  readonly decks: readonly string[];
  readonly phrases: Phrases;
  readonly evening: { readonly parts: readonly EveningPart[] };
}): Library {
  const decks = files.decks.map((text) => JSON.parse(text) as DeckFile);
  return {
    prompts: new Map(
      decks.flatMap(({ deck, prompts }) => prompts.map((one) => [`${deck}/${one.id}`, one])),
    ),
    phrases: new Map(files.phrases.entries.map(({ name, variants }) => [name, variants])),
    evening: files.evening.parts,
  };
}
