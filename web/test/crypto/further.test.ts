import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMarked, nextTranscript, startTranscript, transcriptWords } from '../../src/crypto';
import { openEnvelope, passkeySecret, recoverySecret, wordsSecret } from '../../src/crypto';
import { readRecovery, recoveryLines, Rejected, withMark, wordAt } from '../../src/crypto';
import type { UnlockerKind } from '../../src/crypto';
import { computeArgon2id } from '../../src/net/argon';
import { openVote, voteGate, voteSelfTag, yesTags } from '../../src/crypto/votes';
import { openTombstone } from '../../src/crypto/withdrawals';
import { bytes, fromHex, inner, number, text, toHex, type Fields } from './vectors';

// Unlock words cost a second or more where other work goes on beside it.

/** What a reader does with a case: its values as texts, or `Rejected`. */
type Reads = (file: Fields) => Promise<Readonly<Record<string, string>>>;

const reads: Readonly<Record<string, Reads>> = {
  transcript: async (file) => {
    const given = inner(file, 'given');
    let transcript = await startTranscript(bytes(given, 'bond'));
    for (const entry of given['entries'] as Fields[]) {
      const seen =
        'gate' in entry
          ? {
              gate: bytes(entry, 'gate'),
              events: [bytes(entry, 'first'), bytes(entry, 'second')] as const,
            }
          : { by: seatOf(entry), handle: bytes(entry, 'handle'), event: bytes(entry, 'event') };
      transcript = await nextTranscript(transcript, number(entry, 'day'), seen);
    }
    const { seq, head } = transcript;
    const words = await transcriptWords(bondOf(given), transcript);
    const list = wordList();
    return { seq: String(seq), head: toHex(head), words: words.map((at) => list[at]).join(' ') };
  },
  mark: async (file) => {
    const given = inner(file, 'given');
    const place = { handle: bytes(given, 'handle'), seat: seatOf(given) };
    const marked = text(file, 'marked');
    if (!(await isMarked(bondOf(given), bytes(given, 'amk'), place, marked))) throw new Rejected();
    const again = await withMark(bondOf(given), bytes(given, 'amk'), place, text(given, 'object'));
    expect(again).toBe(marked);
    return {};
  },
  vote: async (file) => {
    const given = inner(file, 'given');
    const bond = bondOf(given);
    const seat = seatOf(given);
    const question = {
      slot: number(given, 'slot'),
      matter: text(given, 'matter'),
      tick: number(given, 'tick'),
    };
    const opened = await openVote(bond, question, seat, bytes(file, 'box'));
    const counter = number(given, 'counter');
    const tags = await yesTags(bond, question, { seat, counter });
    const self = await voteSelfTag(bond, bytes(given, 'amk'), question, seat);
    const gate = await voteGate(bond, question, Number(given['agreed'] ?? 0));
    return { text: opened, tags: toHex(tags), self: toHex(self), gate: toHex(gate) };
  },
  tombstone: async (file) => {
    const given = inner(file, 'given');
    const place = { entry: bytes(given, 'entry'), seat: seatOf(given) };
    const amk = bytes(given, 'amk');
    const found = await openTombstone(bondOf(given), amk, place, bytes(file, 'box'));
    const { exchange, rev, com, at, mine } = found;
    return {
      exchange: toHex(exchange),
      rev: String(rev),
      com: toHex(com),
      at: String(at),
      mine: String(mine),
    };
  },
  unlocker: async (file) => {
    const given = inner(file, 'given');
    const way = text(given, 'way');
    const secret = await secretOf(way, given);
    const unlocker = {
      kind: way as UnlockerKind,
      secret,
      id: bytes(given, 'unlocker'),
      account: bytes(given, 'account'),
    };
    const account = await openEnvelope(unlocker, number(given, 'generation'), bytes(file, 'box'));
    return { rootKey: toHex(account.rootKey), us: toHex(secret) };
  },
  'recovery-code': async (file) => {
    const [first = '', second = ''] = inner(file, 'given')['lines'] as string[];
    const code = await readRecovery(first, second);
    return { secret: toHex(code), lines: (await recoveryLines(code)).join(' / ') };
  },
};

describe.each(Object.entries(reads))('%s', (kind, read) => {
  test.each(casesOf(kind))('$case', async (file) => {
    if (file['expect'] === 'rejected') {
      await expect(read(file)).rejects.toThrow(Rejected);
      return;
    }
    const found = await read(file);
    const expected = Object.entries((file['opened'] ?? {}) as Fields);
    for (const [name, value] of expected) {
      if (name in found) expect(found[name], name).toBe(String(value));
    }
  });
});

function casesOf(kind: string): (Fields & { case: string })[] {
  const folder = resolve('..', 'vectors', 'crypto', kind);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  expect(names.length, `vectors of ${kind}`).toBeGreaterThan(0);
  return names.map(
    (name) => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as Fields & { case: string },
  );
}

/** The secret of a way in, from what a person or an authenticator has. */
async function secretOf(way: string, given: Fields): Promise<Uint8Array> {
  if (way === 'device') return bytes(given, 'us');
  if (way === 'passkey') return passkeySecret(bytes(given, 'prf'));
  if (way === 'words') {
    const place = { salt: bytes(given, 'salt'), cost: number(given, 'cost') };
    return wordsSecret(text(given, 'words'), place, computeArgon2id);
  }
  const [first = '', second = ''] = given['lines'] as string[];
  return recoverySecret(await readRecovery(first, second));
}

function bondOf(given: Fields) {
  return { id: bytes(given, 'bond'), keys: (given['keys'] as string[]).map(fromHex) };
}

function seatOf(given: Fields): 0 | 1 {
  return number(given, 'seat') === 0 ? 0 : 1;
}

test('the shortened list of words is the list, word for word', () => {
  expect(Array.from({ length: 1024 }, (_, place) => wordAt(place))).toEqual(wordList());
});

function wordList(): string[] {
  const path = '../crypto/src/main/resources/kith/crypto/words.en.txt';
  return readFileSync(resolve(path), 'utf8').trim().split('\n');
}
