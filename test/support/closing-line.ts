import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** `12 passed, 0 failed`, and `, 3 skipped` behind it where any were. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Counts the tests of a run. Whatever makes the run fail counts as a failure, though it be no test: a file that does
 * not load, a hook that throws, an error that nobody caught. So does a test that never came to an end.
 */
export function count(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Counts {
  const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
  for (const module of modules) {
    const failedBefore = counts.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'pending') counts.failed += 1;
      else counts[state] += 1;
    }
    if (module.state() === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  return counts;
}

/**
 * Ends the output with one plain line, `N passed, N failed`, that a script can read. It is written as the process
 * leaves, because the summary and the coverage are printed after a reporter has heard that the run is over.
 */
export class ClosingLine implements Reporter {
  #counts: Counts | undefined;

  onInit(): void {
    process.once('exit', () => {
      if (this.#counts) process.stdout.write(`${closingLine(this.#counts)}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    this.#counts = count(modules, unhandled);
  }
}
