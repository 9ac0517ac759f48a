import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dovecot } from '../../../machines/dovecot/index.ts';
import { usesOf } from '../../../src/engine/where-used.ts';
import type { Code, CodeRow, StepResult } from '../../../src/model/index.ts';
import { run } from './run.ts';

const codes: readonly CodeRow[] = dovecot.codes;

/** The exits (dovecot 5), and the words of rejections (dovecot 4). */
const exits: [code: number, name: string, kind: string][] = [
  [0, 'EX_OK', 'informational'],
  [2, 'DOVEADM_EX_CHANGED', 'failure-reason'],
  [64, 'EX_USAGE', 'failure-reason'],
  [65, 'EX_DATAERR', 'failure-reason'],
  [66, 'EX_NOINPUT', 'failure-reason'],
  [67, 'EX_NOUSER', 'failure-reason'],
  [68, 'EX_NOHOST', 'environment-fault'],
  [69, 'EX_UNAVAILABLE', 'environment-fault'],
  [70, 'EX_SOFTWARE', 'failure-reason'],
  [71, 'EX_OSERROR', 'environment-fault'],
  [72, 'EX_OSFILE', 'environment-fault'],
  [73, 'EX_CANTCREAT', 'failure-reason'],
  [74, 'EX_IOERR', 'environment-fault'],
  [75, 'EX_TEMPFAILE', 'failure-reason'],
  [76, 'EX_PROTOCOL', 'environment-fault'],
  [77, 'EX_NOPERM', 'failure-reason'],
  [78, 'EX_CONFIG', 'environment-fault'],
  [89, 'FATAL_DEFAULT', 'environment-fault'],
  [124, 'TIMEDOUT', 'environment-fault'],
  [134, 'SIGABRT', 'failure-reason'],
  [137, 'SIGKILL', 'environment-fault'],
  [139, 'SIGSEGV', 'failure-reason'],
  [143, 'SIGTERM', 'environment-fault'],
];

const words =
  'UnknownEvent AlreadyListed NotListed RemovedFromList AlreadyCompleted AlreadyRunning ManagerSuspended NeedsReset BackupAfterCutover ConcurrencyLimit AlreadySwitched NotSynced NotCutOver NotFailed AlreadySuspended NotSuspended'.split(
    ' ',
  );

test('the exits, in order', () => {
  const rows = codes.filter(({ category }) => category !== 'Rejections');
  expect(rows.map(({ code, name, kind }) => [code, name, kind])).toEqual(exits);
});

test('six exits were observed, the others are the table', () => {
  const observed = codes.filter(({ category }) => category === 'Observed exit codes');
  expect(observed.map(({ code, mark }) => [code, mark])).toEqual([
    [89, 'O'],
    [124, 'O'],
    [134, 'O'],
    [137, 'O'],
    [139, 'O'],
    [143, 'O'],
  ]);
  const listed = codes.filter(({ category }) => category === 'Doveadm (Dsync) Error/Exit Codes');
  expect(listed.map(({ mark }) => mark)).toEqual(Array(17).fill('S'));
});

test('sixteen rejections', () => {
  const rows = codes.filter(({ category }) => category === 'Rejections');
  expect(rows.map(({ code, name }) => [code, name])).toEqual(words.map((word) => [word, word]));
  expect(rows.filter(({ kind }) => kind === 'input-rejection').map(({ code }) => code)).toEqual(['UnknownEvent']);
  expect(rows.every(({ kind, mark }) => mark === 'I' && kind.endsWith('-rejection'))).toBe(true);
});

test('oddities of the table are shown', () => {
  const odd = codes.filter(({ oddity }) => oddity !== undefined).map(({ code }) => code);
  expect(odd).toEqual([0, 2, 66, 67, 69, 70, 74, 75, 76, 77]);
});

test('every code that is not informational is given by some scenario', () => {
  const folder = new URL('scenarios/', import.meta.url);
  const files = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const passes = exits.map(([code]) => `given ready\naccount start\naccount exited code=${code}`);
  const given = new Set<Code | undefined>(
    ['account no.such', ...files, ...passes].flatMap((text) => run(text)).flatMap(codesIn),
  );
  const owed = codes.filter(({ kind }) => kind !== 'informational').map(({ code }) => code);
  expect(owed.filter((code) => !given.has(code))).toEqual([]);
  expect([...given].filter((code) => code !== undefined && code !== 1 && !owed.includes(code))).toEqual([]);
});

const codesIn = ({ error, changes }: StepResult): (Code | undefined)[] =>
  [error, ...changes.map((change) => change.error)].map((each) => each?.code);

test.each([
  [77, 'S'],
  [78, 'S'],
  [89, 'I'],
] as const)('that exit %i suspends the manager is marked %s, whatever the mark of its row', (code, mark) => {
  const row = codes.find((each) => each.code === code) as CodeRow;
  const uses = usesOf(dovecot, row).filter(({ entity }) => entity === 'manager');
  expect(new Set(uses.map((use) => `${use.status} ${use.mark}`))).toEqual(new Set([`SUSPENDED ${mark}`]));
});
