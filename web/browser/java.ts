import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Where the program was built, seen from the root of the project, where tests start it. */
const BUILT = 'app/target/app.jar:app/target/lib/*:app/target/lib/more/*';

/** What starting needs, kept by Java when the program was built (docs/decisions, a quick start). */
const CACHE = 'app/target/kith.aot';

/** The site as `npm run build` makes it. */
const SITE = 'web/target/classes';

/** A program of a test lives for seconds: it starts at once rather than run fast later. */
const QUICK = [
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-XX:+UseCompactObjectHeaders',
  '-Xlog:disable',
  '-Xlog:all=error:stderr',
  '-Dorg.sqlite.lib.path=app/target/native',
  '--enable-native-access=ALL-UNNAMED',
  '--sun-misc-unsafe-memory-access=allow',
];

/** Starts Java with all that Kith is made of: a class or a source file, and what it is given. */
export function java(...program: readonly string[]): ChildProcessWithoutNullStreams {
  const home = process.env['JAVA_HOME'];
  if (home === undefined) throw new Error('run these as ./kith test: it finds the JDK');
  return spawn(join(home, 'bin', 'java'), [...QUICK, ...classes(), ...program], {
    cwd: '..',
    env: { ...process.env, TERM: 'dumb' },
  });
}

/** A site that was built later comes before the one in the jar; then there is no cache that fits. */
function classes(): string[] {
  const jar = changed('app/target/app.jar');
  if (changed(join(SITE, 'kith/web/site/index.html')) > jar) return ['-cp', `${SITE}:${BUILT}`];
  const cache = changed(CACHE) > jar ? [`-XX:AOTCache=${CACHE}`] : [];
  return [...cache, '-cp', BUILT];
}

/** Milliseconds since 1970 UTC; 0 for what is missing or empty. */
function changed(path: string): number {
  const found = statSync(join('..', path), { throwIfNoEntry: false });
  return found === undefined || found.size === 0 ? 0 : found.mtimeMs;
}
