import type { Card, View } from '../../core/types';

/**
 * All that has opened, the earliest first: what has settled, and what lies open on the table still,
 * which an end would otherwise take from sight.
 */
export function toldOf({ story, table }: Pick<View, 'story' | 'table'>): Card[] {
  const open = table.filter((card) => card.state === 'opened');
  return [...story, ...open].sort((one, other) => one.day - other.day);
}
