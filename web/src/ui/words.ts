import { english } from './words/en';

/**
 * Every sentence that the app says, in one place. Kind, plain, honest, short; nobody is pressed,
 * nothing about the other person is ever said but what they opened.
 */
export type Words = typeof english;

export type Language = 'en' | 'de';

/** The words of the language that is spoken now. */
export let words: Words = english;

/** Begins to speak a language; its words come from the server only when they are wanted. */
export async function speak(language: Language): Promise<void> {
  words = language === 'de' ? (await import('./words/de')).german : english;
  document.documentElement.lang = language;
}
