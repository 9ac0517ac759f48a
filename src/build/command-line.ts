import { chmodSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type OutputOptions, type Plugin, rolldown } from 'rolldown';
import { MINIFY } from './minify.ts';
import { noticesOf } from './notices.ts';
import { packTexts } from './pack.ts';
import { ENGINE_MODULE, enginePath } from './vendor.ts';

const MAIN = 'src/cli/main.ts';
/** Modules that run in a thread of their own, each a file beside the program. */
const THREADS = ['src/cli/commands/serve/path-worker.ts'];

/**
 * Files of the bundle by name, each with the modules that it begins with: what they import belongs to it too, unless a
 * file above has it. `core` is what every start needs, and the most common verb; the others answer questions at once.
 */
const FILES: { readonly [file: string]: readonly string[] } = {
  core: ['cli/run.ts', 'cli/commands/simulate.ts', 'define/unchecked.ts'],
  'look-up': ['cli/commands/explain.ts', 'cli/commands/codes.ts', 'cli/commands/describe.ts', 'cli/words.ts'],
  can: ['cli/commands/can.ts', 'answers/can.ts', 'cli/text/can-text.ts'],
};

/** Packages of which a few kilobytes are used. */
const BUNDLED = /^(?:fastest-levenshtein|csv-parse|es-module-lexer|hono|@hono\/node-server)(?:\/|$)/;

/**
 * Bundles the many modules of the command line into a few files, because most of a short run is spent finding modules.
 * Verbs and systems are separate files, loaded on demand. The format is CommonJS, which Node loads without its ES
 * module loader (docs/decisions/0017).
 */
export async function bundleCommandLine(root: string, folder: string): Promise<void> {
  const fileOf = new Map<string, string>();
  const bundle = await rolldown({
    input: [MAIN, ...THREADS].map((path) => join(root, path)),
    platform: 'node',
    // How long the plugins take is no fault of the bundle.
    checks: { bundlerTimings: false },
    external: (id) => !/^[./]|^[a-z]:/i.test(id) && !BUNDLED.test(id) && id !== ENGINE_MODULE,
    plugins: [vendored, packTexts('node'), evaluated, assignFiles(join(root, 'src'), fileOf)],
    onLog(level, log, handle) {
      if (level === 'warn') throw new Error(`rolldown: ${log.message}`);
      handle(level, log);
    },
  });
  await bundle.write({ ...output(fileOf), dir: folder });
  await bundle.close();
  chmodSync(join(folder, 'main.cjs'), 0o755);
}

const output = (fileOf: ReadonlyMap<string, string>): OutputOptions => ({
  format: 'cjs',
  minify: MINIFY,
  entryFileNames: '[name].cjs',
  chunkFileNames: ({ name, facadeModuleId }) => `${nameOf(name, facadeModuleId)}.cjs`,
  codeSplitting: {
    groups: Object.keys(FILES).map((name) => ({ name, test: (id: string) => fileOf.get(id) === name })),
  },
  postBanner: ({ moduleIds }) => noticesOf(moduleIds),
});

/** The layout engine is beside the bundle, where the library finds it too. */
const vendored: Plugin = {
  name: 'vendored',
  resolveId: (id) => (id === ENGINE_MODULE ? { id: enginePath('../vendor'), external: 'absolute' } : null),
};

/** The words of all systems, worked out now, so that no start has to. */
const evaluated: Plugin = {
  name: 'evaluated',
  load: {
    filter: { id: /[\\/]src[\\/]cli[\\/]words\.ts$/ },
    async handler(id) {
      const { words } = (await import(pathToFileURL(id).href)) as { readonly words: object };
      return `export const words = ${JSON.stringify(words)};`;
    },
  },
};

/** Finds the file of each module that one of these files begins with, or imports, except on demand. */
function assignFiles(source: string, fileOf: Map<string, string>): Plugin {
  return {
    name: 'assign-files',
    buildEnd(failed) {
      if (failed) return;
      const visit = (id: string, file: string): void => {
        const known = this.getModuleInfo(id);
        if (!known || fileOf.has(id)) return;
        fileOf.set(id, file);
        for (const imported of known.importedIds) visit(imported, file);
      };
      for (const [file, paths] of Object.entries(FILES)) {
        for (const entry of paths.map((path) => join(source, path))) {
          visit(entry, file);
          if (!fileOf.has(entry)) throw new Error(`${entry} is no module of the bundle`);
        }
      }
    },
  };
}

/** A system's file is named after its folder, because all their modules are called `system`. */
const nameOf = (name: string, module: string | null | undefined): string =>
  module && /[\\/]machines[\\/]/.test(module) ? `${basename(dirname(module))}-${name}` : name;
