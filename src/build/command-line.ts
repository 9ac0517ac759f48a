import { chmodSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type OutputOptions, type Plugin, rolldown } from 'rolldown';
import type { SystemName } from '../../machines/index.ts';
import { loaders } from '../../machines/lazy.ts';
import { preparedFile } from '../cli/prepared.ts';
import { MINIFY } from './minify.ts';
import { noticesOf } from './notices.ts';
import { textsBeside } from './pack.ts';
import { prepare } from './prepare.ts';
import { STRICT } from './strict.ts';
import { ENGINE_MODULE, enginePath } from './vendor.ts';

const MAIN = 'src/cli/main.ts';
/** Modules that run in a thread. Each is a file beside the program. */
const THREADS = ['src/cli/commands/serve/path-worker.ts'];

/**
 * Files of the bundle by name, each with its first modules. What they import belongs to the file too, unless a file
 * above has it. Every start needs `core`; `look-up` is for prepared answers.
 */
const FILES: { readonly [file: string]: readonly string[] } = {
  core: [
    'cli/run.ts',
    'cli/command.ts',
    'cli/options.ts',
    'cli/text/layout.ts',
    'cli/text/wording.ts',
    'cli/io/input.ts',
    'model/index.ts',
  ],
  'look-up': ['explain', 'codes', 'describe', 'can'].map((verb) => `cli/commands/${verb}.ts`),
  simulate: ['cli/commands/simulate.ts', 'define/unchecked.ts'],
  'work-out': ['cli/work-out.ts', 'answers/can.ts'],
};

/** Packages that are bundled, because only a few kilobytes of each are used. */
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
    external: (id) => !/^[./]|^[a-z]:/i.test(id) && !BUNDLED.test(id) && id !== ENGINE_MODULE,
    plugins: [vendored, textsBeside, assignFiles(join(root, 'src'), fileOf)],
    ...STRICT,
  });
  await bundle.write({ ...output(fileOf), dir: folder });
  await bundle.close();
  for (const name of Object.keys(loaders) as SystemName[]) {
    writeFileSync(join(folder, preparedFile(name)), await prepare(name));
  }
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

/** The layout engine is not bundled. The library uses the same file. */
const vendored: Plugin = {
  name: 'vendored',
  resolveId: (id) => (id === ENGINE_MODULE ? { id: enginePath('../vendor'), external: 'absolute' } : null),
};

/** Assigns each module to the first of these files that statically imports it. */
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

/** A system's file has the name of its folder, because every module is called `system`. */
const nameOf = (name: string, module: string | null | undefined): string =>
  module && /[\\/]machines[\\/]/.test(module) ? `${basename(dirname(module))}-${name}` : name;
