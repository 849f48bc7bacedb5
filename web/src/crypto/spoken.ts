import { concat, exactly, ID_BYTES, KEY_BYTES, type Bytes } from './bytes';
import { derive, KITH1, type Suite } from './suite';

/** Twelve digits: one chance in 10^12 for someone in the middle, and short enough to say aloud. */
const SPOKEN_MODULUS = 1_000_000_000_000n;

/** Six groups of five digits, five bytes each. */
const FINGERPRINT_BYTES = 30;

/** All that the twelve digits depend on. */
export interface Meeting {
  readonly bond: Bytes;
  /** nI, committed to in the offer and shown in the confirm. */
  readonly inviterNonce: Bytes;
  readonly joinerNonce: Bytes;
  readonly inviterFingerprint: Bytes;
  readonly joinerFingerprint: Bytes;
  /** T1, the hash over offer and accept. */
  readonly transcript: Bytes;
}

/** The spoken check: twelve digits in three groups, the same on both devices. */
export async function spokenCheck(meeting: Meeting, suite: Suite = KITH1): Promise<string> {
  const context = concat(
    exactly(meeting.bond, ID_BYTES, 'a bond id'),
    exactly(meeting.inviterFingerprint, KEY_BYTES, 'a fingerprint'),
    exactly(meeting.joinerFingerprint, KEY_BYTES, 'a fingerprint'),
    exactly(meeting.transcript, KEY_BYTES, 'a transcript'),
  );
  const nonces = concat(
    exactly(meeting.inviterNonce, KEY_BYTES, 'a nonce'),
    exactly(meeting.joinerNonce, KEY_BYTES, 'a nonce'),
  );
  return twelveDigits(await derive(suite, nonces, 'bond/sas', context, 8));
}

/** Eight bytes as twelve digits in three groups. */
export function twelveDigits(bytes: Uint8Array): string {
  let number = 0n;
  for (const byte of bytes) number = number * 256n + BigInt(byte);
  const digits = (number % SPOKEN_MODULUS).toString().padStart(12, '0');
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join(' ');
}

/** One person's half of the later check: six groups of five digits. */
export async function fingerprintDigits(
  fingerprint: Uint8Array,
  suite: Suite = KITH1,
): Promise<string> {
  const none = new Uint8Array();
  const bytes = await derive(suite, fingerprint, 'fingerprint', none, FINGERPRINT_BYTES);
  const groups: string[] = [];
  for (let at = 0; at < FINGERPRINT_BYTES; at += 5) {
    const value = bytes.slice(at, at + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    groups.push((value % 100_000).toString().padStart(5, '0'));
  }
  return groups.join(' ');
}

/** The later check of a bond: both halves, the smaller first, so that both devices show the same. */
export async function safetyNumber(
  one: Uint8Array,
  other: Uint8Array,
  suite: Suite = KITH1,
): Promise<string> {
  const halves = [await fingerprintDigits(one, suite), await fingerprintDigits(other, suite)];
  return halves.sort().join(' ');
}
