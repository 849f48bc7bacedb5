import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** The core is a part of what a phone loads before anything can be drawn or opened. */
const MOST_BYTES = 80_000;

test('the core for browsers stays under 80 KB gzipped', () => {
  const core = readFileSync(new URL('../../target/core/kith-core.js', import.meta.url));
  const size = gzipSync(core, { level: 9 }).length;
  console.log(`size: the core is ${String(core.length)} bytes, ${String(size)} gzipped`);
  expect(size).toBeLessThan(MOST_BYTES);
});
