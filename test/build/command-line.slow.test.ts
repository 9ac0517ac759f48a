// What a start of the built command line loads: each file and each module of Node that it can do without is a delay.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SystemName } from '../../machines/index.ts';
import { loaders } from '../../machines/lazy.ts';
import { canWhere } from '../../src/answers/can.ts';
import { describeEntity } from '../../src/answers/describe.ts';
import { gatesOf, shownOf } from '../../src/answers/explain.ts';
import { commandsOf, find, findFragment, statusesOf, wordsOf } from '../../src/answers/find.ts';
import { bundleCommandLine } from '../../src/build/command-line.ts';
import { packLibrary } from '../../src/build/pack.ts';
import { type Prepared, questions, readPrepared } from '../../src/cli/prepared.ts';
import { statusOf } from '../../src/model/index.ts';
import { sourceOf } from '../answers/sources.ts';

const root = join(import.meta.dirname, '../..');
const dist = mkdtempSync(join(tmpdir(), 'bundle-'));
const folder = join(dist, 'cli');
const main = join(folder, 'main.cjs');
const hook = join(folder, 'hook.cjs');
const scenario = join(root, 'docs/examples/first.txt');

beforeAll(async () => {
  await bundleCommandLine(root, folder);
  await packLibrary(root, dist);
  writeFileSync(join(dist, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeSync(2, JSON.stringify({
      files: Object.keys(require.cache), modules: process.moduleLoadList })));`,
  );
});

afterAll(() => rmSync(dist, { recursive: true, force: true }));

/** The files and the modules of Node that a command loads. */
function loaded(...args: string[]): { files: string[]; modules: string[]; stdout: string } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', hook, main, ...args], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const { files, modules } = JSON.parse(stderr) as { files: string[]; modules: string[] };
  const names = files.map((file) => basename(file)).filter((name) => name !== basename(hook));
  return { files: names.sort(), modules, stdout };
}

/** What every start loads, the bundler's own few functions among it, and these. */
const every = (...files: string[]): string[] => ['core.cjs', 'main.cjs', 'rolldown-runtime.cjs', ...files].sort();

describe('a ten-line simulate', () => {
  it('loads what every start needs, and one system', () => {
    expect(loaded('simulate', scenario).files).toEqual(every('simulate.cjs', 'egnyte-system.cjs'));
  });

  it('loads no network, no streams, no terminal and no clock where the output is a pipe', () => {
    const { modules, stdout } = loaded('simulate', scenario);
    expect(stdout).toMatch(/, 0 missed\n$/);
    const slow = ['net', 'stream', 'tty', 'perf_hooks', 'crypto'].map((name) => `NativeModule ${name}`);
    expect(modules).toEqual(expect.arrayContaining(['NativeModule fs']));
    expect(slow.filter((name) => modules.includes(name))).toEqual([]);
  });
});

describe('an answer', () => {
  it.each([
    'explain 671',
    'explain EX_TEMPFAIL',
    'explain SCAN:RUNNING',
    'explain copy.start',
    'codes',
    'codes --system wildduck',
    'describe',
    'describe job scan.start',
    'can job SCAN:RUNNING',
    'can job 930',
  ])('%s loads what is looked up, and no system', (words) => {
    expect(loaded(...words.split(' ')).files).toEqual(every('look-up.cjs'));
  });
});

describe('the prepared answers', () => {
  it.each(Object.keys(loaders) as SystemName[])(
    'of %s are what the system answers to each code, entity, status and command',
    async (name) => {
      const { system, ...source } = await sourceOf(name);
      const prepared = readPrepared(name, folder) as Prepared;
      system.codes.forEach((row, place) => {
        expect(prepared.answer(questions.explain(place)), row.name).toEqual(shownOf(system, row, source.shipped));
      });
      for (const kind of Object.keys(system.entities)) {
        expect(prepared.answer(questions.describe(kind)), kind).toEqual(describeEntity(system, kind));
      }
      for (const { entity, phase, status } of statusesOf(system)) {
        const known = { [phase]: statusOf(status) };
        const can = canWhere({ system, ...source }, entity, system.entities[entity]?.singleton ?? '1', known);
        expect(prepared.answer(questions.can(entity, known)), `${entity} ${phase}:${status}`).toEqual(can);
      }
      for (const each of commandsOf(system)) {
        expect(prepared.answer(questions.gates(each)), each.command).toEqual(gatesOf(system, each, source.shipped));
      }
    },
  );

  it.each(Object.keys(loaders) as SystemName[])('of %s find every word as the system does', async (name) => {
    const { system } = await sourceOf(name);
    const { outline } = readPrepared(name, folder) as Prepared;
    for (const word of wordsOf(system)) expect(find(outline, word), word).toEqual(find(system, word));
    for (const part of ['a', '9', 'start', 'no such word']) {
      expect(findFragment(outline, part)).toEqual(findFragment(system, part));
    }
  });

  it('have none for anything else', () => {
    const prepared = readPrepared('egnyte', folder);
    expect(prepared?.answer(questions.can('job', { SCAN: 'RUNNING', AGENT: 'ACTIVE' }))).toBeUndefined();
  });
});

describe('the bundle', () => {
  it('has a file for each system', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('-system.cjs'));
    expect(files.sort()).toEqual(
      Object.keys(loaders)
        .map((name) => `${name}-system.cjs`)
        .sort(),
    );
  });

  it('loads no verb to list them', () => {
    expect(loaded('--help').files).toEqual(every('help.cjs'));
  });

  it('includes the licence of what it contains', () => {
    expect(readFileSync(join(folder, 'core.cjs'), 'utf8')).toMatch(/fastest-levenshtein [\d.]+[\s\S]*MIT License/);
  });

  it.each([
    ['simulate', scenario, '--json'],
    ['codes'],
    ['codes', '--system', 'dovecot'],
    ['can', 'job', 'MIGRATE_DATA:PAUSED', '--json'],
    ['can', 'agent', '900'],
    ['can', 'job', '930', '--json'],
    ['can', 'job:7', 'SCAN:RUNNING'],
    ['describe'],
    ['describe', 'job'],
    ['describe', 'job', 'create', '--json'],
    ['codes', '--json'],
    ['explain', 'EX_TEMPFAILE', '--system', 'dovecot', '--json'],
    ['explain', '671', 'DATA_SYNC', ':', 'PAUSED', 'copy.start'],
    ['explain', 'EX_TEMPFAIL'],
    ['explain', 'temp'],
    ['650'],
  ])('%s answers as the sources do', (...args) => {
    const sources = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { encoding: 'utf8' });
    expect(sources).toMatchObject({ status: 0, stderr: '' });
    expect(loaded(...args).stdout).toBe(sources.stdout);
  });
});
