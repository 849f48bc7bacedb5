import type { AccountCopy } from './renewing';
import { isSingle, type KeptLock } from './ways';

/**
 * A way in is listed before the relay has it, as coming; then the relay puts it in the place of the
 * one before, in one step; then it alone is listed. Whoever is stopped in between, or loses an
 * answer, has one of the two that opens, and any device of the same person goes on from the list.
 */

type Locks = AccountCopy['locks'];

/** With one that is coming, later than any of its kind. */
export function withComing(locks: Locks, id: string, lock: KeptLock): Locks {
  const before = alike(locks, lock).map(([, { made }]) => made + 1);
  return { ...locks, [id]: { ...lock, made: Math.max(lock.made, ...before), coming: true } };
}

/** Those that are coming; where only one of a kind counts, the last that was begun. */
export function comingIn(locks: Locks): readonly (readonly [id: string, lock: KeptLock])[] {
  return Object.entries(newestIn(locks)).filter(([, { coming }]) => coming === true);
}

/** With that one in its place: it counts, and where only one of a kind counts, no other. */
export function withCome(locks: Locks, id: string): Locks {
  const lock = locks[id];
  if (lock === undefined) return locks;
  const come = { ...lock };
  Reflect.deleteProperty(come, 'coming');
  const others = isSingle(lock.kind) ? alike(locks, lock).map(([other]) => other) : [];
  const left = Object.entries(locks).filter(([other]) => !others.includes(other));
  return { ...Object.fromEntries(left), [id]: come };
}

/** Where only one of a kind counts, the last that was begun. */
export function newestIn(locks: Locks): Locks {
  const newest = Object.entries(locks).filter(
    ([id, lock]) =>
      !isSingle(lock.kind) ||
      alike(locks, lock).every(
        ([other, { made }]) =>
          other === id || made < lock.made || (made === lock.made && other < id),
      ),
  );
  return Object.fromEntries(newest);
}

function alike(locks: Locks, { kind }: KeptLock): [string, KeptLock][] {
  return Object.entries(locks).filter(([, lock]) => lock.kind === kind);
}
