import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { noticesOf } from './notices.ts';

const MODULE = 'src/server/hono';

/**
 * Puts what the server uses of Hono into the module that names it. The package hono is twenty times as large, and who
 * installs this one for its models has no use for it.
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
  // No exported type is one of Hono's: without that package they could not be checked.
  writeFileSync(join(dist, `${MODULE}.d.ts`), 'export {};\n');
}
