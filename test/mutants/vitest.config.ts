import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { type Mutation, mutated } from './mutations.ts';

const mutation = JSON.parse(process.env.MUTANT ?? '') as Mutation;
const isMutated = (id: string): boolean => id === resolve(mutation.file);

/** The unit tests, with the file that MUTANT names as the mutation makes it, up to the first that fails. */
export default defineConfig({
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      // Vitest keeps what it transformed for its next run. Of this file that would be another mutant, or none.
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
