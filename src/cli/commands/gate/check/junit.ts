import type { GatingReport, Mismatch } from '../../../../gating/report.ts';
import { coverageOf } from './report-text.ts';
import { byCause, countText, saysMismatch, whereOf } from './says.ts';

/**
 * A report as JUnit XML. A test case for each command, which fails where less was checked than is asked for, and one for
 * each cause, which fails with all its mismatches. Names stay the same from run to run.
 */
export function junitOf(
  report: GatingReport,
  fresh: readonly Mismatch[],
  { subject, seconds, allowPartial }: { subject: string; seconds: number; allowPartial: boolean },
): string {
  const { system, entity, summary } = report;
  const name = `lifecycle gate check: ${system} ${entity}`;
  const className = `${system}.${entity}`;
  const commands = Object.entries(summary.commands).map(([command, { level }]) => {
    const unexercised = summary.unexercised.filter((gate) => gate.startsWith(`${entity} ${command} `));
    const open = [
      ...(level === 'partial' ? ['some situations were not decided'] : []),
      ...(unexercised.length > 0 ? [`gates that decided in no situation tried: ${unexercised.join('; ')}`] : []),
    ];
    const says = open.join('; ');
    return { name: command, says: allowPartial ? '' : says, type: 'partial', text: says };
  });
  const causes = [...byCause(fresh)].map(([cause, some]) => ({
    name: cause,
    says: some.map(saysMismatch).join('; '),
    type: some[0]?.kind ?? '',
    text: textOf(some),
  }));
  const cases = [...commands, ...causes];
  const failures = cases.filter(({ says }) => says !== '').length;
  // The questions are not timed one by one: each case has its part of the whole.
  const time = (seconds / Math.max(1, cases.length)).toFixed(3);
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="${seconds.toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(name)}" tests="${cases.length}" failures="${failures}" errors="0" time="${seconds.toFixed(3)}">`,
    `  <testsuite name="${xml(name)}" ${counts}>`,
    ...cases.map(({ name: title, says, type, text }) => {
      const head = `    <testcase name="${xml(title)}" classname="${xml(className)}" file="${xml(subject)}" time="${time}"`;
      if (says === '') return `${head}/>`;
      return `${head}>\n      <failure message="${xml(says)}" type="${xml(type)}">${xml(text)}</failure>\n    </testcase>`;
    }),
    `    <system-out>${xml(coverageOf(summary, seconds))}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
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

/** Text and attributes of XML, without the characters that XML 1.0 cannot have. */
function xml(text: string): string {
  return text
    .replace(NO_XML, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
