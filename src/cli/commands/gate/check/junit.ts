import type { GatingReport, Mismatch } from '../../../../gating/report.ts';
import { coverageOf } from './report-text.ts';
import { idOf, saysMismatch, seenOf } from './says.ts';

/** A report as JUnit XML: a test case for each command, and one for each mismatch of it that fails. */
export function junitOf(report: GatingReport, fresh: readonly Mismatch[], subject: string, seconds: number): string {
  const { system, entity, covered } = report;
  const name = `lifecycle gate check: ${system} ${entity}`;
  const className = `${system}.${entity}`;
  const cases = covered.commands.flatMap((command) => {
    const failed = fresh.filter((each) => each.command === command);
    if (failed.length === 0) return [`    <testcase name="${xml(command)}" classname="${xml(className)}"/>`];
    return failed.map((each) => failureOf(each, className, subject));
  });
  const failures = fresh.length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="${seconds.toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(name)}" tests="${cases.length}" failures="${failures}" errors="0" time="${seconds.toFixed(3)}">`,
    `  <testsuite name="${xml(name)}" ${counts}>`,
    ...cases,
    `    <system-out>${xml(coverageOf(covered, seconds))}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function failureOf(mismatch: Mismatch, className: string, subject: string): string {
  const { scenario, reason, kind, situations } = mismatch;
  const text = [
    saysMismatch(mismatch),
    ...(reason === undefined ? [] : [`because ${reason}`]),
    `in ${situations} situations, the nearest after:`,
    ...(scenario.length === 0 ? ['# the very beginning'] : scenario),
    `the UI looked at ${seenOf(mismatch).join(', ') || 'nothing of the view'}`,
  ].join('\n');
  return [
    `    <testcase name="${xml(idOf(mismatch))}" classname="${xml(className)}" file="${xml(subject)}">`,
    `      <failure message="${xml(saysMismatch(mismatch))}" type="${kind}">${xml(text)}</failure>`,
    '    </testcase>',
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
