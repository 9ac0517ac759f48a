import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { endings } from '../../src/cli/commands/diagram/format.ts';
import { call, file, folder, lifecycle } from '../cli/program.ts';
import { readXml, textOf } from './xml.ts';

const drawn = async (...args: string[]): Promise<string> => {
  const { status, stdout, stderr } = await call(['diagram', ...args]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
};

const refused = async (...args: string[]): Promise<string> => {
  const { status, stdout, stderr } = await call(['diagram', ...args]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  return stderr;
};

const account = ['account', '--system', 'dovecot'];

group('what is written', () => {
  test('is SVG by default', async () => {
    expect(readXml(await drawn(...account)).name).toBe('svg');
  });

  test.each(Object.entries(endings))('is %s if the file ends in %s', async (format, ending) => {
    const path = join(folder(), `picture${ending}`);
    expect(await drawn(...account, '-o', path)).toBe('');
    if (format === 'png') expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
    else expect(readFileSync(path, 'utf8')).toBe(await drawn(...account, '--format', format));
  });

  test('goes to standard output if the file is -', async () => {
    expect(await drawn(...account, '-o', '-')).toBe(await drawn(...account));
  });

  test('reads the scenario from standard input if it is -', async () => {
    const scenario = 'account enqueue\naccount enqueue\n';
    const { status, stdout } = await lifecycle(['diagram', ...account, '--trace', '-'], scenario);
    expect(status).toBe(0);
    expect(stdout).toBe(await drawn(...account, '--trace', file(scenario)));
  });

  test('is the same in another process', async () => {
    const { stdout } = await lifecycle(['diagram', 'job.SCAN']);
    expect(stdout).toBe(await drawn('job.SCAN'));
  });

  test('replaces a file atomically, and leaves no temporary file', async () => {
    const path = file('before', 'picture.svg');
    await drawn(...account, '--output', path);
    expect(readXml(readFileSync(path, 'utf8')).name).toBe('svg');
    expect(readdirSync(join(path, '..'))).toEqual(['picture.svg']);
  });

  test('is nothing if the file cannot be written', async () => {
    const path = join(folder(), 'nowhere', 'picture.svg');
    expect(await refused(...account, '-o', path)).toMatch(
      /^lifecycle diagram: cannot write ".*picture\.svg": no such file/,
    );
    expect(existsSync(path)).toBe(false);
  });

  test('does not replace a folder', async () => {
    const place = folder();
    mkdirSync(join(place, 'x.svg'));
    expect(await refused(...account, '-o', join(place, 'x.svg'))).toContain('is a directory; name a file');
    expect(readdirSync(place)).toEqual(['x.svg']);
  });
});

group('a view', () => {
  test('of one phase shows only its states', async () => {
    const shown = textOf(readXml(await drawn('account.DELIVERY', '--system', 'dovecot')));
    expect(shown).toContain('OLD');
    expect(shown).not.toContain('INTERMEDIATE');
  });

  test('of the refusals has the gates in their order, each with its code and name', async () => {
    const shown = textOf(readXml(await drawn('job', '--view', 'refusals', '--command', 'copy.start')));
    const [missing, running] = [shown.indexOf('MIGRATION_NOT_FOUND'), shown.indexOf('SCAN_INPROGRESS_ERR')];
    expect(missing).toBeGreaterThan(0);
    expect(running).toBeGreaterThan(missing);
    expect(shown).toContain('the scan is queued or running');
  });

  test('of the lifecycle names all phases of a shape in one frame', async () => {
    const shown = textOf(readXml(await drawn('job', '--view', 'lifecycle')));
    expect(shown).toContain('CREATE_EMPTY_FOLDERS, MIGRATE_PERMISSIONS, SIMULATE_PERMISSIONS');
    expect(shown).toContain('*.started');
  });

  test('of the gating has the answer to every command in every status', async () => {
    const svg = await drawn(...account, '--view', 'gating');
    const answers = [...svg.matchAll(/<tspan x="([\d.]+)" y="([\d.]+)">([^<]*)</g)];
    const answerOf = (command: string, status: string): string | undefined => {
      const [, column] = new RegExp(`<text x="([\\d.]+)"[^>]*>${status}<`).exec(svg) ?? [];
      const [, line] = new RegExp(`<text x="[\\d.]+" y="([\\d.]+)"[^>]*>${command}<`).exec(svg) ?? [];
      // The heading of a column is rotated, so it is a few pixels off the middle.
      return answers.find(([, x, y]) => y === line && Math.abs(Number(x) - Number(column)) < 10)?.[3];
    };
    expect(answerOf('start', 'FAILED')).toBe('NeedsReset*');
    expect(answerOf('enqueue', 'QUEUED')).toBe('AlreadyListed');
  });

  test('of the system needs no entity', async () => {
    const shown = textOf(readXml(await drawn('--system', 'dovecot', '--view', 'system')));
    expect(shown).toContain('entered MIGRATION.RUNNING');
  });

  test('of a machine too large for GitHub is written, with a warning', async () => {
    const { status, stdout, stderr } = await call(['diagram', 'job', '--format', 'mermaid']);
    expect(status).toBe(0);
    expect(stderr).toBe(
      `lifecycle diagram: the text has ${stdout.length} characters, more than 50000, and GitHub does not draw it; name a phase, as in job.SCAN\n`,
    );
  });

  test('of a scenario numbers its steps, and shows refused ones in red', async () => {
    const path = file('account enqueue\naccount start\naccount enqueue\naccount exited code=0\n');
    const svg = await drawn(...account, '--trace', path);
    const shown = textOf(readXml(svg));
    expect(shown).toContain('3 account enqueue ✗ AlreadyListed');
    expect(shown).toContain('3 ✗ AlreadyListed');
    expect(svg).toMatch(/class="way"/);
    expect(shown).not.toContain('2 account enqueue');
  });
});

group('an error message', () => {
  test.each<[string, string[], RegExp]>([
    ['with a format', ['job', '--format', 'gif'], /unknown format "gif".*svg, png, html, mermaid/],
    ['with the end of a file', ['job', '-o', 'x.gif'], /"x\.gif" does not end in one of \.svg \.png .*say --format/],
    [
      'with a format and an ending that contradict each other',
      ['job', '--format', 'dot', '-o', 'x.svg'],
      /"x\.svg" ends as svg does, and --format says dot; leave one of them out/,
    ],
    ['with an entity for a view of the system', ['job', '--view', 'system'], /of all entities; leave job out/],
    ['with a view of phases that are not there', ['domain', '--view', 'lifecycle'], /domain has no phases/],
    ['with the gating of what has no commands', ['domain', '--view', 'gating'], /domain has no commands/],
    ['with an entity', ['jub'], /unknown entity of egnyte "jub" \(did you mean job\?\)/],
    ['without an entity', [], /missing ENTITY; name one of agent, job, project, domain, or say --view system/],
    ['with a phase', ['job.SCAM'], /unknown phase of job "SCAM" \(did you mean SCAN\?\)/],
    ['with a view', ['job', '--view', 'gate'], /unknown view "gate"/],
    [
      'with a command',
      ['job', '--command', 'scan.strat'],
      /unknown command of job "scan\.strat" \(did you mean scan\.start\?\)/,
    ],
    ['without a command', ['job', '--view', 'refusals'], /--view refusals needs --command NAME; it is one of create, /],
    [
      'with a command for another view',
      ['job', '--view', 'gating', '--command', 'create'],
      /--command belongs to --view refusals/,
    ],
    ['with a phase for a view of all', ['job.SCAN', '--view', 'lifecycle'], /is of a whole entity; say job/],
    [
      'with a text of another view',
      ['job', '--view', 'lifecycle', '--format', 'dot'],
      /dot is of the states alone, not of --view lifecycle/,
    ],
    [
      'with a blank of an address',
      ['job', '--href', 'x.html#{state}'],
      /--href x\.html#\{state\}: \{state\} is none of \{entity\} \{phase\} \{status\} \{code\}; say it as/,
    ],
    ['with an address that runs something', ['job', '--href', 'javascript:alert({code})'], /of javascript: is not for/],
    ['with addresses in a text', ['job', '--href', '#{code}', '--format', 'dot'], /--href is for svg, not for dot/],
    ['with a scenario that is not there', ['job', '--trace', 'no-such.txt'], /no-such\.txt/],
  ])('%s', async (_, args, message) => {
    const complaint = await refused(...args);
    expect(complaint).toMatch(message);
    expect(complaint.trimEnd()).not.toContain('\n');
  });

  test('with a scenario that cannot be read, and where', async () => {
    expect(await refused(...account, '--trace', file('account enqueue\nacount start\n'))).toMatch(/scenario\.txt:2/);
  });
});
