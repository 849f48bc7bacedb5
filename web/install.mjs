// Installs what package-lock.json names, unless exactly that is installed already.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';

const lock = 'package-lock.json';
const installed = 'node_modules/.installed-lock.json';
const same = existsSync(installed) && readFileSync(lock).equals(readFileSync(installed));
if (!same) {
  console.log('npm ci');
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  copyFileSync(lock, installed);
}
