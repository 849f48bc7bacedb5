import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const BUILD_MS = 300_000;

/** One build of the site in a folder of its own; gives its list of files and their hashes. */
function built(folder: string): string {
  const site = join(folder, 'site');
  const vite = resolve('node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    env: { ...process.env, KITH_SITE: site, NODE_ENV: 'production', VITEST: '' },
  });
  return readFileSync(`${site}.sha256`, 'utf8');
}

/** TRUST D38: whoever builds the same sources gets the same files, to the byte. */
test('the same sources make the same files', { timeout: BUILD_MS }, () => {
  expect(existsSync('target/core/kith-core.js')).toBe(true);
  const folder = mkdtempSync(join(tmpdir(), 'kith-site-'));
  try {
    const list = built(folder);
    expect(list.split('\n').length).toBeGreaterThan(10);
    expect(list).toMatch(/^[0-9a-f]{64} {2}\/index\.html$/m);
    expect(list).toMatch(/^[0-9a-f]{64} {2}\/worker\.js$/m);
    expect(built(join(folder, 'again'))).toBe(list);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
