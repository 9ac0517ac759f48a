import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { type Mutation, mutated } from './mutations.ts';

const mutation = JSON.parse(process.env.MUTANT ?? '') as Mutation;
const isMutated = (id: string): boolean => id === resolve(mutation.file);

/** Runs the unit tests with the mutation that MUTANT describes, up to the first failure. */
export default defineConfig({
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      // Vitest caches transformed files for its next run. For this file that would be another mutant, or the original.
      configureVitest: ({ defineCacheKeyGenerator }) =>
        defineCacheKeyGenerator(({ id }) => (isMutated(id) ? false : undefined)),
      transform: (code, id) => (isMutated(id) ? mutated(code, mutation) : undefined),
    },
  ],
  test: {
    root: resolve('.'),
    include: ['test/**/*.test.ts'],
    exclude: [],
    bail: 1,
    maxWorkers: 1,
    isolate: false,
    testTimeout: 60_000,
  },
});
