import type { GatingReport, Mismatch } from '../../../../gating/report.ts';

/**
 * One object a mismatch a line, the members of the contract first; the last line says what was checked, and how many
 * mismatches are known from a baseline and not listed.
 */
export const reportJson = ({ summary, mismatches }: GatingReport, fresh: readonly Mismatch[]): string =>
  [...fresh.map(inOrder), { summary: { ...summary, known: mismatches.length - fresh.length } }]
    .map((each) => `${JSON.stringify(each)}\n`)
    .join('');

function inOrder({ command, ui, model, error, situations, scenario, view, cause, ...more }: Mismatch): object {
  const way = scenario === undefined ? {} : { scenario };
  return { command, ui, model, ...(error ? { error } : {}), situations, ...way, view, cause, ...more };
}
