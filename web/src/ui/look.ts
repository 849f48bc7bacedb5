import { speak, type Language } from './words';

/** Light or dark, and the language: kept on this device, and nothing that tells of anybody. */
export type Look = 'system' | 'light' | 'dark';

const LOOK = 'kith.look';
const LANGUAGE = 'kith.language';

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
