import type { AccountCopy } from './renewing';
import { isSingle, type KeptLock } from './ways';

/**
 * A way in is listed before the relay has it, as coming; then the relay puts it in the place of the
 * one before, in one step; then it alone is listed. Whoever is stopped in between, or loses an
 * answer, has one of the two that opens, and any device of the same person goes on from the list.
 * Whoever has ever held the root key can have written into that list: nothing is kept for good, and
 * nothing is said to count, by its word alone.
 */

export type Locks = AccountCopy['locks'];

const DAY_MS = 86_400_000;

/** When it was made, as far as that can be: of two, the later was begun last. */
export function madeAt({ made }: KeptLock): number {
  return Number.isSafeInteger(made) && made <= Date.now() + DAY_MS ? made : 0;
}

/**
 * With one that is coming, later than any of its kind. Where only one of a kind counts, no other
 * that is coming stays listed.
 */
export function withComing(locks: Locks, id: string, lock: KeptLock): Locks {
  const others = alike(locks, lock);
  const before = others.map(([, other]) => madeAt(other) + 1);
  const made = Math.min(Math.max(lock.made, ...before), Date.now() + DAY_MS);
  const over = isSingle(lock.kind) ? others.filter(([, { coming }]) => coming === true) : [];
  const left = without(
    locks,
    over.map(([other]) => other),
  );
  return { ...left, [id]: { ...lock, made, coming: true } };
}

/** The ids of those that are coming; where only one of a kind counts, the last that was begun. */
export function comingIn(locks: Locks): readonly string[] {
  const coming = Object.entries(locks).filter(([, lock]) => lock.coming === true);
  return Object.keys(foremost(Object.fromEntries(coming), (_, lock) => [madeAt(lock)]));
}

/** With that one in its place: it counts, and where only one of a kind counts, no other. */
export function withCome(locks: Locks, id: string): Locks {
  const lock = locks[id];
  if (lock === undefined) return locks;
  const come = { ...lock };
  Reflect.deleteProperty(come, 'coming');
  Reflect.deleteProperty(come, 'replaces');
  const others = isSingle(lock.kind) ? alike(locks, lock).map(([other]) => other) : [];
  return { ...without(locks, others), [id]: come };
}

/**
 * Where only one of a kind counts, the one by which this page was opened, else the one that the
 * relay holds.
 */
export function holdingIn(locks: Locks, own: string, held: readonly string[]): Locks {
  return foremost(locks, (id, lock) => [
    Number(id === own),
    Number(held.includes(id)),
    Number(lock.coming !== true),
    madeAt(lock),
  ]);
}

export function without(locks: Locks, ids: readonly string[]): Locks {
  return Object.fromEntries(Object.entries(locks).filter(([id]) => !ids.includes(id)));
}

/** Where only one of a kind counts, the one of the highest rank. */
function foremost(locks: Locks, rank: (id: string, lock: KeptLock) => readonly number[]): Locks {
  const isFirst = ([id, lock]: [string, KeptLock]) =>
    !isSingle(lock.kind) ||
    alike(locks, lock).every(
      ([other, its]) => other === id || isAbove([id, rank(id, lock)], [other, rank(other, its)]),
    );
  return Object.fromEntries(Object.entries(locks).filter(isFirst));
}

type Ranked = readonly [id: string, rank: readonly number[]];

function isAbove([id, rank]: Ranked, [other, its]: Ranked): boolean {
  const at = rank.findIndex((each, index) => each !== its[index]);
  return at < 0 ? id > other : (rank[at] ?? 0) > (its[at] ?? 0);
}

function alike(locks: Locks, { kind }: KeptLock): [string, KeptLock][] {
  return Object.entries(locks).filter(([, lock]) => lock.kind === kind);
}
