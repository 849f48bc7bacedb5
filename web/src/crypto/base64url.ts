import { refuseUnless } from './rejected';
import type { Bytes } from './bytes';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Stands for no letter. */
const NONE = 255;

/** What each ASCII letter stands for; `NONE` for those that are none. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = LETTERS.indexOf(String.fromCharCode(code));
  return value < 0 ? NONE : value;
});

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
  for (let read = 0; read < text.length; read++) {
    const value = VALUES[text.charCodeAt(read)] ?? NONE;
    refuseUnless(value !== NONE);
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  refuseUnless((held & ((1 << bits) - 1)) === 0);
  return bytes;
}
