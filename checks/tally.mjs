// Adds up what the test runners wrote and says it in one closing line; fails when anything failed
// or when nothing ran. Called by ./kith test with 1 if a step before it failed, and the parts it ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const stepFailed = process.argv[2] === '1';
const parts = (process.argv[3] ?? '').split(' ');
const total = { passed: 0, failed: 0, skipped: 0 };
const add = (name, passed, failed, skipped) => {
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};

let java = [0, 0, 0];
for (const module of readdirSync('.')) {
  const folder = join(module, 'target', 'surefire-reports');
  if (!existsSync(folder)) continue;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
    const head = /<testsuite\b[^>]*>/.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? '';
    const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
    const bad = count('failures') + count('errors');
    java = [java[0] + count('tests') - bad - count('skipped'), java[1] + bad, java[2] + count('skipped')];
  }
}
if (parts.includes('java')) add('Java', ...java);

const report = (name) => {
  const path = join('target', 'tally', name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
};
const unit = report('vitest.json');
if (unit) add('TypeScript', unit.numPassedTests, unit.numFailedTests, unit.numPendingTests);
const browser = report('playwright.json')?.stats;
if (browser) add('Browser', browser.expected, browser.unexpected + browser.flaky, browser.skipped);

const failed = stepFailed && total.failed === 0 ? 1 : total.failed;
if (stepFailed) console.log('A step failed; its output is above.');
console.log(`${total.passed} passed, ${failed} failed, ${total.skipped} skipped`);
process.exit(failed > 0 || total.passed === 0 ? 1 : 0);
