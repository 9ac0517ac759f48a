import { readFileSync } from 'node:fs';
import { type Counts, closingLine } from './closing-line.ts';

/** The closing line of a run's output; a run without one did not finish, which is a failure. */
export function countsIn(output: string): Counts {
  const line = output.match(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)?.at(-1);
  const [passed = 0, failed = 1, skipped = 0] = (line?.match(/\d+/g) ?? []).map(Number);
  return { passed, failed, skipped };
}

/** One closing line for several runs. */
export function total(outputs: readonly string[]): Counts {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const output of outputs) {
    const { passed, failed, skipped } = countsIn(output);
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

// `node test/support/total.ts FILE…`: the outputs of the runs.
if (import.meta.main) {
  const counts = total(process.argv.slice(2).map((file) => readFileSync(file, 'utf8')));
  console.log(closingLine(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
