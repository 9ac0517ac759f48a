import { Simulator } from '../engine/simulate.ts';
import { isStatusOf } from '../engine/where-used.ts';
import type { CodeRow, StepResult, System } from '../model/index.ts';
import type { Read } from '../space/lines.ts';
import { worldAfterLines } from './run-scenario.ts';

/** The parts of a result that show codes. */
export type ShownResult = Pick<StepResult, 'error' | 'changes'>;

/** Whether a step shows the row: as its rejection, as the error of a change, or as the code of a status. */
export function shows(system: System, row: CodeRow, { error, changes }: ShownResult): boolean {
  if (error?.code === row.code) return true;
  return changes.some(
    (change) =>
      change.error?.code === row.code ||
      (change.code === row.code && isStatusOf(system, row, change.phase, change.status)),
  );
}

/** Whether the last line of a scenario shows the row. */
export function isShownBy(system: System, row: CodeRow, lines: readonly string[], read: Read): boolean {
  const simulator = new Simulator(system, worldAfterLines(system, lines.slice(0, -1), read));
  return lines.slice(-1).some((last) => read(last).some((step) => shows(system, row, simulator.runBriefly(step))));
}
