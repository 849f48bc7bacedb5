import { refuseUnless } from './rejected';
import type { Bytes } from './bytes';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(bytes.length - at, 3) + 1;
    for (let i = 0; i < letters; i++) text += LETTERS.charAt((word >> (18 - 6 * i)) & 63);
  }
  return text;
}

/** The bytes; refuses foreign letters, padding, and spare bits that are not zero: one text, one meaning. */
export function fromBase64Url(text: string): Bytes {
  refuseUnless(text.length % 4 !== 1);
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    refuseUnless(value >= 0);
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  refuseUnless((held & ((1 << bits) - 1)) === 0);
  return bytes;
}
