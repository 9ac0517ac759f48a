import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type OutputChunk, rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');

/**
 * Bundles a module of docs/examples as its reader does. The gates are those in `gates`; `instead` puts another module in
 * the place of a name that is imported.
 */
export async function bundledExample(
  entry: string,
  platform: 'browser' | 'node',
  gates: string,
  instead: { readonly [name: string]: string } = {},
): Promise<OutputChunk> {
  const build = await rolldown({
    input: entry,
    platform,
    resolve: { modules: [join(root, 'node_modules')] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'the package as it is built',
        resolveId: (id, importer) => {
          const other = instead[id];
          if (other !== undefined && importer !== other) return other;
          const gate = /^migration-lifecycles\/gate\/(.+)$/.exec(id)?.[1];
          return gate === undefined ? undefined : join(gates, `${gate}.js`);
        },
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false });
  await build.close();
  return output[0];
}

/** What the compiler says of an example, whose gates are in `folder`/gates; empty where it is well typed. */
export async function typeErrorsOf(example: string, folder: string): Promise<string> {
  const paths = { 'migration-lifecycles/gate/*': [join(folder, 'gates/*.d.ts')] };
  const config = {
    extends: join(example, 'tsconfig.json'),
    compilerOptions: { paths, typeRoots: [join(root, 'node_modules/@types')] },
    include: [join(example, '*.ts'), join(example, '*.tsx')],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder];
  const { stdout } = await promisify(execFile)(process.execPath, tsc).catch((error) => error);
  return stdout;
}
