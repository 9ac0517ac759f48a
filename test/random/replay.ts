import fc from 'fast-check';
import type { Step } from '../../src/model/index.ts';
import { writeScenario } from '../../src/scenario/index.ts';

/** How many walks are taken, from which seed, and by which test: its file and its name. */
export interface Runs {
  readonly seed: number;
  readonly runs: number;
  readonly file: string;
  readonly test: string;
}

const { FC_SEED, FC_PATH } = process.env;

/** Whether a walk that failed before is taken again, and no other. */
export const replaying = FC_SEED !== undefined;

/**
 * Takes walks until `fault` names a fault in one, and throws it then with the shortest scenario found that has it, as
 * text that `lifecycle simulate` takes, and with what replays it. FC_SEED and FC_PATH replay a walk.
 */
export function findNone(
  walks: fc.Arbitrary<readonly Step[]>,
  { seed, runs, file, test }: Runs,
  fault: (steps: readonly Step[]) => string | undefined,
): void {
  const details = fc.check(
    fc.property(walks, (steps) => fault(steps) === undefined),
    { seed: Number(FC_SEED ?? seed), numRuns: runs, ...(FC_PATH === undefined ? {} : { path: FC_PATH }) },
  );
  const [steps] = details.counterexample ?? [];
  if (!details.failed || !steps) return;
  const lines = [
    told(fault, steps, details.errorInstance),
    '',
    `The scenario, ${steps.length} steps after ${details.numShrinks} cuts, for lifecycle simulate -:`,
    ...writeScenario(steps),
    '',
    `Replay: FC_SEED=${details.seed} FC_PATH=${details.counterexamplePath} npx vitest run ${file} -t '${test}'`,
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
