import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { noticesOf } from './notices.ts';
import { packTexts } from './pack.ts';

/** What a page loads by name; whatever they share, and each system, is a file of its own. */
const ENTRIES = {
  play: 'src/web/play.tsx',
  worker: 'src/web/worker.ts',
  search: 'src/web/search.ts',
  theme: 'src/web/theme.ts',
  matrix: 'src/web/matrix.ts',
  explorer: 'src/web/explorer/page.ts',
  // For a system of somebody's own, whose module is loaded as it is: all of it has to be the same code.
  define: 'src/define/index.ts',
};

/** Writes what the pages of a site load: scripts, the style, the icon. */
export async function bundleWeb(
  root: string,
  folder: string,
  entries: { readonly [name: string]: string } = ENTRIES,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
    platform: 'browser',
    checks: { bundlerTimings: false },
    preserveEntrySignatures: 'exports-only',
    plugins: [packTexts('anywhere')],
    onLog(level, log, handle) {
      if (level === 'warn') throw new Error(`rolldown: ${log.message}`);
      handle(level, log);
    },
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[hash].js',
    postBanner: ({ moduleIds }) => noticesOf(moduleIds),
  });
  await bundle.close();
  for (const file of ['style.css', 'icon.svg']) copyFileSync(join(root, 'src/web', file), join(folder, file));
}
