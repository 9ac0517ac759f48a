import { type OutputChunk, rolldown } from 'rolldown';

/** Bundles an entry with modules that are held in memory, for a browser, as a page would load it. */
export async function bundled(entry: string, modules: Record<string, string>): Promise<OutputChunk> {
  const build = await rolldown({
    input: 'entry',
    platform: 'browser',
    plugins: [
      {
        name: 'modules in memory',
        resolveId: (id) => (id === 'entry' || id in modules ? id : undefined),
        load: (id) => (id === 'entry' ? entry : modules[id]),
      },
    ],
  });
  const { output } = await build.generate({ format: 'iife', name: 'bundle', minify: true });
  await build.close();
  return output[0];
}
