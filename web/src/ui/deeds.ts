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
  return dateName(day * DAY_MS, 'UTC');
}

const DAY_MS = 86_400_000;

/** What a day is called in the language of the page, as it is said where the reader lives. */
export function dateName(time: number, timeZone?: string): string {
  const language = document.documentElement.lang;
  const spoken = navigator.languages.find(
    (tag) => tag === language || tag.startsWith(`${language}-`),
  );
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Date(time).toLocaleDateString(spoken ?? language, { dateStyle: 'long', ...zone });
}
