import { refuseUnless } from './rejected';

/** Bytes in memory of our own; every function here returns these. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Length in bytes of every id: account, bond, exchange, unlocker, handle, gate, invitation. */
export const ID_BYTES = 16;

/** Length in bytes of every secret, every key and every SHA-256 hash. */
export const KEY_BYTES = 32;

/** The largest unsigned 32-bit number: generations, epochs and revisions end here. */
const MOST_U32 = 0xffff_ffff;

/** The longest piece that a two-byte length can announce. */
const MOST_PIECE_BYTES = 0xffff;

export function concat(...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function u8(value: number): Bytes {
  return bigEndian(value, 1, 0xff);
}

export function u32(value: number): Bytes {
  return bigEndian(value, 4, MOST_U32);
}

/** Eight bytes; values stop at 2^53 - 1, the largest whole number that both languages hold exactly. */
export function u64(value: number): Bytes {
  return bigEndian(value, 8, Number.MAX_SAFE_INTEGER);
}

function bigEndian(value: number, length: number, most: number): Bytes {
  if (!Number.isSafeInteger(value) || value < 0 || value > most) {
    throw new RangeError(`a whole number from 0 to ${String(most)} is needed`);
  }
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let at = length - 1; at >= 0; at--) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** A piece with its length before it: u16 length, then the bytes. */
export function lp(piece: Uint8Array): Bytes {
  if (piece.length > MOST_PIECE_BYTES) throw new RangeError('a piece has at most 65535 bytes');
  return concat(Uint8Array.of(piece.length >> 8, piece.length & 0xff), piece);
}

/** The same bytes, if there are exactly `length` of them; a caller's mistake otherwise. */
export function exactly(bytes: Uint8Array, length: number, what: string): Bytes {
  if (bytes.length !== length) throw new RangeError(`${what} must be ${String(length)} bytes`);
  return bytes.slice();
}

/** Compares without stopping early, so that the time taken tells nothing about the content. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at++) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
  return difference === 0;
}

export function isZero(bytes: Uint8Array): boolean {
  return equal(bytes, new Uint8Array(bytes.length));
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 of well-formed text; half a surrogate pair is a caller's mistake. */
export function utf8(text: string): Bytes {
  if (!text.isWellFormed()) throw new RangeError('the text has half a surrogate pair');
  return ENCODER.encode(text);
}

/** UTF-8 of the text in normal form NFC: names and prompts look the same however they were typed. */
export function nfc(text: string): Bytes {
  return utf8(text.normalize('NFC'));
}

/** The text of strictly valid UTF-8; throws otherwise. */
export function textOf(bytes: Uint8Array): string {
  return DECODER.decode(bytes);
}

/** The bytes that pairs of hexadecimal digits stand for. */
export function hex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Reads a record from front to back; refuses what is too short and what is left over. */
export class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(length: number): Bytes {
    refuseUnless(this.#at + length <= this.#bytes.length);
    const piece = this.#bytes.slice(this.#at, this.#at + length);
    this.#at += length;
    return piece;
  }

  number(length: number): number {
    refuseUnless(this.#at + length <= this.#bytes.length);
    let value = 0;
    for (const end = this.#at + length; this.#at < end; this.#at++) {
      value = value * 256 + (this.#bytes[this.#at] ?? 0);
    }
    refuseUnless(Number.isSafeInteger(value));
    return value;
  }

  piece(): Bytes {
    return this.take(this.number(2));
  }

  rest(): Bytes {
    return this.take(this.#bytes.length - this.#at);
  }

  expect(constant: Uint8Array): void {
    refuseUnless(equal(this.take(constant.length), constant));
  }

  end(): void {
    refuseUnless(this.#at === this.#bytes.length);
  }
}
