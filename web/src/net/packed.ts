import { fromBase64Url, toBase64Url, type Bytes } from '../crypto';
import type { Base64Url } from '../wire/messages';

/** An object of crypto's whose fields are all bytes, as texts, so that it can be stored. */
export type Packed = Record<string, Base64Url>;

/** Texts in place of bytes, field by field. */
export function pack<T extends { [Field in keyof T]: Bytes }>(object: T): Packed {
  const fields = Object.entries<Bytes>(object);
  return Object.fromEntries(fields.map(([name, bytes]) => [name, toBase64Url(bytes)]));
}

/** The object that was packed; `T` is what it was. */
export function unpack<T extends { [Field in keyof T]: Bytes }>(packed: Packed): T {
  const fields = Object.entries(packed);
  return Object.fromEntries(fields.map(([name, text]) => [name, fromBase64Url(text)])) as T;
}
