/**
 * Slow tests that no run of the suite includes for now: each failed, or did not come to its end, when it was last tried.
 * `npm run test:unsettled` runs them; a file leaves the list once it passes.
 */
export const unsettled: { readonly [file: string]: string } = {
  'test/bench/bench.slow.test.ts': 'not run to its end since the last merges',
  'test/build/command-line.slow.test.ts':
    "the bundler's own functions are a file of their own, which a start loads too",
  'test/cli/explore.slow.test.ts': 'the message for a phase of another entity changed',
  'test/diagram/png.slow.test.ts': 'a picture of hostile words fails',
  'test/diagram/runs.slow.test.ts': 'the gating view of entities without phases, and two notes of traces, fail',
  'test/diagram/svg.slow.test.ts': 'not run to its end since the last merges',
  'test/docs/blocks.slow.test.ts': 'not run to its end since the last merges',
  'test/docs/examples.slow.test.ts': 'not run to its end since the last merges',
  'test/gating/job.slow.test.ts': 'not run to its end since the last merges',
  'test/independent/promela/promela.slow.test.ts': 'not run to its end since the last merges',
  'test/own-system.slow.test.ts': 'the verb laws prints another name of a law than the test expects',
  'test/package.slow.test.ts': 'the package installs in more than its bar of 10 MB',
  'test/page/page.slow.test.ts': 'not run to its end since the last merges',
  'test/reach/job.slow.test.ts': 'not run to its end since the last merges',
  'test/server/fuzz.slow.test.ts': 'its own check that every kind of status occurs fails',
  'test/systems/dovecot/real/doveadm.slow.test.ts': 'not run to its end since the last merges',
};

export const unsettledLines = (): string[] =>
  Object.entries(unsettled).map(([file, why]) => `not run: ${file}: ${why}`);
