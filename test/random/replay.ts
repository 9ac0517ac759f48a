import fc from 'fast-check';
import type { Step } from '../../src/model/index.ts';
import { writeScenario } from '../../src/scenario/index.ts';
import { seedOr } from './seed.ts';

/** How many walks are taken, from which seed, and by which test: its file and its name. */
export interface Runs {
  readonly seed: number;
  readonly runs: number;
  readonly file: string;
  readonly test: string;
}

const { SEED_PATH } = process.env;

/** Whether one walk that failed before is taken again, and no other. */
export const replaying = SEED_PATH !== undefined;

/**
 * Takes walks until `fault` names a fault in one, and throws it then with the shortest scenario found that has it, as
 * text that `lifecycle simulate` takes, and with what replays it. SEED takes other walks, SEED and SEED_PATH one walk.
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

/** The fault as it is told; where the model broke, with its stack. */
function told(fault: (steps: readonly Step[]) => string | undefined, steps: readonly Step[], thrown: unknown): string {
  try {
    return fault(steps) ?? 'the fault did not show again: something besides the steps decides';
  } catch {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
}
