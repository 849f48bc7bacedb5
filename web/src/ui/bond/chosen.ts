import type { Offer } from '../../core/types';
import { keyOf } from './deck';

/** A card that somebody has picked stays, though others are offered meanwhile: it is a new day. */
export function withChosen(offers: readonly Offer[], chosen: Offer | null): readonly Offer[] {
  if (chosen === null || offers.some((offer) => keyOf(offer) === keyOf(chosen))) return offers;
  return [chosen, ...offers.slice(0, -1)];
}
