import { speak, type Language } from '../src/ui/words';

/** The language of the browsers that pictures are taken of: KITH_LANGUAGE=de for German. */
export const LANGUAGE: Language = process.env['KITH_LANGUAGE'] === 'de' ? 'de' : 'en';

// Tests look for what the app says by its own catalogue, which tells the page its language.
Object.assign(globalThis, { document: { documentElement: {} } });
await speak(LANGUAGE);
Reflect.deleteProperty(globalThis, 'document');
