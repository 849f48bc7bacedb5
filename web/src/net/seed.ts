import { fromBase64Url } from '../crypto';

/** The id of a bond as the core takes it, in lower-case hex. */
export function seedOf(bond: string): string {
  const bytes = Array.from(fromBase64Url(bond), (byte) => byte.toString(16));
  return bytes.map((byte) => byte.padStart(2, '0')).join('');
}
