import fc from 'fast-check';
import type { Step } from '../../src/model/index.ts';
import { writeScenario } from '../../src/scenario/index.ts';
import { seedOr } from './seed.ts';

/** The number of walks, their seed, and the file and name of the test that takes them. */
export interface Runs {
  readonly seed: number;
  readonly runs: number;
  readonly file: string;
  readonly test: string;
}

const { SEED_PATH } = process.env;

/** Whether only one walk that failed before is replayed. */
export const replaying = SEED_PATH !== undefined;

/**
 * Takes walks until `fault` finds a fault in one. Then it throws the fault with the shortest scenario found, as text
 * for `lifecycle simulate`, and the command that replays it. SEED takes other walks, SEED and SEED_PATH a single one.
 */
export function findNone(
  walks: fc.Arbitrary<readonly Step[]>,
  { seed, runs, file, test }: Runs,
  fault: (steps: readonly Step[]) => string | undefined,
): void {
  const details = fc.check(
    fc.property(walks, (steps) => fault(steps) === undefined),
    { seed: seedOr(seed), numRuns: runs, ...(SEED_PATH === undefined ? {} : { path: SEED_PATH }) },
  );
  const [steps] = details.counterexample ?? [];
  if (!details.failed || !steps) return;
  const lines = [
    told(fault, steps, details.errorInstance),
    '',
    `The scenario, ${steps.length} steps after ${details.numShrinks} cuts, for lifecycle simulate -:`,
    ...writeScenario(steps),
    '',
    `Replay: SEED=${details.seed} SEED_PATH=${details.counterexamplePath} npx vitest run ${file} -t '${test}'`,
  ];
  throw new Error(lines.join('\n'));
}

/** The fault as text; if the model threw, with its stack. */
function told(fault: (steps: readonly Step[]) => string | undefined, steps: readonly Step[], thrown: unknown): string {
  try {
    return fault(steps) ?? 'the fault did not show again: something besides the steps decides';
  } catch {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
}
