/**
 * Slow tests that no run of the suite includes for now: each failed, or did not come to its end, when it was last tried.
 * `npm run test:unsettled` runs them; a file leaves the list once it passes.
 */
export const unsettled: { readonly [file: string]: string } = {
  'test/diagram/runs.slow.test.ts': 'the gating view of entities without phases, and two notes of traces, fail',
};

export const unsettledLines = (): string[] => Object.entries(unsettled).map(([file, why]) => `not run: ${file}: ${why}`);
