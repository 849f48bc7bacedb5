import type { SoundDeck } from '../core/decks';
import { alone } from './locks';
import type { AllKept } from './snapshot';

type Kept = Pick<AllKept, 'bonds' | 'decks'>;
/** Notes in a bond that it draws from a deck, or no longer does. */
type Note = (pin: string) => Promise<void>;

/** Adds a deck to a bond; no tab takes it for unused before that is noted. */
export function addDeck({ decks }: Kept, deck: SoundDeck, note: Note): Promise<void> {
  return alone('kith/decks', async () => note(await decks.add(deck)));
}

/** Takes a deck out of a bond, and off this device when nothing else draws from it. */
export async function removeDeck(kept: Kept, pin: string, note: Note): Promise<void> {
  await note(pin);
  await dropUnused(kept, [pin]);
}

/** The device keeps no deck that nothing draws from, in whichever tab that was noted. */
export async function dropUnused({ bonds, decks }: Kept, pins: readonly string[]): Promise<void> {
  await alone('kith/decks', async () => {
    const used = new Set((await bonds.kept()).flatMap(({ own }) => own.decks));
    for (const pin of pins) if (!used.has(pin)) await decks.remove(pin);
  });
}
