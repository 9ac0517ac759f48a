import type { Mismatch } from '../../../../gating/report.ts';

/** One object a mismatch a line, the members of the contract first. */
export const reportJson = (mismatches: readonly Mismatch[]): string =>
  mismatches.map((mismatch) => `${JSON.stringify(inOrder(mismatch))}\n`).join('');

function inOrder({ command, ui, model, error, situations, scenario, view, ...more }: Mismatch): object {
  return { command, ui, model, ...(error ? { error } : {}), situations, scenario, view, ...more };
}
