import { chmodSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type OutputOptions, type Plugin, rolldown } from 'rolldown';
import { MINIFY } from './minify.ts';
import { noticesOf } from './notices.ts';
import { packTexts } from './pack.ts';
import { ENGINE_MODULE, enginePath } from './vendor.ts';

/** What every start needs, and what the most common verb needs: one file of the bundle. */
const CORE = ['src/cli/run.ts', 'src/cli/commands/simulate.ts', 'src/define/unchecked.ts'];

/** Packages of which a few kilobytes are used. */
const BUNDLED = /^(?:fastest-levenshtein|csv-parse|es-module-lexer|hono|@hono\/node-server)(?:\/|$)/;

/**
 * Bundles the many modules of the command line into a few files, because most of a short run is spent finding modules.
 * Verbs and systems are separate files, loaded on demand. The format is CommonJS, which Node loads without its ES
 * module loader (docs/decisions/0017).
 */
export async function bundleCommandLine(root: string, folder: string): Promise<void> {
  const core = new Set<string>();
  const bundle = await rolldown({
    input: join(root, 'src/cli/main.ts'),
    platform: 'node',
    external: (id) => !/^[./]|^[a-z]:/i.test(id) && !BUNDLED.test(id) && id !== ENGINE_MODULE,
    plugins: [
      vendored,
      packTexts('node'),
      evaluated,
      closureOf(
        CORE.map((path) => join(root, path)),
        core,
      ),
    ],
    onLog(level, log, handle) {
      if (level === 'warn') throw new Error(`rolldown: ${log.message}`);
      handle(level, log);
    },
  });
  await bundle.write({ ...output(core), dir: folder });
  await bundle.close();
  chmodSync(join(folder, 'main.cjs'), 0o755);
}

const output = (core: ReadonlySet<string>): OutputOptions => ({
  format: 'cjs',
  minify: MINIFY,
  entryFileNames: '[name].cjs',
  chunkFileNames: ({ name, facadeModuleId }) => `${nameOf(name, facadeModuleId)}.cjs`,
  codeSplitting: { groups: [{ name: 'core', test: (id) => core.has(id) }] },
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
  async load(id) {
    if (!/[\\/]src[\\/]cli[\\/]words\.ts$/.test(id)) return null;
    const { words } = (await import(pathToFileURL(id).href)) as { readonly words: object };
    return `export const words = ${JSON.stringify(words)};`;
  },
};

/** Collects the modules that these import, directly or indirectly, except those imported on demand. */
function closureOf(entries: readonly string[], found: Set<string>): Plugin {
  return {
    name: 'closure',
    buildEnd(failed) {
      if (failed) return;
      const visit = (id: string): void => {
        const known = this.getModuleInfo(id);
        if (!known || found.has(id)) return;
        found.add(id);
        for (const imported of known.importedIds) visit(imported);
      };
      for (const entry of entries) visit(entry);
      for (const entry of entries) if (!found.has(entry)) throw new Error(`${entry} is no module of the bundle`);
    },
  };
}

/** A system's file is named after its folder, because all their modules are called `system`. */
const nameOf = (name: string, module: string | null | undefined): string =>
  module && /[\\/]machines[\\/]/.test(module) ? `${basename(dirname(module))}-${name}` : name;
