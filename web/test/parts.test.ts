import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const NAMES =
  'kith:wire:jar:0.1.0:compile -- module wire\norg.example:lamp:jar:linux:2.1:runtime\n';
const LOCK = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/@noble/hashes': { version: '2.4.0', integrity: 'sha512-AAEC' },
    'node_modules/vitest': { version: '4.1.12', integrity: 'sha512-AAEC', dev: true },
  },
};

let folder: string;
let home: string;

function put(name: string, content: string) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

/** What the program prints when it finds fault, and nothing when it does not. */
function parts(act: 'check' | 'write'): string {
  const env = {
    ...process.env,
    KITH_PARTS: join(folder, 'parts.txt'),
    KITH_LOCK: join(folder, 'lock.json'),
  };
  try {
    execFileSync('node', ['../app/dist/parts.mjs', act, home], { env, stdio: 'pipe' });
    return '';
  } catch (failure) {
    return String((failure as { stderr: Buffer }).stderr);
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-parts-'));
  home = join(folder, 'home');
  put('parts.txt', NAMES);
  put('lock.json', JSON.stringify(LOCK));
  put('home/VERSION', 'kith 0.1.0\ncommit 0\n');
  put('home/runtime/release', 'JAVA_VERSION="25.0.1"\n');
  put('home/runtime/lib/modules', 'modules');
  put('home/runtime/lib/jrt-fs.jar', 'of the runtime');
  put('home/lib/app.jar', 'app');
  put('home/lib/wire-0.1.0.jar', 'wire');
  put('home/lib/native/lamp.so', 'unpacked');
  put('home/lib/more/lamp-2.1-linux.jar', 'lamp');
  expect(parts('write')).toBe('');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the list of parts names every jar, every package of the browser part and the runtime', () => {
  const { components } = JSON.parse(readFileSync(join(home, 'sbom.cdx.json'), 'utf8')) as {
    components: { 'bom-ref': string; purl?: string }[];
  };
  expect(components.map((part) => part.purl ?? part['bom-ref'])).toEqual([
    'pkg:maven/kith/app@0.1.0',
    'pkg:maven/org.example/lamp@2.1',
    'pkg:maven/kith/wire@0.1.0',
    'lib/native/lamp.so',
    'pkg:npm/%40noble/hashes@2.4.0',
    'runtime',
  ]);
  expect(parts('check')).toBe('');
});

test('a jar more, a jar less and another jar under a name are found', () => {
  put('home/lib/more/guest.jar', 'guest');
  expect(parts('check')).toMatch(/^not listed: lib\/more\/guest\.jar/);
  rmSync(join(home, 'lib/more/guest.jar'));
  put('home/lib/wire-0.1.0.jar', 'another');
  expect(parts('check')).toMatch(/not listed: lib\/wire-0\.1\.0\.jar \w+\nnot there: lib\/wire/);
  rmSync(join(home, 'lib/wire-0.1.0.jar'));
  expect(parts('check')).toMatch(/^not there: lib\/wire-0\.1\.0\.jar/);
});

test('a package or a runtime that is not the one listed is found', () => {
  put('lock.json', JSON.stringify(LOCK).replace('2.4.0', '2.4.1'));
  expect(parts('check')).toContain('not listed: web/@noble/hashes@2.4.1');
  put('lock.json', JSON.stringify(LOCK));
  put('home/lib/native/guest.so', 'guest');
  expect(parts('check')).toMatch(/^not listed: lib\/native\/guest\.so/);
  put('home/runtime/lib/modules', 'others');
  expect(parts('check')).toContain('not listed: runtime 25.0.1');
});

test('a jar of which nobody knows where it comes from makes no list', () => {
  put('home/lib/guest.jar', 'guest');
  expect(parts('write')).toContain('Maven names no part of which lib/guest.jar is the jar');
});
