import { fromBase64Url, toBase64Url } from './base64url';
import { exactly, KEY_BYTES, type Bytes } from './bytes';

/** What stands before the secret in the fragment of an invitation's link. */
const VERSION = '1';

/** What the fragment of an address says about an invitation. */
export type Link =
  | { readonly kind: 'invitation'; readonly secret: Bytes }
  /** There is nothing that looks like an invitation. */
  | { readonly kind: 'none' }
  /** Made by a newer Kith. */
  | { readonly kind: 'unknown-version' }
  /** Cut off, or changed on its way. */
  | { readonly kind: 'malformed' };

/** `#1.<secret>`: it stays in the browser, since fragments are never sent. */
export function formatLink(secret: Uint8Array): string {
  return `#${VERSION}.${toBase64Url(exactly(secret, KEY_BYTES, 'an invitation secret'))}`;
}

/** Reads the fragment of an address, with its `#`. */
export function parseLink(fragment: string): Link {
  const parts = /^#(\d{1,3})\.(.*)$/su.exec(fragment);
  if (!parts) return { kind: 'none' };
  if (parts[1] !== VERSION) return { kind: 'unknown-version' };
  try {
    const secret = fromBase64Url(parts[2] ?? '');
    return secret.length === KEY_BYTES ? { kind: 'invitation', secret } : { kind: 'malformed' };
  } catch {
    return { kind: 'malformed' };
  }
}
