import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isGroup, verbs } from '../../src/cli/verbs.ts';
import { call, lifecycle } from './program.ts';

const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };

describe('lifecycle --help', () => {
  it.each([['--help'], ['-h'], ['help']])('%s', async (flag) => {
    const { status, stdout, stderr } = await call([flag]);
    expect(stdout).toMatch(/^lifecycle: .+\n\nUsage: lifecycle VERB/);
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(Object.keys(verbs))('names %s', async (verb) => {
    expect((await call(['--help'])).stdout).toMatch(new RegExp(`^ {2}${verb} +\\S`, 'm'));
  });

  it('fits into 80 columns', async () => {
    expect((await call(['--help'])).stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('tells the exit statuses', async () => {
    expect((await call(['--help'])).stdout).toMatch(/Exit status:\n {2}0 .+\n {2}1 .+\n {2}2 /);
  });
});

const commands = Object.entries(verbs).flatMap(([verb, entry]) =>
  isGroup(entry)
    ? Object.entries(entry.verbs).map(([inner, { load }]) => ({ verb: `${verb} ${inner}`, load }))
    : [{ verb, load: entry.load }],
);

describe.each(commands)('lifecycle $verb --help', ({ verb, load }) => {
  const words = verb.split(' ');
  it.each([[[...words, '--help']], [[...words, '-h']], [['help', ...words]], [[...words, '--nonsense', '--help']]])(
    '%j',
    async (args) => {
      const { status, stdout, stderr } = await call(args);
      expect(stdout).toMatch(new RegExp(`^lifecycle ${verb}: `));
      expect([status, stderr]).toEqual([0, '']);
    },
  );

  it('fits into 80 columns, except for lines to copy', async () => {
    const wide = (await call([...words, '--help'])).stdout.split('\n').filter((line) => line.length > 80);
    expect(wide.filter((line) => !/^( {2}lifecycle| {2}printf|Usage:)/.test(line))).toEqual([]);
  });

  it('has examples that parse', async () => {
    const { examples, options } = (await load()).default;
    expect(examples.length).toBeGreaterThan(0);
    for (const { run } of examples) {
      expect(run).toContain(`lifecycle ${verb}`);
      for (const [, option = ''] of run.matchAll(/ --([\w-]+)/g)) expect(Object.keys(options)).toContain(option);
    }
  });
});

it('prints the version', async () => {
  expect(await lifecycle(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

it('needs no input for help', async () => {
  expect((await lifecycle(['simulate', '--help'])).stdout).toMatch(
    /^Usage: lifecycle simulate \[FILE …\] \[--system NAME\|FILE\] \[--json\]/m,
  );
});
