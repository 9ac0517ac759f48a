import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.ts';

const time = {
  testTimeout: 30_000,
  hookTimeout: 30_000,
  // For pages on a busy machine; a second is the default.
  expect: { poll: { timeout: 20_000 } },
};

/** `npm test` runs the project unit, `npm run test:slow` the slow one. */
export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    // A worker a core: the default leaves one core idle, and half of a two-core machine is too much to give away.
    pool: 'forks',
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'machines/**/*.ts'],
      reporter: ['text-summary'],
    },
    projects: [
      {
        test: {
          ...time,
          name: 'unit',
          // The files of a worker share its modules, which takes a third off the processor time. No test leaves anything behind.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/**/*.slow.test.ts'],
          // Tests of types. Errors of types elsewhere are `npm run typecheck`'s to tell.
          typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], ignoreSourceErrors: true },
        },
      },
      {
        test: {
          ...time,
          name: 'slow',
          include: ['test/**/*.slow.test.ts'],
          exclude: ['**/node_modules/**'],
        },
      },
    ],
  },
});
