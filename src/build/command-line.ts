import { chmodSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type OutputOptions, type Plugin, rolldown } from 'rolldown';
import { noticesOf } from './notices.ts';
import { ENGINE_MODULE, enginePath } from './vendor.ts';

/** What every start needs, and what the verb needs that is used most: one file of the bundle. */
const CORE = ['src/cli/run.ts', 'src/cli/commands/simulate.ts', 'src/define/unchecked.ts'];

/** Packages of which a few kilobytes are used. */
const BUNDLED = /^(?:fastest-levenshtein|csv-parse|hono|@hono\/node-server)(?:\/|$)/;

/**
 * Makes a few files of the many modules of the command line, since most of a short run is the search for modules. Verbs
 * and systems are files of their own, loaded when they are asked for. CommonJS, as Node loads that without its loader of
 * ES modules (docs/decisions/0017).
 */
export async function bundleCommandLine(root: string, folder: string): Promise<void> {
  const core = new Set<string>();
  const bundle = await rolldown({
    input: join(root, 'src/cli/main.ts'),
    platform: 'node',
    external: (id) => !/^[./]|^[a-z]:/i.test(id) && !BUNDLED.test(id) && id !== ENGINE_MODULE,
    plugins: [
      vendored,
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
  entryFileNames: '[name].cjs',
  chunkFileNames: ({ name, facadeModuleId }) => `${nameOf(name, facadeModuleId)}.cjs`,
  codeSplitting: { groups: [{ name: 'core', test: (id) => core.has(id) || id === RUNTIME }] },
  postBanner: ({ moduleIds }) => noticesOf(moduleIds),
});

/** The layout engine stands beside the bundle, where the library finds it too. */
const vendored: Plugin = {
  name: 'vendored',
  resolveId: (id) => (id === ENGINE_MODULE ? { id: enginePath('../vendor'), external: 'absolute' } : null),
};

/** The few functions that the bundler adds. */
const RUNTIME = '\0rolldown/runtime.js';

/** Collects the modules that these import, and all that those do, but for what is imported when it is needed. */
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

/** A system's file is called as its folder is: the modules that stand for them all have one name. */
const nameOf = (name: string, module: string | null | undefined): string =>
  module && /[\\/]machines[\\/]/.test(module) ? `${basename(dirname(module))}-${name}` : name;
