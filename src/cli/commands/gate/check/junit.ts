import type { GatingReport, Mismatch } from '../../../../gating/report.ts';
import { junit, type TestCase } from '../../../text/junit.ts';
import { coverageOf } from './report-text.ts';
import { byCause, countText, saysMismatch, whereOf } from './says.ts';

interface Checked {
  readonly subject: string;
  readonly seconds: number;
  readonly allowPartial: boolean;
}

/**
 * A report as JUnit XML. A test case for each command, which fails where less was checked than is asked for, and one for
 * each cause, which fails with all its mismatches. Names stay the same from run to run.
 */
export function junitOf(report: GatingReport, fresh: readonly Mismatch[], checked: Checked): string {
  const { system, entity, summary } = report;
  const { subject, seconds, allowPartial } = checked;
  const className = `${system}.${entity}`;
  const commands = Object.entries(summary.commands).map(([name, { level }]): TestCase => {
    const unexercised = summary.unexercised.filter((gate) => gate.startsWith(`${entity} ${name} `));
    const open = [
      ...(level === 'partial' ? ['some situations were not decided'] : []),
      ...(unexercised.length > 0 ? [`gates that decided in no situation tried: ${unexercised.join('; ')}`] : []),
    ].join('; ');
    if (open === '' || allowPartial) return { name, className };
    return { name, className, failure: { message: open, type: 'partial', text: open } };
  });
  const causes = [...byCause(fresh)].map(([cause, some]): TestCase => {
    const message = some.map(saysMismatch).join('; ');
    const type = some[0]?.kind ?? '';
    return { name: cause, className, failure: { message, type, text: textOf(some) } };
  });
  const cases = [...commands, ...causes];
  // The questions are not timed one by one: each case has its part of the whole.
  const timed = cases.map((each) => ({ ...each, seconds: seconds / cases.length }));
  return junit(`lifecycle gate check: ${system} ${entity}`, timed, seconds, coverageOf(summary, seconds), subject);
}

function textOf(mismatches: readonly Mismatch[]): string {
  const [first, ...others] = mismatches as [Mismatch, ...Mismatch[]];
  const { says, lines } = whereOf(first);
  return [
    saysMismatch(first),
    says,
    ...lines,
    ...others.map((each) => `${saysMismatch(each)}, in ${countText(each.situations)}`),
  ].join('\n');
}
