// What a new phase of a job costs: seven statuses, two commands and a refusal of its own, added to a scratch copy.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { findingsIn } from '../../../src/define/define-system.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import type { System } from '../../../src/model/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';
import { machineOf } from '../../../src/xstate/machine.ts';
import { folder } from '../../cli/program.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const machines = join(root, 'machines/egnyte');

const statuses = {
  RUNNING: 250,
  SUCCEEDED: 251,
  FAILED: 252,
  STOPPING: 253,
  STOPPED: 254,
  PAUSED: 255,
  QUEUED: 256,
} as const;
const row = (code: number, name: string, kind: string): string =>
  `  { code: ${code}, name: '${name}', category: 'Verify', kind: '${kind}', mark: 'I', meaning: 'Invented.' },\n`;
const rows = [
  ...Object.entries(statuses).map(([status, code]) => row(code, `VERIFY ${status}`, 'status')),
  row(2599, 'VERIFY_NOTHING_COPIED', 'state-rejection'),
].join('');

/** The lines to add, each before or after a line that is there. */
const additions: readonly { file: string; before?: string; after?: string; add: string }[] = [
  { file: 'codes.ts', before: '];', add: rows },
  { file: 'phases.ts', after: 'export const jobPhases = {\n', add: `  VERIFY: ${JSON.stringify(statuses)},\n` },
  { file: 'phases.ts', after: 'export const reasons = {\n', add: '  VERIFY: ofEveryPhase,\n' },
  { file: 'work.ts', after: 'export type Word =\n', add: "  | 'verify'\n" },
  {
    file: 'work.ts',
    after: 'export const works = [\n',
    add: "  work('verify', 'VERIFY', 'the check', 'compares both sides', 654, 660, 667, 672, 691),\n",
  },
  {
    file: 'job.rules.ts',
    before: "  rule('start 8', ",
    add: "  ...where(['verify'], work, rule('verify', 2599, 'I', { MIGRATE_DATA: { not: 'SUCCEEDED' } })),\n",
  },
];

let scratch: string;
let egnyte: System;

beforeAll(async () => {
  const top = folder();
  scratch = join(top, 'machines/egnyte');
  mkdirSync(join(top, 'machines'));
  cpSync(machines, scratch, { recursive: true });
  for (const shared of ['src', 'node_modules', 'package.json', 'tsconfig.json'])
    symlinkSync(join(root, shared), join(top, shared));
  for (const { file, before, after, add } of additions) {
    const path = join(scratch, file);
    const [head, tail, ...more] = readFileSync(path, 'utf8').split((before ?? after) as string);
    if (head === undefined || tail === undefined || more.length > 0)
      throw new Error(`${file} has changed: ${before ?? after}`);
    writeFileSync(path, before === undefined ? `${head}${after}${add}${tail}` : `${head}${add}${before}${tail}`);
  }
  ({ egnyte } = (await import(pathToFileURL(join(scratch, 'system.ts')).href)) as { egnyte: System });
}, 120_000);

const play = (...lines: string[]) => {
  const simulator = new Simulator(egnyte);
  return readScenario(egnyte, ['given ready', ...lines].join('\n')).map((step) => simulator.run(step));
};

test('four files are touched', () => {
  const changed = readdirSync(machines).filter(
    (file) => readFileSync(join(machines, file), 'utf8') !== readFileSync(join(scratch, file), 'utf8'),
  );
  expect(changed).toEqual(['codes.ts', 'job.rules.ts', 'phases.ts', 'work.ts']);
});

test('they are well typed', { timeout: 300_000 }, () => {
  const typescript = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--project', 'tsconfig.scratch.json'];
  const top = join(scratch, '../..');
  writeFileSync(
    join(top, 'tsconfig.scratch.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['machines'] }),
  );
  expect(execFileSync(process.execPath, [typescript, ...options], { cwd: top, encoding: 'utf8' })).toBe('');
});

test('the definition is sound', () => {
  expect(findingsIn(egnyte)).toEqual([]);
});

test('the phase goes through its seven statuses, each with its code', () => {
  const copied = ['job copy.start', 'job copy.started', 'job copy.succeeded'];
  const shown = (...lines: string[]) =>
    play(...copied, ...lines)
      .flatMap(({ changes }) => changes)
      .filter(({ phase }) => phase === 'VERIFY')
      .map(({ status, code }) => `${status} ${code}`);
  expect(shown('job verify.start', 'job verify.started', 'agent disconnect')).toEqual([
    'QUEUED 256',
    'RUNNING 250',
    'PAUSED 255',
  ]);
  expect(shown('job verify.start', 'job verify.started', 'job verify.stop', 'job verify.stopped').slice(2)).toEqual([
    'STOPPING 253',
    'STOPPED 254',
  ]);
  expect(shown('job verify.start', 'job verify.started', 'job verify.succeeded').slice(2)).toEqual(['SUCCEEDED 251']);
  expect(shown('job verify.start', 'job verify.failed code=1000').slice(1)).toEqual(['FAILED 252']);
});

test('its start has the refusal of its own, and those of every start', () => {
  expect(play('job verify.start').at(-1)?.error?.code).toBe(2599);
  expect(play('job copy.start', 'job verify.start').at(-1)?.error?.code).toBe(652);
  expect(play('job verify.stop').at(-1)?.error?.code).toBe(660);
});

test('the other commands are refused while it runs', () => {
  const running = ['job copy.start', 'job copy.started', 'job copy.succeeded', 'job verify.start'];
  expect(play(...running, 'job scan.start').at(-1)?.error?.code).toBe(654);
});

test('the XState machine has its region', () => {
  const { states } = machineOf(egnyte, egnyte.entities.job as System['entities'][string]);
  expect(Object.keys(states.VERIFY?.states ?? {}).sort()).toEqual([...Object.keys(statuses), 'null'].sort());
});
