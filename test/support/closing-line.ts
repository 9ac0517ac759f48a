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
 * Counts the tests of a run. Whatever makes the run fail counts as a failure, even if it is not a test: a file that
 * does not load, a hook that throws, an uncaught error. So does a test that never ended.
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

/** What was skipped and why, a line for each file and reason. The reason is the test's note, or is in its title. */
export function skippedLines(modules: readonly TestModule[]): string[] {
  const counts = new Map<string, number>();
  for (const module of modules) {
    for (const test of module.children.allTests('skipped')) {
      const { note } = test.result() as { note?: string };
      const why = note ?? /\(skipped: ([^()]*)\)/.exec(test.fullName)?.[1] ?? 'no reason is given';
      const line = `${module.relativeModuleId}: ${why}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return [...counts].map(([line, times]) => `skipped: ${times} of ${line}`);
}

/**
 * Ends the output with one plain line, `N passed, N failed`, that a script can read. It is written when the process
 * exits, because the summary and the coverage are printed after reporters are told that the run is over.
 */
export class ClosingLine implements Reporter {
  #counts: Counts | undefined;
  #skipped: string[] = [];

  onInit(): void {
    process.once('exit', () => {
      if (this.#counts) process.stdout.write([...this.#skipped, closingLine(this.#counts), ''].join('\n'));
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    this.#counts = count(modules, unhandled);
    this.#skipped = skippedLines(modules);
  }
}
