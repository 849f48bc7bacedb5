import type { Language } from '../words';
import { english } from './lines/en';

/** Of one card: her answer, his, her words in response, his. */
export type Lines = readonly [hers: string, his: string, her: string, him: string];

/**
 * What Mara and Jonas say. The lab's people have no words, only how much they tell; these were
 * written for them.
 */
export interface Spoken {
  /** By the name of the card's prompt. */
  readonly lines: Readonly<Record<string, Lines>>;
  /** How Jonas answered what Mara took for judging. */
  readonly brisk: string;
  /** What goes with the misstep, by the kind of event. */
  readonly mending: Readonly<
    Record<'told' | 'saidBack' | 'own' | 'differently' | 'regret', string>
  >;
  readonly language: Language;
  /** The card for whoever looks on. */
  readonly last: string;
}

/** In the language that is spoken now. */
export let spoken: Spoken = english;

/** Lets them speak a language from now on; its lines come from the server only when wanted. */
export async function tellIn(language: Language): Promise<void> {
  spoken = language === 'de' ? (await import('./lines/de')).german : english;
}
