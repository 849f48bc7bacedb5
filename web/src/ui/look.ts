import { speak, type Language } from './words';

/** Light or dark, the language, and where to begin: nothing here tells of anybody. */
export type Look = 'system' | 'light' | 'dark';

const LOOK = 'kith.look';
const LANGUAGE = 'kith.language';
const BEGUN = 'kith.begun';

export function lookNow(): Look {
  const kept = localStorage.getItem(LOOK);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function setLook(look: Look): void {
  localStorage.setItem(LOOK, look);
  showLook();
}

/** Follows the device, or what was chosen. */
export function showLook(): void {
  const look = lookNow();
  const { dataset } = document.documentElement;
  if (look === 'system') delete dataset['theme'];
  else dataset['theme'] = look;
}

export function languageNow(): Language {
  const kept = localStorage.getItem(LANGUAGE) ?? navigator.language;
  return kept.startsWith('de') ? 'de' : 'en';
}

export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(LANGUAGE, language);
  await speak(language);
  await (await import('./bond/deck')).readIn(language);
}

/** Whether more than the first page was ever opened here: then there may be bonds to show. */
export function hasBegunHere(): boolean {
  return localStorage.getItem(BEGUN) !== null;
}

export function beginHere(): void {
  localStorage.setItem(BEGUN, 'yes');
}
