import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { withPalette } from '../../browser/palette';

const SIDE = 64;
const RARE = [200, 90, 40];

test('a colour that is rare and unlike all others is kept among the few', () => {
  const kept = coloursOf(withPalette(picture()));
  expect(kept).toHaveLength(32);
  expect(kept).toContainEqual(RARE);
});

/** Sixty greys, each of them more frequent than the one colour. */
function picture(): Buffer {
  const lines = Buffer.alloc(SIDE * (SIDE * 3 + 1));
  for (let at = 0; at < SIDE * SIDE; at++) {
    const grey = 4 * (at % 60);
    const start = Math.floor(at / SIDE) * (SIDE * 3 + 1) + 1 + (at % SIDE) * 3;
    lines.set(at < 20 ? RARE : [grey, grey, grey], start);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function coloursOf(png: Buffer): number[][] {
  const at = png.indexOf('PLTE', 0, 'latin1');
  const bytes = [...png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))];
  return bytes.flatMap((_, index) => (index % 3 === 0 ? [bytes.slice(index, index + 3)] : []));
}
