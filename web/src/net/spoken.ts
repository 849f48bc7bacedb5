import { authored } from '../core/border';
import type { CoreEvent } from '../core/types';
import { openAnswer, openOwnAnswer, Rejected, sealAnswer } from '../crypto';
import { fromBase64Url, type Card, type Seat, type SealedFields } from '../crypto';
import { fitting, keysOf } from './exchange';
import type { Parts } from '../wire/messages';
import type { BondRecord } from './record';

/** Stands in the event box, which stays, for words that stand in a body, which can be erased. */
export const DASH = '\u2013';

/** The texts of events that are words, in their order (docs/crypto.md, words of an entry). */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  responded: ['words'],
  told: ['words'],
  'said-back': ['words'],
  owned: ['own', 'differently', 'regret'],
};

/** Longest words of a response and of mending, as the core takes them, in UTF-16 units. */
const LONGEST_RESPONSE = 2000;
const LONGEST_IN_REPAIR = 1000;

/** Every entry's words are its first and only ones. */
const REVISION = 1;

/** Events without their words, and the words of them in their order. */
export interface Spoken {
  readonly events: readonly CoreEvent[];
  readonly texts: readonly string[];
}

/** Takes the words out of events; a dash stands for each. */
export function spoken(events: readonly CoreEvent[]): Spoken {
  const texts: string[] = [];
  const bare = events.map((event) => {
    let next: Fields = { ...event };
    for (const name of WORDS[event.type] ?? []) {
      const text = next[name];
      if (typeof text !== 'string' || isBlank(text)) continue;
      texts.push(text);
      next = { ...next, [name]: DASH };
    }
    return next as unknown as CoreEvent;
  });
  return { events: bare, texts };
}

/** Puts texts back in the place of their dashes; what the core would not take stays a dash. */
export function withTexts(events: readonly unknown[], texts: readonly unknown[]): unknown[] {
  let at = 0;
  return events.map((event) => {
    const fields = Object(event) as Fields;
    const type = String(fields['type']);
    let next = fields;
    for (const name of WORDS[type] ?? []) {
      if (fields[name] !== DASH || at >= texts.length) continue;
      const text = texts[at++];
      if (fits(type, text)) next = { ...next, [name]: text };
    }
    return next === fields ? event : next;
  });
}

/** Seals the words of an entry into a body of their own. */
export async function sealWords(record: BondRecord, handle: Uint8Array, texts: readonly string[]) {
  const sealing = sealAnswer(keysOf(record), fromBase64Url(record.mark), {
    card: cardOf(handle),
    author: { seat: record.seat, rev: REVISION },
    text: JSON.stringify({ v: 1, words: texts }),
  });
  return fitting(sealing);
}

/** The texts of an entry's body; none when it is gone, or is not what it should be. */
export async function openWords(
  record: BondRecord,
  from: { readonly handle: Uint8Array; readonly seat: Seat },
  sealed: unknown,
  { body, key }: Parts,
): Promise<readonly unknown[]> {
  if (body === undefined || key === undefined) return [];
  try {
    const parts = { sealed, body: fromBase64Url(body), key: fromBase64Url(key) };
    const place = { card: cardOf(from.handle), seat: from.seat };
    const { words } = authored(await text(record, place, parts));
    return Array.isArray(words) ? (words as unknown[]) : [];
  } catch (cause) {
    if (cause instanceof Rejected || cause instanceof SyntaxError) return [];
    throw cause;
  }
}

type Place = Parameters<typeof openAnswer>[1];

async function text(record: BondRecord, place: Place, parts: Parameters<typeof openAnswer>[2]) {
  if (place.seat !== record.seat) return openAnswer(keysOf(record), place, parts);
  const amk = fromBase64Url(record.mark);
  const own = await openOwnAnswer(keysOf(record), amk, place, parts);
  if (!own.confirmed) throw new Rejected();
  return own.text;
}

/** The version and commitment of an entry's words, as its fields say. */
export function committed(sealed: unknown): Pick<SealedFields, 'rev' | 'com'> | null {
  const { rev, com } = Object(sealed) as Fields;
  return typeof rev === 'number' && typeof com === 'string' ? { rev, com } : null;
}

function cardOf(handle: Uint8Array): Card {
  return {
    exchange: handle,
    ring: 1,
    prompt: { deck: 'kith', id: 'words', language: '', text: '' },
  };
}

function fits(type: string, text: unknown): boolean {
  const longest = type === 'responded' ? LONGEST_RESPONSE : LONGEST_IN_REPAIR;
  return typeof text === 'string' && !isBlank(text) && text.length <= longest;
}

/** Nothing but spaces and control characters, as the core sees it. */
function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charAt(at) > ' ') return false;
  return true;
}

type Fields = Record<string, unknown>;
