import type { GatingReport, Mismatch } from '../../../../gating/report.ts';
import { junit, type TestCase } from '../../../text/junit.ts';
import { coverageOf } from './report-text.ts';
import { idOf, saysMismatch, seenOf } from './says.ts';

/** A report as JUnit XML: a test case for each command, and one for each mismatch of it that fails. */
export function junitOf(report: GatingReport, fresh: readonly Mismatch[], subject: string, seconds: number): string {
  const { system, entity, covered } = report;
  const className = `${system}.${entity}`;
  const cases = covered.commands.flatMap((command): TestCase[] => {
    const failed = fresh.filter((each) => each.command === command);
    return failed.length === 0
      ? [{ name: command, className }]
      : failed.map((each) => failureOf(each, className, subject));
  });
  return junit(`lifecycle gate check: ${system} ${entity}`, cases, seconds, coverageOf(covered, seconds));
}

function failureOf(mismatch: Mismatch, className: string, file: string): TestCase {
  const { scenario, reason, kind, situations } = mismatch;
  const text = [
    saysMismatch(mismatch),
    ...(reason === undefined ? [] : [`because ${reason}`]),
    `in ${situations} situations, the nearest after:`,
    ...(scenario.length === 0 ? ['# the very beginning'] : scenario),
    `the UI looked at ${seenOf(mismatch).join(', ') || 'nothing of the view'}`,
  ].join('\n');
  return { name: idOf(mismatch), className, file, failure: { message: saysMismatch(mismatch), type: kind, text } };
}
