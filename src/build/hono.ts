import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { noticesOf } from './notices.ts';

const MODULE = 'src/server/hono';

/**
 * Bundles what the server uses of Hono into the module that imports it. The package hono is twenty times as large, and
 * most users do not need the server.
 */
export async function bundleHono(root: string, dist: string): Promise<void> {
  const bundle = await rolldown({ input: join(root, `${MODULE}.ts`), platform: 'neutral' });
  await bundle.write({
    file: join(dist, `${MODULE}.js`),
    format: 'es',
    minify: true,
    postBanner: ({ moduleIds }) => noticesOf(moduleIds),
  });
  await bundle.close();
  // Hono's types are not exported, since users do not have the package.
  writeFileSync(join(dist, `${MODULE}.d.ts`), 'export {};\n');
}
