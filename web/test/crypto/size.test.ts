import { gzipSync } from 'node:zlib';
import { resolve } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';

/** The crypto part is loaded before the first word can be read; on a slow phone each KiB counts. */
const MOST_GZIPPED_BYTES = 40 * 1024;

test('the_bundled_crypto_part_stays_small', async () => {
  const entry = resolve('src/crypto/index.ts');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'crypto' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((chunk) => ('code' in chunk ? chunk.code : ''))
    .join('');
  const gzipped = gzipSync(code, { level: 9 }).length;
  console.log(`crypto, bundled: ${code.length} bytes, ${gzipped} gzipped`);
  expect(code).not.toMatch(/from\s*["']/);
  expect(gzipped).toBeGreaterThan(5_000);
  expect(gzipped).toBeLessThanOrEqual(MOST_GZIPPED_BYTES);
}, 60_000);
