import type { Mismatch } from '../../../../gating/report.ts';
import type { Checked } from './checked.ts';

/**
 * A line for each mismatch, then one for what was checked, with the number of mismatches that the baseline has and that
 * are not listed.
 */
export const reportJson = ({ report: { summary, mismatches }, fresh }: Checked): string =>
  [...fresh.map(inOrder), { summary: { ...summary, known: mismatches.length - fresh.length } }]
    .map((each) => `${JSON.stringify(each)}\n`)
    .join('');

/** The documented properties come first. */
function inOrder({ command, ui, model, error, situations, scenario, view, cause, ...more }: Mismatch): object {
  const way = scenario === undefined ? {} : { scenario };
  return { command, ui, model, ...(error ? { error } : {}), situations, ...way, view, cause, ...more };
}
