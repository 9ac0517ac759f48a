import { junit, type TestCase } from '../../../text/junit.ts';
import type { Checked } from './checked.ts';
import { coverageOf } from './report-text.ts';
import { byCause, causeLines, saysMismatch } from './says.ts';

/**
 * A report as JUnit XML. There is a test case for each command, which fails if it was checked only in part, and one for
 * each cause, which fails with all its mismatches. Names stay the same from run to run.
 */
export function junitOf({
  report,
  fresh,
  subject,
  seconds,
  allowPartial,
}: Pick<Checked, 'report' | 'fresh' | 'subject' | 'seconds' | 'allowPartial'>): string {
  const { system, entity, summary } = report;
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
    const [first] = some;
    const message = some.map(saysMismatch).join('; ');
    const text = [saysMismatch(first), ...causeLines(some)].join('\n');
    return { name: cause, className, failure: { message, type: first.kind, text } };
  });
  const cases = [...commands, ...causes];
  // Single questions are not timed: each case gets an equal part of the total.
  const timed = cases.map((each) => ({ ...each, seconds: seconds / cases.length }));
  return junit(`lifecycle gate check: ${system} ${entity}`, timed, seconds, coverageOf(summary, seconds), subject);
}
