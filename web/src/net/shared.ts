import type { Bonds } from './bonds';
import type { Decks } from './decks';
import { merged, same, type Json } from './merge';
import type { Copies, Copy } from './mirror';
import type { PersonalState } from './personal';
import { complete, type BondRecord, type SealedByMe, type Turned } from './record';
import type { Personal } from './own';
import type { AllKept } from './snapshot';

const BOND = 'bond/';
const PERSONAL = 'personal';
const DECK = 'deck/';

/**
 * What of a bond is this device's alone: what it has read, which it can read again; what it is
 * about to send; what is being written on it; and why it has stopped.
 */
const HERE_ONLY = {
  entries: [],
  head: 0,
  gates: {},
  epochs: {},
  rewrap: false,
  bound: {},
  outbox: [],
  drafts: {},
  draftedAt: {},
  alarm: null,
  clockShift: 0,
} as const satisfies Partial<Record<keyof BondRecord, unknown>>;

/** Where this device is in what the relay shows of a bond; it reads it again from there. */
const READ_HERE: ReadonlySet<string> = new Set([
  'turnedBy',
  'acknowledged',
  'gave',
  'again',
  'tick',
  'noted',
  'agreements',
  'ballot',
  'tonight',
  'takingBack',
  'leaving',
  'over',
  'change',
  'epilogue',
] satisfies (keyof BondRecord)[]);

/**
 * How far the meeting of two people has come: of two devices the one that is further is right. To
 * one that comes late an invitation looks gone, whether nobody took it or both have joined.
 */
const STAGES = ['inviting', 'asked', 'confirming', 'joining', 'closed', 'joined'] as const;

/** Everything of one person that all their devices hold. */
export class Shared implements Copies {
  readonly #bonds: Bonds;
  readonly #personal: PersonalState;
  readonly #decks: Decks;

  constructor({ bonds, personal, decks }: AllKept) {
    this.#bonds = bonds;
    this.#personal = personal;
    this.#decks = decks;
  }

  all(): readonly Copy[] {
    const bonds = this.#bonds.all().map(([local, record]) => ({
      name: BOND + local,
      value: sharedOf(record),
    }));
    const decks = this.#decks.all.map(({ pin, canonical }) => ({
      name: DECK + pin,
      value: canonical,
    }));
    return [{ name: PERSONAL, value: this.#personal.value }, ...decks, ...bonds];
  }

  async take(name: string, base: Json, theirs: Json): Promise<boolean> {
    if (name === PERSONAL) {
      await this.#personal.change((mine) => changed(mine, merged(base, mine, theirs) as Personal));
      return true;
    }
    if (name.startsWith(DECK)) {
      // A deck never changes, and one that is there already is the same: its name is its hash.
      const isNew = this.#decks.all.every(({ pin }) => DECK + pin !== name);
      if (isNew && typeof theirs === 'string') await this.#decks.add({ canonical: theirs });
      return true;
    }
    if (!name.startsWith(BOND)) return true;
    const local = name.slice(BOND.length);
    if (await this.#bonds.wasRemoved(local)) return false;
    if (this.#bonds.get(local) === undefined) {
      await this.#bonds.put(local, complete({ ...HERE_ONLY, ...(theirs as object) } as never));
      return true;
    }
    await this.#bonds.change(local, (mine) => withTheirs(mine, base, theirs));
    return true;
  }
}

/** The same object when nothing has changed, so that nothing is written. */
function changed<T>(mine: T, next: T): T {
  return same(mine, next) ? mine : next;
}

/** What all devices of its owner hold of a bond. */
export function sharedOf(record: BondRecord): Json {
  const shared = Object.entries(record).filter(
    ([name]) => !(name in HERE_ONLY || READ_HERE.has(name)),
  );
  return Object.fromEntries(shared);
}

function withTheirs(mine: BondRecord, base: Json, theirs: Json): BondRecord {
  const other = theirs as BondRecord;
  const next = { ...mine, ...(merged(base, sharedOf(mine), theirs) as Partial<BondRecord>) };
  const stage = rank(other) > rank(mine) ? other.stage : mine.stage;
  const { sealed, lost, twice } = mergedSealed(
    (base as BondRecord | undefined)?.sealed,
    mine,
    other,
  );
  const drafts = { ...lost, ...mine.drafts };
  const turned = further(mine.turned, other.turned);
  const rewrap = mine.rewrap || turned.keys.length > mine.turned.keys.length;
  const again = { ...mine.again, ...twice };
  const evenings = Math.max(mine.evenings, (theirs as Partial<BondRecord>).evenings ?? 0);
  return changed(mine, { ...next, stage, sealed, drafts, turned, rewrap, again, evenings });
}

/** What the device that has read further knows of keys; an earlier Kith tells nothing of them. */
function further(mine: Turned, theirs: Turned | undefined): Turned {
  if (theirs === undefined || theirs.seq < mine.seq) return mine;
  return theirs.seq > mine.seq || mine.statement === null ? theirs : mine;
}

function rank({ stage }: BondRecord): number {
  return STAGES.indexOf(stage.name);
}

/**
 * Of two versions of one answer the later counts. When both devices made the next one at once, the
 * relay holds the one that came first, as the vault does; the other's words become a draft again.
 */
function mergedSealed(
  base: BondRecord['sealed'] | undefined,
  mine: BondRecord,
  theirs: BondRecord,
): { sealed: BondRecord['sealed']; lost: Record<string, string>; twice: BondRecord['again'] } {
  const sealed: Record<string, SealedByMe> = {};
  const twice: BondRecord['again'] = {};
  const lost: Record<string, string> = {};
  for (const exchange of new Set([...Object.keys(theirs.sealed), ...Object.keys(mine.sealed)])) {
    const [b, m, t] = [base?.[exchange], mine.sealed[exchange], theirs.sealed[exchange]];
    const chosen = later(b, m, t);
    if (chosen !== undefined) sealed[exchange] = chosen;
    const isLost = m !== undefined && chosen !== m && m.words !== t?.words && !same(b, m);
    if (isLost && m.words !== '') lost[exchange] = m.words;
    if (isTwice(m, t)) twice[exchange] = true;
  }
  return { sealed, lost, twice };
}

type Maybe = SealedByMe | undefined;

/**
 * Two devices have made the same revision, each its own: nobody can tell which one the relay has, and
 * the one that counts has to be made anew.
 */
function isTwice(mine: Maybe, theirs: Maybe): boolean {
  if (mine === undefined || theirs === undefined) return false;
  return mine.revision === theirs.revision && mine.parts?.event !== theirs.parts?.event;
}

/** One that the other device has seen open is gone, unless it was written again here. */
function later(base: Maybe, mine: Maybe, theirs: Maybe): Maybe {
  if (mine === undefined) return base === undefined ? theirs : undefined;
  if (theirs === undefined) return same(base, mine) ? undefined : mine;
  const [older, newer] = mine.revision > theirs.revision ? [theirs, mine] : [mine, theirs];
  const released = mine.released || theirs.released;
  const standing = Math.min(newer.revision, Math.max(mine.standing, theirs.standing));
  return { ...newer, released, standing, reveals: { ...older.reveals, ...newer.reveals } };
}
