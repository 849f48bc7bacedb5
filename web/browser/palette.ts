import { deflateSync, inflateSync } from 'node:zlib';

/** Enough for letters with soft edges in one ink and one accent; twice as many weigh a seventh more. */
const MOST_COLOURS = 32;

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** The same picture with a palette, a quarter of its size: a screen has few colours. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, pixels } = decoded(png);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = paletteOf(counts);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < pixels.length; at++) {
    const pixel = pixels[at] ?? 0;
    let index = nearest.get(pixel);
    if (index === undefined) nearest.set(pixel, (index = nearestOf(palette, pixel)));
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((one) => channels(one)));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each takes the place of most error: so a rare colour, as the rings of the mark, stays what it is. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const palette: number[] = [];
  const errors = new Map(counts);
  while (palette.length < Math.min(MOST_COLOURS, counts.size)) {
    let next = 0;
    let most = -1;
    for (const [colour, error] of errors) {
      if (error <= most) continue;
      most = error;
      next = colour;
    }
    palette.push(next);
    for (const [colour, count] of counts) {
      const error = count * apart(colour, next);
      if (palette.length === 1 || error < (errors.get(colour) ?? 0)) errors.set(colour, error);
    }
  }
  return palette;
}

/** How far two colours are apart, squared. */
function apart(one: number, other: number): number {
  const [red, green, blue] = channels(one);
  const [r, g, b] = channels(other);
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
}

function channels(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function nearestOf(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  for (const [index, other] of palette.entries()) {
    const distance = apart(colour, other);
    if (distance >= least) continue;
    least = distance;
    best = index;
  }
  return best;
}

/** What Chromium writes: 8 bits a channel, no interlacing. */
function decoded(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const size = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * size;
  const lines = Buffer.alloc(height * stride);
  for (let row = 0; row < height; row++) unfilter(raw, lines, { row, stride, size });
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = lines.readUIntBE(at * size, 3);
  return { width, height, pixels };
}

function unfilter(
  raw: Buffer,
  lines: Buffer,
  { row, stride, size }: { row: number; stride: number; size: number },
): void {
  const kind = raw[row * (stride + 1)] ?? 0;
  for (let x = 0; x < stride; x++) {
    const at = row * stride + x;
    const left = x < size ? 0 : (lines[at - size] ?? 0);
    const up = row === 0 ? 0 : (lines[at - stride] ?? 0);
    const corner = x < size || row === 0 ? 0 : (lines[at - stride - size] ?? 0);
    lines[at] = (raw[row * (stride + 1) + 1 + x] ?? 0) + guessed(kind, left, up, corner);
  }
}

/** What a filter of that kind expects a byte to be. */
function guessed(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  return kind === 3 ? (left + up) >> 1 : paeth(left, up, corner);
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const a = Math.abs(guess - left);
  const b = Math.abs(guess - up);
  const c = Math.abs(guess - corner);
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
