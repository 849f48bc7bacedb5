import { concat, equal, exactly, KEY_BYTES, u8, utf8, type Bytes } from './bytes';
import { refuseUnless, rejecting } from './rejected';
import { derive, hash, KITH1, lab, type Suite } from './suite';

/** Crockford's base32: no I, L, O or U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const LINE_BYTES = KEY_BYTES / 2;
const CHECKED = 26;
const LINE_LETTERS = 28;
const BITS = 5;

/** A new recovery code: 32 random bytes. */
export function newRecoveryCode(suite: Suite = KITH1): Bytes {
  return suite.random(KEY_BYTES);
}

/** The code as it is printed: two lines of seven groups of four. */
export async function recoveryLines(
  code: Uint8Array,
  suite: Suite = KITH1,
): Promise<[string, string]> {
  const bytes = exactly(code, KEY_BYTES, 'a recovery code');
  const first = await line(1, bytes.slice(0, LINE_BYTES), suite);
  return [first, await line(2, bytes.slice(LINE_BYTES), suite)];
}

/** The code of two lines as they were typed; throws `Rejected` for a slip. */
export async function readRecovery(
  first: string,
  second: string,
  suite: Suite = KITH1,
): Promise<Bytes> {
  return concat(await lineBytes(1, first, suite), await lineBytes(2, second, suite));
}

/**
 * The account's id as the first line of a sheet: nothing secret, but without it nobody finds the
 * way to the account from a new browser. It is written as a line of the code is, as line 3.
 */
export async function accountLine(account: Uint8Array, suite: Suite = KITH1): Promise<string> {
  return line(3, exactly(account, LINE_BYTES, 'an account id'), suite);
}

/** The account's id from that line as it was typed; throws `Rejected` for a slip. */
export async function readAccountLine(typed: string, suite: Suite = KITH1): Promise<Bytes> {
  return rejecting(() => lineBytes(3, typed, suite));
}

/** Whether this can be line 1 or 2 of a code: a slip in writing it off shows here. */
export async function isRecoveryLine(
  number: 1 | 2,
  typed: string,
  suite: Suite = KITH1,
): Promise<boolean> {
  return lineBytes(number, typed, suite).then(
    () => true,
    () => false,
  );
}

/** us of a recovery code. */
export async function recoverySecret(code: Uint8Array, suite: Suite = KITH1): Promise<Bytes> {
  return derive(suite, code, 'us/recovery', new Uint8Array());
}

async function line(number: number, half: Bytes, suite: Suite): Promise<string> {
  const letters = lettersOf(half);
  const whole = letters + (await check(number, letters, suite));
  return (whole.match(/.{4}/gu) ?? []).join(' ');
}

/** 16 bytes and two zero bits as 26 letters. */
function lettersOf(half: Bytes): string {
  let bits = Array.from(half, (byte) => byte.toString(2).padStart(8, '0')).join('');
  bits = bits.padEnd(CHECKED * BITS, '0');
  const groups = bits.match(/.{5}/gu) ?? [];
  return groups.map((group) => LETTERS.charAt(parseInt(group, 2))).join('');
}

/** The first ten bits of H(lab("recovery") || u8 line || the 26 letters), as two letters. */
async function check(number: number, letters: string, suite: Suite): Promise<string> {
  const [first = 0, second = 0] = await hash(lab(suite, 'recovery'), u8(number), utf8(letters));
  const ten = (first << 2) | (second >> 6);
  return LETTERS.charAt(ten >> BITS) + LETTERS.charAt(ten & 31);
}

async function lineBytes(number: 1 | 2 | 3, typed: string, suite: Suite): Promise<Bytes> {
  const letters = understood(typed);
  refuseUnless(letters.length === LINE_LETTERS);
  refuseUnless(Array.from(letters).every((letter) => LETTERS.includes(letter)));
  const checked = letters.slice(0, CHECKED);
  const half = bytesOf(checked);
  refuseUnless(lettersOf(half) === checked);
  refuseUnless(equal(utf8(letters.slice(CHECKED)), utf8(await check(number, checked, suite))));
  return half;
}

function bytesOf(letters: string): Bytes {
  const values = Array.from(letters, (letter) => LETTERS.indexOf(letter));
  const bits = values.map((value) => value.toString(2).padStart(BITS, '0')).join('');
  const bytes = bits.slice(0, LINE_BYTES * 8).match(/.{8}/gu) ?? [];
  return Uint8Array.from(bytes, (byte) => parseInt(byte, 2));
}

/** Who types I or L for 1, or O for 0, is understood; spaces and hyphens do not count. */
function understood(typed: string): string {
  const plain = typed.toUpperCase().replace(/[\s\p{Z}-]+/gu, '');
  return plain.replace(/[IL]/gu, '1').replace(/O/gu, '0');
}
