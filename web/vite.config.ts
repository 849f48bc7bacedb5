import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Another folder, to build the same once more beside it. */
const site = process.env['KITH_SITE'] ?? 'target/classes/kith/web/site';

/** Fonts beyond Latin, and the pages for trying things out, come from the server when wanted. */
const NOT_KEPT = /vietnamese|latin-ext|\/(?:demo|design)|\/worker\.js$|\.gz$/;

/** Whatever is drawn before anybody goes on: Preact, the frame, the words in English. */
const FIRST = new RegExp(
  [
    'node_modules/preact/',
    'rolldown.runtime',
    'src/net/(?:store|trusted)\\.',
    'src/ui/(?:arrive|fetched|frame|look|onion|place|polar|routes|words)\\.',
    'src/ui/(?:offline/register|parts/press|parts/screen|safety/leaving|safety/locked|words/en)',
  ].join('|'),
);

/** What every bond needs before its screen stands: each further file is a way to and fro. */
const APP = /src\/(?:net\/(?:kith|ways)\.|ui\/app\.)/;

/** The prompts in English, which the screens of a bond and what folds it both read. */
const FOUNDING = /\/decks\/founding[-\w]*\.en\.json/;

/** The screens of a bond, which come together. */
const BOND = /src\/ui\/bond\/bond\./;

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

/** Tells the service worker which files there are, and names this set of them. */
function keptOffline(): Plugin {
  return {
    name: 'kept-offline',
    closeBundle() {
      const root = resolve(site);
      const all = files(root).filter((path) => !NOT_KEPT.test(path.slice(root.length)));
      const hash = createHash('sha256');
      for (const path of all) hash.update(path.slice(root.length)).update(readFileSync(path));
      const names = all.map((path) => path.slice(root.length).replace(/^\/index\.html$/, '/'));
      const worker = join(root, 'worker.js');
      const text = readFileSync(worker, 'utf8')
        .replaceAll('KITH_FILES', JSON.stringify(names))
        .replaceAll('KITH_VERSION', JSON.stringify(hash.digest('hex').slice(0, 16)));
      writeFileSync(worker, text);
    },
  };
}

/** Writes a .gz twin beside every text file, so that the relay serves it as it is. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    closeBundle() {
      const texts = files(resolve(site)).filter((file) => /\.(html|js|css|svg|wasm)$/.test(file));
      for (const path of texts) {
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      }
    },
  };
}

/** A font that is late stays away until the next page: no text moves once it can be read. */
function calmFonts(): Plugin {
  return {
    name: 'calm-fonts',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'asset' || !part.fileName.endsWith('.css')) continue;
        const css =
          typeof part.source === 'string' ? part.source : Buffer.from(part.source).toString();
        part.source = css.replaceAll(/font-display:\s*swap/g, 'font-display:optional');
      }
    },
  };
}

/**
 * Folding runs nearly all of the core at once. A browser that knows this word (V8's explicit compile
 * hints) compiles it while it comes, beside the page; to others it is a comment.
 */
function compiledWhileComing(): Plugin {
  return {
    name: 'compiled-while-coming',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk' || part.name !== 'border') continue;
        part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
      }
    },
  };
}

/** Where there is no server, as in tests, an address of WebAssembly is what it holds. */
function withoutServer(): Plugin {
  return {
    name: 'without-server',
    enforce: 'pre',
    load(id) {
      const [path = '', query] = id.split('?');
      if (process.env['VITEST'] === undefined || query === undefined) return null;
      if (!path.endsWith('.wasm')) return null;
      const held = readFileSync(path).toString('base64');
      return `export default 'data:application/wasm;base64,${held}'`;
    },
  };
}

/** Lists every file and its hash, for `kith verify`; the same sources make the same list. */
function listed(): Plugin {
  return {
    name: 'listed',
    closeBundle() {
      const root = resolve(site);
      const lines = files(root)
        .filter((path) => !path.endsWith('.gz'))
        .map((path) => [path.slice(root.length), path] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, path]) => {
          const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
          return `${hash}  ${name}\n`;
        });
      writeFileSync(`${root}.sha256`, lines.join(''));
    },
  };
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    withoutServer(),
    calmFonts(),
    compiledWhileComing(),
    keptOffline(),
    precompressed(),
    listed(),
  ],
  build: {
    outDir: site,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: resolve('index.html'),
        info: resolve('info.html'),
        demo: resolve('demo.html'),
        design: resolve('design.html'),
        worker: resolve('src/ui/offline/worker.ts'),
      },
      output: {
        // What every first page needs comes in one file: each further one is a way to and fro.
        codeSplitting: {
          groups: [
            { name: 'first', test: FIRST },
            { name: 'kith', test: APP },
            { name: 'founding', test: FOUNDING },
            { name: 'bond', test: BOND },
          ],
        },
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  // A slow machine is no fault of what is tested.
  test: {
    include: ['test/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
} as Parameters<typeof defineConfig>[0]);
