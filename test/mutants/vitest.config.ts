import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { type Mutation, mutated } from './mutations.ts';

const mutation = JSON.parse(process.env.MUTANT ?? '') as Mutation;

/** The unit tests, with the file that MUTANT names as the mutation makes it, up to the first that fails. */
export default defineConfig({
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (code, id) => (id === resolve(mutation.file) ? mutated(code, mutation) : undefined),
    },
  ],
  test: {
    root: resolve('.'),
    include: ['test/**/*.test.ts'],
    exclude: mutation.file.startsWith('src/stepper/') ? [] : ['**/*.slow.test.ts'],
    bail: 1,
    maxWorkers: 1,
    isolate: false,
    testTimeout: 60_000,
  },
});
