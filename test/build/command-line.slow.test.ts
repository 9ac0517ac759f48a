// What a start of the built command line loads: each file and each module of Node that it can do without is a delay.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SystemName } from '../../machines/index.ts';
import { loaders } from '../../machines/lazy.ts';
import { canWhere } from '../../src/answers/can.ts';
import { gatesOf } from '../../src/answers/explain.ts';
import { commandsOf, statusesOf } from '../../src/answers/find.ts';
import { bundleCommandLine } from '../../src/build/command-line.ts';
import { preparedCan, preparedGates, readPrepared } from '../../src/cli/prepared.ts';
import { statusOf } from '../../src/model/index.ts';
import { sourceOf } from '../answers/sources.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
const main = join(folder, 'main.cjs');
const hook = join(folder, 'hook.cjs');
const scenario = join(root, 'docs/examples/first.txt');

beforeAll(async () => {
  await bundleCommandLine(root, folder);
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeSync(2, JSON.stringify({
      files: Object.keys(require.cache), modules: process.moduleLoadList })));`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    expect(loaded('simulate', scenario).files).toEqual(every('egnyte-system.cjs'));
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
    ['explain 671', ['look-up.cjs', 'egnyte-system.cjs', 'egnyte-scenarios.cjs']],
    ['explain EX_TEMPFAIL', ['look-up.cjs', 'dovecot-system.cjs', 'dovecot-scenarios.cjs']],
    ['codes', ['look-up.cjs', 'catalogues.cjs']],
    ['codes --system wildduck', ['look-up.cjs', 'catalogues.cjs']],
    ['describe', ['look-up.cjs', 'egnyte-system.cjs']],
    ['explain copy.start', ['look-up.cjs', 'egnyte-system.cjs']],
    ['can job SCAN:RUNNING', ['can.cjs', 'look-up.cjs', 'egnyte-system.cjs']],
  ])('%s loads no other file', (words, files) => {
    expect(loaded(...words.split(' ')).files).toEqual(every(...files));
  });
});

describe('what is prepared', () => {
  it.each(Object.keys(loaders) as SystemName[])(
    'of %s is what is worked out of each status and each command',
    async (name) => {
      const { system, ...source } = await sourceOf(name);
      const prepared = await readPrepared(name, folder);
      for (const { entity, phase, status } of statusesOf(system)) {
        const known = { [phase]: statusOf(status) };
        const can = canWhere({ system, ...source }, entity, system.entities[entity]?.singleton ?? '1', known);
        expect(preparedCan(prepared, entity, known), `${entity} ${phase}:${status}`).toEqual(can);
      }
      for (const each of commandsOf(system)) {
        expect(preparedGates(prepared, each), each.command).toEqual(gatesOf(system, each, source.shipped));
      }
    },
  );

  it('is nothing of what is known otherwise', async () => {
    expect(
      preparedCan(await readPrepared('egnyte', folder), 'job', { SCAN: 'RUNNING', AGENT: 'ACTIVE' }),
    ).toBeUndefined();
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

  it('loads no system to give its help', () => {
    expect(loaded('--help').files.filter((file) => file.endsWith('-system.cjs'))).toEqual([]);
  });

  it('hands on the licence of what it contains', () => {
    expect(readFileSync(join(folder, 'core.cjs'), 'utf8')).toMatch(/fastest-levenshtein [\d.]+[\s\S]*MIT License/);
  });

  it.each([
    ['simulate', scenario, '--json'],
    ['codes'],
    ['codes', '--system', 'dovecot'],
    ['can', 'job', 'MIGRATE_DATA:PAUSED', '--json'],
    ['can', 'agent', '900'],
    ['explain', 'EX_TEMPFAILE', '--system', 'dovecot', '--json'],
    ['explain', '671', 'DATA_SYNC', ':', 'PAUSED', 'copy.start'],
    ['explain', 'EX_TEMPFAIL'],
    ['650'],
  ])('%s answers as the sources do', (...args) => {
    const sources = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { encoding: 'utf8' });
    expect(sources).toMatchObject({ status: 0, stderr: '' });
    expect(loaded(...args).stdout).toBe(sources.stdout);
  });
});
