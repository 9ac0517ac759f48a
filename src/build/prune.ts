import { existsSync, globSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the compiler writes. Everything else in dist is written by name. */
const COMPILED = 'dist/{src,machines}/**/*';

/** Imports of our own modules, in code and in declarations. */
const IMPORTS = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)\.[jt]s['"]/g;

type Exports = { readonly [entry: string]: string | { readonly types: string; readonly default: string } };

/** Removes compiled modules and declarations that no entry point of the package reaches. */
export function pruneLibrary(root: string): void {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Exports };
  const entries = Object.values(exports).filter((entry) => typeof entry !== 'string');
  const code = entries.map((entry) => entry.default);
  const declarations = entries.map((entry) => entry.types);
  const kept = new Set([...reached(root, code, '.js'), ...reached(root, declarations, '.d.ts')]);
  for (const file of globSync(`${COMPILED}.{js,d.ts}`, { cwd: root })) if (!kept.has(file)) rmSync(join(root, file));
  const folders = globSync(`${COMPILED}/`, { cwd: root }).sort((a, b) => b.length - a.length);
  for (const folder of folders) if (readdirSync(join(root, folder)).length === 0) rmdirSync(join(root, folder));
}

/** Every file that the entries import, directly or indirectly. A `*` of an entry stands for any path, as in Node. */
function reached(root: string, entries: readonly string[], extension: '.js' | '.d.ts'): Set<string> {
  const found = new Set(entries.flatMap((entry) => globSync(entry.replace('*', '**/*'), { cwd: root })));
  for (const file of found) {
    for (const [, path = ''] of readFileSync(join(root, file), 'utf8').matchAll(IMPORTS)) {
      const imported = `${join(dirname(file), path)}${extension}`;
      if (existsSync(join(root, imported))) found.add(imported);
    }
  }
  return found;
}
