import { gzipSync } from 'node:zlib';
import { resolve } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';

/** The crypto part is loaded before the first word can be read; on a slow phone each KiB counts. */
const MOST_GZIPPED_BYTES = 40 * 1024;

/** Everything that seals, opens or strengthens: the formats, and Argon2id with its worker. */
const PARTS = ['src/crypto/index.ts', 'src/net/argonworker.ts'] as const;

test('the crypto part stays small, with Argon2id and all', async () => {
  let whole = 0;
  for (const part of PARTS) {
    const files = await bundled(part);
    const sizes = files.map((file) => gzipSync(file, { level: 9 }).length);
    const gzipped = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`${part}, bundled: ${sizes.join(' + ')} bytes gzipped`);
    expect(files[0]).not.toMatch(/from\s*["']/);
    expect(gzipped).toBeGreaterThan(5_000);
    whole += gzipped;
  }
  console.log(`crypto, whole: ${whole} of ${MOST_GZIPPED_BYTES} bytes gzipped`);
  expect(whole).toBeLessThanOrEqual(MOST_GZIPPED_BYTES);
});

/** The code of a part, and then the files that it fetches. */
async function bundled(part: string): Promise<(string | Uint8Array)[]> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: resolve(part), formats: ['es'], fileName: 'crypto' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files = outputs.flatMap((output) => ('output' in output ? output.output : []));
  const code = files.map((file) => ('code' in file ? file.code : '')).join('');
  return [code, ...files.flatMap((file) => ('source' in file ? [file.source] : []))];
}
