import { concat, exactly, ID_BYTES, KEY_BYTES, u32, u8, type Bytes } from './bytes';
import { hash, lab, SU, type Suite } from './suite';

/** Hdr: what an answer is bound to. It travels inside boxes only; the relay never sees it. */
export interface Header {
  readonly bond: Uint8Array;
  readonly exchange: Uint8Array;
  readonly author: Uint8Array;
  readonly ring: number;
  readonly rev: number;
  readonly promptHash: Uint8Array;
}

/** Hdr; peer_com is zeros: at a presence gate neither knows the other's commitment. */
export function headerBytes(header: Header, suite: Suite): Bytes {
  return concat(
    lab(suite, 'answer'),
    SU,
    exactly(header.bond, ID_BYTES, 'a bond id'),
    exactly(header.exchange, ID_BYTES, 'an exchange id'),
    exactly(header.author, ID_BYTES, 'an author id'),
    u8(header.ring),
    u32(header.rev),
    exactly(header.promptHash, KEY_BYTES, 'a prompt hash'),
    new Uint8Array(KEY_BYTES),
  );
}

/** Hh. */
export async function headerHash(header: Header, suite: Suite): Promise<Bytes> {
  return hash(headerBytes(header, suite));
}
