import { newId, toBase64Url } from '../crypto';
import { timeOf } from '../net/clock';
import type { Kith, OpenBond } from '../net/kith';
import { dayOf } from '../net/own';

/**
 * Everything that the screens of one bond can do. The app does it over the relay; the demonstration
 * does the same between two people in one page.
 */
export type Deeds = Pick<
  Kith,
  'act' | 'seal' | 'takeBack' | 'release' | 'noted' | 'draft' | 'personally'
>;

/** A name for an exchange that is about to begin. */
export function newExchange(): string {
  return toBase64Url(newId());
}

/** Today, as the bond counts: whole days since 1970. */
export function today(bond: OpenBond): number {
  return dayOf(timeOf(bond.record));
}

/** What a bond's day is called by people, in the language that is spoken. */
export function dayName(day: number): string {
  const date = new Date(day * 86_400_000);
  const language = document.documentElement.lang;
  return date.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
}
