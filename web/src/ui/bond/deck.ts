import type { SharedPrompt } from '../../core/decks';
import type { Prompt, Ring, Topic } from '../../core/types';
import { addedTo, nameOnCards, type AddedDeck } from '../../net/decks';
import type { OpenBond } from '../../net/kith';
import type { Pair } from '../../net/own';
import type { Language } from '../words';
import { english } from './english';
import type { EveningPart, Library, PromptWords } from './library';

/** Another language than English, once somebody reads it. */
let other: Library | null = null;

/** Reads prompts in a language from now on; its decks come from the server only when wanted. */
export async function readIn(language: Language): Promise<void> {
  other = language === 'de' ? (await import('./german')).german : null;
}

function spoken(): Library {
  return other ?? english();
}

/**
 * The words of a prompt in the language that I read. What is drawn carries its words in English;
 * where they are the founding deck's to the letter, the same prompt stands in every language.
 */
export function textOf({ deck, id, text }: Pick<Prompt, 'deck' | 'id' | 'text'>): string {
  if (other === null) return text;
  const key = `${deck}/${id}`;
  const isOurs = english().prompts.get(key)?.text === text;
  return (isOurs ? other.prompts.get(key)?.text : undefined) ?? text;
}

/** The language of these words, where it is another than the page's. */
export function foreign(prompt: Prompt): string | undefined {
  const { lang } = document.documentElement;
  return textOf(prompt) !== prompt.text || prompt.language === lang ? undefined : prompt.language;
}

/** A prompt of which one may draw. */
export interface Drawable extends PromptWords {
  /** How the core names it: deck/id. */
  readonly key: string;
}

/** The prompts of one cell that this bond has not had yet, in an order of its own. */
export function freshIn(
  bond: OpenBond,
  decks: readonly AddedDeck[],
  { topic, ring }: { readonly topic: Topic; readonly ring: Ring },
): readonly Drawable[] {
  const had = new Set([...bond.view.table, ...bond.view.story].map(({ prompt }) => keyOf(prompt)));
  const all = [...founding(bond.record.own.pair), ...added(bond, decks)];
  const here = all.filter((one) => one.topic === topic && one.ring === ring);
  const offset = bond.local.charCodeAt(0) + bond.local.charCodeAt(1);
  return here
    .map((_, index) => here[(index + offset) % here.length])
    .filter((one): one is Drawable => one !== undefined && !had.has(one.key));
}

/** How a prompt is named in wishes and commands. */
export function keyOf({ deck, id }: Pick<Prompt, 'deck' | 'id'>): string {
  return `${deck}/${id}`;
}

/** Only what suits this pair: the further prompts are named after whom they are for. */
function founding(pair: Pair): readonly Drawable[] {
  return [...spoken().prompts]
    .filter(([, { id }]) => !id.startsWith('for-') || id.startsWith(`for-${pair}-`))
    .map(([key, one]) => ({ ...one, key }));
}

function added(bond: OpenBond, decks: readonly AddedDeck[]): readonly Drawable[] {
  const { own } = bond.record;
  return addedTo(own, decks)
    .filter(({ deck }) => deck.suits === undefined || deck.suits === own.pair)
    .flatMap((deck) =>
      deck.deck.prompts.map((one: SharedPrompt) => ({
        ...one,
        key: `${nameOnCards(deck)}/${one.id}`,
      })),
    );
}

/** All prompts of the rings that anyone may read without a bond. */
export function lightOnes(): readonly PromptWords[] {
  return founding('any').filter((one) => one.ring <= 2);
}

/** The words of a prompt by its key, if a deck on this device has it. */
export function promptByKey(key: string, decks: readonly AddedDeck[]): PromptWords | null {
  const ours = spoken().prompts.get(key);
  if (ours !== undefined) return ours;
  const at = key.lastIndexOf('/');
  const deck = decks.find((each) => nameOnCards(each) === key.slice(0, at));
  return deck?.deck.prompts.find(({ id }) => id === key.slice(at + 1)) ?? null;
}

/** The script of an evening, part by part. */
export function eveningParts(): readonly EveningPart[] {
  return spoken().evening;
}

/** Whole sentences that may help to begin. */
export function phrases(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => spoken().phrases.get(name) ?? []);
}
