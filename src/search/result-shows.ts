import { isStatusOf } from '../engine/where-used.ts';
import type { CodeRow, StepResult, System } from '../model/index.ts';

/** Whether a step shows the row: as its rejection, as the error of a change, or as the code of a status. */
export function shows(system: System, row: CodeRow, { error, changes }: StepResult): boolean {
  if (error?.code === row.code) return true;
  return changes.some(
    (change) =>
      change.error?.code === row.code ||
      (change.code === row.code && isStatusOf(system, row, change.phase, change.status)),
  );
}
