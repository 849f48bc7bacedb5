import { utf8, type Bytes } from './bytes';
import { refuseUnless } from './rejected';

/** The sizes of whole boxes on the wire; padding to a few sizes hides short answers. */
const SIZES = [1024, 4096, 16384, 65536] as const;

/** An event box is one of the two smaller sizes. */
export const EVENT_SIZES = [SIZES[0], SIZES[1]] as const;

/** A body may have any of the four. */
export const BODY_SIZES = SIZES;

/** The byte that ends the text inside the padding; zeros follow. */
const END = 0x80;

/** Pads UTF-8 text so that text, end mark and `overhead` fill the smallest size they fit in. */
export function pad(text: string, overhead: number, sizes: readonly number[]): Bytes {
  return padBytes(utf8(text), overhead, sizes);
}

/** Pads bytes in the same way. */
export function padBytes(bytes: Bytes, overhead: number, sizes: readonly number[]): Bytes {
  const size = sizes.find((one) => bytes.length + 1 + overhead <= one);
  if (size === undefined) throw new RangeError('the text is too long for one box');
  const padded = new Uint8Array(size - overhead);
  padded.set(bytes);
  padded[bytes.length] = END;
  return padded;
}

/** Takes the padding off; throws unless it is exactly an end mark and zeros. */
export function unpad(padded: Uint8Array): Bytes {
  let at = padded.length - 1;
  while (at >= 0 && padded[at] === 0) at--;
  refuseUnless(at >= 0 && padded[at] === END);
  return padded.slice(0, at);
}

/** The most bytes of text that fit under `overhead` in the largest of `sizes`. */
export function mostText(overhead: number, sizes: readonly number[]): number {
  return Math.max(...sizes) - overhead - 1;
}
