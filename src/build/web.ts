import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { noticesOf } from './notices.ts';
import { packTexts } from './pack.ts';
import { STRICT } from './strict.ts';

/** What pages load by name. Shared code and each system are separate files. */
const ENTRIES = {
  play: 'src/web/play.tsx',
  worker: 'src/web/worker.ts',
  search: 'src/web/search.ts',
  theme: 'src/web/theme.ts',
  matrix: 'src/web/matrix.ts',
  explorer: 'src/web/explorer/page.ts',
  // A user's own system imports it, and must get the same code that the page runs.
  define: 'src/define/index.ts',
};

/** Writes what the pages of a site load: scripts, the style, the icon, and which scripts each entry and system needs. */
export async function bundleWeb(
  root: string,
  folder: string,
  entries: { readonly [name: string]: string } = ENTRIES,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
    platform: 'browser',
    preserveEntrySignatures: 'exports-only',
    plugins: [packTexts],
    ...STRICT,
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[hash].js',
    postBanner: ({ moduleIds }) => noticesOf(moduleIds),
  });
  await bundle.close();
  writeFileSync(join(folder, 'needed.json'), JSON.stringify(neededBy(output.filter((file) => file.type === 'chunk'))));
  copyFileSync(join(root, 'src/web/icon.svg'), join(folder, 'icon.svg'));
  writeFileSync(join(folder, 'style.css'), packedStyle(readFileSync(join(root, 'src/web/style.css'), 'utf8')));
}

/** Without comments, and without spaces that mean nothing. */
const packedStyle = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim();

/** By the name of each entry and of each system: its file and all files that it imports. */
function neededBy(chunks: readonly OutputChunk[]): { readonly [name: string]: readonly string[] } {
  const importsOf = new Map(chunks.map(({ fileName, imports }) => [fileName, imports]));
  const closure = (file: string, known: Set<string>): Set<string> => {
    if (known.has(file)) return known;
    known.add(file);
    for (const each of importsOf.get(file) ?? []) closure(each, known);
    return known;
  };
  const named = chunks.flatMap(({ fileName, name, isEntry, facadeModuleId }): [string, string][] => {
    const [, system] = /machines[\\/]([\w-]+)[\\/]system\.ts$/.exec(facadeModuleId ?? '') ?? [];
    return isEntry ? [[name, fileName]] : system === undefined ? [] : [[system, fileName]];
  });
  return Object.fromEntries(named.map(([name, file]) => [name, [...closure(file, new Set())]]));
}
