import { escaped } from '../../diagram/markup.ts';

/** A test case of a JUnit report. */
export interface TestCase {
  readonly name: string;
  readonly className: string;
  readonly file?: string;
  readonly seconds?: number;
  /** A failed test; with `error`, one that could not be run. */
  readonly failure?: { readonly message: string; readonly type: string; readonly text: string; readonly error?: true };
}

/** A suite of test cases as JUnit XML. `said` is its output, `file` what all of them are about. */
export function junit(name: string, cases: readonly TestCase[], seconds: number, said: string, file?: string): string {
  const errors = cases.filter(({ failure }) => failure?.error).length;
  const failures = cases.filter(({ failure }) => failure !== undefined).length - errors;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  const time = `time="${seconds.toFixed(3)}"`;
  const place = file === undefined ? '' : ` file="${xml(file)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(name)}" ${counts} ${time}>`,
    `  <testsuite name="${xml(name)}" ${counts} skipped="0" ${time}${place}>`,
    ...cases.map(caseOf),
    `    <system-out>${xml(said)}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf({ name, className, file, seconds, failure }: TestCase): string {
  const place = file === undefined ? '' : ` file="${xml(file)}"`;
  const time = seconds === undefined ? '' : ` time="${seconds.toFixed(3)}"`;
  const start = `    <testcase name="${xml(name)}" classname="${xml(className)}"${place}${time}`;
  if (failure === undefined) return `${start}/>`;
  const { message, type, text, error } = failure;
  const element = error ? 'error' : 'failure';
  return [
    `${start}>`,
    `      <${element} message="${xml(message)}" type="${xml(type)}">${xml(text)}</${element}>`,
    '    </testcase>',
  ].join('\n');
}

const xml = (text: string): string => escaped(text, /[&<>"]/g);
