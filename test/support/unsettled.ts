/**
 * Slow tests that no run of the suite includes for now: each failed, or did not come to its end, when it was last tried.
 * `npm run test:unsettled` runs them; a file leaves the list once it passes.
 */
export const unsettled: { readonly [file: string]: string } = {
  'test/page/page-job.slow.test.ts': 'not run to its end since the last merges',
};

export const unsettledLines = (): string[] =>
  Object.entries(unsettled).map(([file, why]) => `not run: ${file}: ${why}`);
