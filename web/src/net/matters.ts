import type { Matter, Ring, Topic, Wedge } from '../core/types';

/** The topics in the order of their slots in an upload (docs/crypto.md, votes). */
const TOPICS: readonly Topic[] = [
  'everyday',
  'work',
  'family',
  'friends',
  'love',
  'body',
  'feelings',
  'beliefs',
];

/** Slots after those of the topics. */
const RESUME = 8;
const MENDED = 9;
const SLOTS = 12;

/** What both may say yes to at a tick, and where it stands in an upload. */
export interface Slot {
  readonly slot: number;
  /** Its exact name, such as `deeper/feelings/2`; empty where nothing can be said yes to. */
  readonly matter: string;
}

/** The name of a matter, as both devices spell it. */
export function nameOf(matter: Matter): string {
  return 'topic' in matter ? `${matter.on}/${matter.topic}/${matter.ring}` : matter.on;
}

/** The slot of a matter that is compared at ticks; null for those of an evening. */
function slotOf(matter: Matter): Slot | null {
  const named = (slot: number) => ({ slot, matter: nameOf(matter) });
  switch (matter.on) {
    case 'deeper':
      return named(TOPICS.indexOf(matter.topic));
    case 'resume':
      return named(RESUME);
    case 'mended':
      return named(MENDED);
    case 'tonight':
    case 'evening':
      return null;
  }
}

/**
 * All twelve slots of an upload: what I say yes to, and in every other slot what could be asked
 * there now, or nothing.
 */
export function slotsOf(yes: readonly Matter[], topics: readonly Wedge[]): Slot[] {
  const table = Array.from({ length: SLOTS }, (_, slot): Slot => ({ slot, matter: '' }));
  const put = (one: Slot | null) => {
    if (one !== null) table[one.slot] = one;
  };
  for (const { topic, ring } of topics) {
    if (ring < 4) put(slotOf({ on: 'deeper', topic, ring: (ring + 1) as Ring }));
  }
  put(slotOf({ on: 'resume' }));
  put(slotOf({ on: 'mended' }));
  for (const matter of yes) put(slotOf(matter));
  return table;
}

/** Every matter that a vote gate may stand for. */
export function everyVote(): readonly (Slot & { readonly of: Matter })[] {
  const rings: readonly Ring[] = [1, 2, 3, 4];
  const deeper = TOPICS.flatMap((topic) =>
    rings.map((ring): Matter => ({ on: 'deeper', topic, ring })),
  );
  const all: readonly Matter[] = [...deeper, { on: 'resume' }, { on: 'mended' }];
  return all.flatMap((of) => {
    const slot = slotOf(of);
    return slot === null ? [] : [{ ...slot, of }];
  });
}

/** Every matter of an evening. */
export function everyTonight(): readonly Matter[] {
  const rings: readonly Ring[] = [1, 2, 3];
  const tonight = TOPICS.flatMap((topic) =>
    rings.map((ring): Matter => ({ on: 'tonight', topic, ring })),
  );
  return [{ on: 'evening' }, ...tonight];
}
