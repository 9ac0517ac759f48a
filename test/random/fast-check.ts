import { relative } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { seedOr } from './seed.ts';

/** fast-check with a pinned seed. A property that fails says how to run it again. */
fc.configureGlobal({
  seed: seedOr(20_260_101),
  reporter: (details) => {
    if (!details.failed) return;
    const { currentTestName, testPath } = expect.getState();
    const test = currentTestName?.split(' > ').join(' ');
    throw new Error(
      `${fc.defaultReportMessage(details)}\n\nReplay: SEED=${details.seed} npx vitest run ${relative(process.cwd(), testPath ?? '')} -t '${test}'`,
      { cause: details.errorInstance },
    );
  },
});

export { fc };
