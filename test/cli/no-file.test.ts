import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call, file, folder } from './program.ts';

function pipe(name: string): string {
  const path = join(folder(), name);
  execFileSync('mkfifo', [path]);
  return path;
}

function loop(name: string): string {
  const path = join(folder(), name);
  symlinkSync(name, path);
  return path;
}

const table = file('command,enabled\n', 'gating.csv');
const page = ['gate', 'check', '--page', 'http://localhost:1/'];

/** Every argument or option for a file that is read as a whole. */
const places: readonly (readonly [place: string, name: string, args: (path: string) => readonly string[]])[] = [
  ['--system', 'mine.mjs', (path) => ['describe', '--system', path]],
  ['gate check SUBJECT, a module', 'gating.mjs', (path) => ['gate', 'check', path]],
  ['gate check SUBJECT, a table', 'gating.json', (path) => ['gate', 'check', path]],
  ['--baseline', 'known.json', (path) => ['gate', 'check', table, '--baseline', path]],
  ['--adapter', 'adapter.mjs', (path) => [...page, '--adapter', path]],
  ['--storage-state', 'state.json', (path) => [...page, '--storage-state', path]],
  ['--routes, as JSON', 'routes.json', (path) => ['serve', '--port', '0', '--routes', path]],
  ['--routes, a module', 'routes.mjs', (path) => ['serve', '--port', '0', '--routes', path]],
];

describe.runIf(process.platform !== 'win32').each(places)('%s', (_, name, args) => {
  it.each([
    ['a pipe without a writer', pipe, 'it is no file'],
    ['a loop of links', loop, 'too many symbolic links encountered'],
  ])('is not %s', async (_what, make, why) => {
    const { status, stdout, stderr } = await call(args(make(name)));
    expect(stderr).toMatch(new RegExp(`^lifecycle [^\\n]+: cannot read "[^\\n]+: ${why}; [^\\n]+\\n$`));
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe.runIf(process.platform !== 'win32')('a loop of links', () => {
  it.each([
    ['simulate', (path: string) => ['simulate', path]],
    ['can --after', (path: string) => ['can', 'job', '--after', path]],
    ['serve --after', (path: string) => ['serve', '--port', '0', '--after', path]],
    ['simulate --watch', (path: string) => ['simulate', '--watch', path]],
  ])('is no scenario: %s', async (_, args) => {
    const { status, stderr } = await call(args(loop('a.txt')));
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^lifecycle [^\n]+: cannot (?:read|watch) "[^\n]+\n$/)]);
  });

  it('a pipe is not a baseline to write', async () => {
    const { status, stderr } = await call([
      'gate',
      'check',
      table,
      '--baseline',
      pipe('known.json'),
      '--update-baseline',
    ]);
    expect(stderr).toMatch(
      /^lifecycle gate check: cannot read "[^\n]+: it is no file; name another file for the baseline\n$/,
    );
    expect(status).toBe(2);
  });

  it('a pipe in a folder of scenarios is ignored', async () => {
    const path = pipe('a.txt');
    writeFileSync(join(path, '../b.txt'), 'given ready\n');
    const { status, stdout } = await call(['simulate', join(path, '..')]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 file: 1 ok, 0 missed, 0 refused')]);
  });

  it('in a folder of scenarios does not stop the others', async () => {
    const dir = join(folder(), 'scenarios');
    mkdirSync(dir);
    symlinkSync('a.txt', join(dir, 'a.txt'));
    writeFileSync(join(dir, 'b.txt'), 'given ready\n');
    const { status, stdout, stderr } = await call(['simulate', dir]);
    expect(stdout).toContain('2 files: 1 ok, 0 missed, 1 refused');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^[^\n]*too many symbolic links encountered[^\n]*\n$/)]);
  });
});
