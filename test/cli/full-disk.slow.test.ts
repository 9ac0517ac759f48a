import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, type Ran } from './program.ts';

const main = join(import.meta.dirname, '../../src/cli/main.ts');

/** Runs the real program with a file size limit of zero, which is like a full disk. */
function onFullDisk(args: readonly string[]): Promise<Ran> {
  const program = ['-c', 'ulimit -f 0; exec "$@"', 'sh', process.execPath, main, ...args];
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1', GITHUB_ACTIONS: '' };
  return new Promise((resolve) => {
    execFile('sh', program, { env }, (error, stdout, stderr) => {
      resolve({ status: error ? ((error.code ?? null) as number | null) : 0, stdout, stderr });
    });
  });
}

/** A folder with an old report, a scenario that misses what it expects, and a gating that allows everything. */
function place(): string {
  const dir = folder();
  for (const old of OLD) writeFileSync(join(dir, old), 'old');
  writeFileSync(join(dir, 'missed.txt'), 'given ready\njob copy.start => 650\n');
  writeFileSync(join(dir, 'gating.js'), 'export default () => true;\n');
  return dir;
}

const OLD = ['old.json', 'old.sarif', 'old.svg', 'old.xml'];
const there = [...OLD, 'gating.js', 'missed.txt'].sort();
const check = (dir: string): string[] => [
  ...['gate', 'check', join(dir, 'gating.js'), '--system', 'dovecot', '--entity', 'account'],
];

/** A verb that writes files, and what it must still print. */
const verbs: readonly (readonly [verb: string, args: (dir: string) => readonly string[], prints: RegExp])[] = [
  ['gate matrix', (dir) => ['gate', 'matrix', 'project', '-o', join(dir, 'old.svg')], /^$/],
  ['diagram', (dir) => ['diagram', 'manager', '--system', 'dovecot', '-o', join(dir, 'old.svg')], /^$/],
  [
    'simulate --junit',
    (dir) => ['simulate', join(dir, 'missed.txt'), '--junit', join(dir, 'old.xml')],
    /copy\.start: accepted; expected 650/,
  ],
  ['gate check --junit', (dir) => [...check(dir), '--junit', join(dir, 'old.xml')], /[1-9]\d* mismatch/],
  ['gate check --sarif', (dir) => [...check(dir), '--sarif', join(dir, 'old.sarif')], /[1-9]\d* mismatch/],
  [
    'gate check --update-baseline',
    (dir) => [...check(dir), '--baseline', join(dir, 'old.json'), '--update-baseline'],
    /[1-9]\d* mismatch/,
  ],
];

describe('on a full disk the old file stays whole, and the findings are printed', () => {
  it.each(verbs)('%s', async (_, args, prints) => {
    const dir = place();
    const { status, stdout, stderr } = await onFullDisk(args(dir));
    expect(stderr).toMatch(/^lifecycle [^\n]+: cannot write "[^\n]+: file too large; [^\n]+\n$/);
    expect(status).toBe(2);
    expect(stdout).toMatch(prints);
    expect(readdirSync(dir)).toEqual(there);
    for (const old of OLD) expect(readFileSync(join(dir, old), 'utf8')).toBe('old');
  });

  it.each([
    ['init', (dir: string) => ['init', dir]],
    ['site', (dir: string) => ['site', '--system', 'dovecot', '-o', dir]],
  ])('%s leaves neither a file nor an empty folder', async (verb, args) => {
    const dir = folder();
    const { status, stderr } = await onFullDisk(args(join(dir, 'new/zimbra')));
    const line = new RegExp(`^lifecycle ${verb}: cannot write "[^\\n]+: file too large; make room [^\\n]+\\n$`);
    expect([status, stderr]).toEqual([2, expect.stringMatching(line)]);
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('a report that cannot be written fails before the work begins', () => {
  it.each(verbs)('%s', async (_, args) => {
    const dir = place();
    const elsewhere = args(dir).map((arg) => arg.replace('/old.', '/none/old.'));
    const { status, stdout, stderr } = await onFullDisk(elsewhere);
    expect(stderr).toMatch(/^lifecycle [^\n]+: cannot write "[^\n]+: no such file or directory; [^\n]+\n$/);
    expect([status, stdout]).toEqual([2, '']);
  });
});
