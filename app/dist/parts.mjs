// The list of parts (CycloneDX 1.6) of a release, made from what lies in it.
//   node app/dist/parts.mjs write HOME   writes HOME/sbom.cdx.json
//   node app/dist/parts.mjs check HOME   ends with 1 unless it names every part, and nothing else
// HOME is an unpacked release. Names and versions of jars come from Maven (app/target/parts.txt),
// those of the browser part from web/package-lock.json; KITH_PARTS and KITH_LOCK name other files.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const partsFile = process.env.KITH_PARTS ?? join(root, 'app/target/parts.txt');
const lockFile = process.env.KITH_LOCK ?? join(root, 'web/package-lock.json');
const SBOM = 'sbom.cdx.json';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** All jars of a release but those of its Java runtime, which is one part. */
function jars(home) {
  return readdirSync(home, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.jar') && !name.startsWith('runtime/'))
    .sort();
}

/** File name to group, artifact and version, from lines such as `org.slf4j:slf4j-api:jar:2.0.20:runtime`. */
function coordinates() {
  const line = /^\s*([\w.-]+):([\w.-]+):jar:(?:([\w.-]+):)?([\w.-]+):(?:compile|runtime)\b/gm;
  const found = new Map();
  for (const match of readFileSync(partsFile, 'utf8').matchAll(line)) {
    const [, group, name, classifier, version] = match;
    const file = [name, version, classifier].filter((part) => part !== undefined).join('-');
    found.set(`${file}.jar`, { group, name, version });
  }
  return found;
}

function versionOf(home) {
  return readFileSync(join(home, 'VERSION'), 'utf8').split(/\s/)[1];
}

function jarParts(home) {
  const known = coordinates();
  known.set('app.jar', {
    group: 'kith',
    name: 'app',
    version: versionOf(home),
  });
  return jars(home).map((path) => {
    const part = known.get(basename(path));
    if (part === undefined) throw new Error(`Maven names no part of which ${path} is the jar`);
    return {
      'bom-ref': path,
      type: 'library',
      ...part,
      purl: `pkg:maven/${part.group}/${part.name}@${part.version}`,
      hashes: [{ alg: 'SHA-256', content: sha256(readFileSync(join(home, path))) }],
    };
  });
}

/** What was unpacked from jars when the release was made, because it is loaded from a file. */
function natives(home) {
  const folder = join(home, 'lib/native');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => `lib/native/${name}`);
}

function nativeParts(home) {
  return natives(home).map((path) => ({
    'bom-ref': path,
    type: 'file',
    name: basename(path),
    hashes: [{ alg: 'SHA-256', content: sha256(readFileSync(join(home, path))) }],
  }));
}

/** What the browser part carries in its files: never what only builds or tests it. */
function browserPackages() {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  return Object.entries(packages)
    .filter(([path, one]) => path !== '' && one.dev !== true)
    .map(([path, one]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version: one.version, integrity: one.integrity };
    });
}

function browserParts() {
  return browserPackages().map(({ name, version, integrity }) => ({
    'bom-ref': `web/${name}@${version}`,
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    hashes: [
      {
        alg: 'SHA-512',
        content: Buffer.from(integrity.slice(7), 'base64').toString('hex'),
      },
    ],
  }));
}

function runtimePart(home) {
  const release = readFileSync(join(home, 'runtime/release'), 'utf8');
  const version = /^JAVA_VERSION="(.*)"/m.exec(release)[1];
  const content = sha256(readFileSync(join(home, 'runtime/lib/modules')));
  const hashes = [{ alg: 'SHA-256', content }];
  return {
    'bom-ref': 'runtime',
    type: 'platform',
    name: 'Java runtime',
    version,
    hashes,
  };
}

/** An id of the content, in the form of a UUID: the same release has the same list. */
function serialNumber(components) {
  const hash = sha256(JSON.stringify(components));
  const id = `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`;
  return `urn:uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

function list(home) {
  const components = [
    ...jarParts(home),
    ...nativeParts(home),
    ...browserParts(),
    runtimePart(home),
  ];
  const component = {
    'bom-ref': 'kith',
    type: 'application',
    name: 'kith',
    version: versionOf(home),
  };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber(components),
    version: 1,
    metadata: { component },
    components,
  };
}

/** One line for each part that is there: where a jar lies and its hash, a package and its version. */
function there(home) {
  const runtime = runtimePart(home);
  return [
    ...[...jars(home), ...natives(home)].map(
      (path) => `${path} ${sha256(readFileSync(join(home, path)))}`,
    ),
    ...browserPackages().map(({ name, version }) => `web/${name}@${version}`),
    `runtime ${runtime.version} ${runtime.hashes[0].content}`,
  ];
}

/** The same of each part that is listed. */
function listed(home) {
  return JSON.parse(readFileSync(join(home, SBOM), 'utf8')).components.map((part) => {
    if (part.purl?.startsWith('pkg:npm/')) return part['bom-ref'];
    const version = part.type === 'platform' ? ` ${part.version}` : '';
    return `${part['bom-ref']}${version} ${part.hashes[0].content}`;
  });
}

function differences(home) {
  const found = there(home);
  const named = listed(home);
  return [
    ...found.filter((part) => !named.includes(part)).map((part) => `not listed: ${part}`),
    ...named.filter((part) => !found.includes(part)).map((part) => `not there: ${part}`),
    ...named.filter((part, i) => named.indexOf(part) !== i).map((part) => `listed twice: ${part}`),
  ];
}

const [act, home] = process.argv.slice(2);
if (act === 'write' && home !== undefined) {
  writeFileSync(join(home, SBOM), `${JSON.stringify(list(home), null, 2)}\n`);
} else if (act === 'check' && home !== undefined) {
  const wrong = differences(home);
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} else {
  console.error('node app/dist/parts.mjs write|check HOME');
  process.exitCode = 2;
}
