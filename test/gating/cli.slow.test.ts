import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import { lifecycle } from '../cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'gating-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const file = (ending: string, text: string): string => {
  files += 1;
  const path = join(folder, `subject-${files}${ending}`);
  writeFileSync(path, text);
  return path;
};

const SLOW = { timeout: 300_000 };
const plain = { env: { GITHUB_ACTIONS: '' } };
const check = (args: readonly string[], env: NodeJS.ProcessEnv = plain.env) =>
  lifecycle(['gate', 'check', ...args], '', { env });

/** Wrong in one way: it offers a restore while one is running. */
const wrong = file(
  '.mjs',
  `console.log('hello');
   export default (command, { phases, facts }) => {
     const live = ['QUEUED', 'RUNNING', 'RETRYING', 'HELD'];
     return command === 'switch' ? phases : phases.AGENT === 'ACTIVE';
   };`,
);
const table = file('.csv', 'command,enabled,MANAGER\n');
const agent = ['--entity', 'agent'];
const upgradeOnly = file(
  '.cjs',
  `module.exports = (command, view) => command === 'delete' ? view.phases.AGENT === 'DEACTIVATED' : 'skip';`,
);

test('--json writes one mismatch per line, and nothing that the subject prints', async () => {
  const { status, stdout, stderr } = await check([wrong, ...agent, '--json']);
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(status).toBe(1);
  expect(stderr).toBe('hello\n');
  const { summary } = rows.pop() as { summary: Record<string, unknown> };
  expect(summary).toMatchObject({ level: 'exhaustive', situations: 299_536, mismatches: rows.length, unexercised: [] });
  for (const row of rows) {
    const members = Object.keys(row).filter((name) => !['error', 'scenario'].includes(name));
    expect(members.slice(0, 6)).toEqual(['command', 'ui', 'model', 'situations', 'view', 'cause']);
    expect('scenario' in row).toBe(!row.unconfirmed);
  }
});

test.each([
  ['timers that call process.exit', 'for (let at = 0; at < 3000; at += 1) setTimeout(() => process.exit(0), at);'],
  ['a listener that sets the exit code', "process.on('exit', () => { process.exitCode = 0; });"],
])('a wrong subject does not pass, though it has %s', SLOW, async (_, text) => {
  const subject = file('.mjs', `${text} export default () => true;`);
  expect((await check([subject, ...agent, '--allow-partial'])).status).not.toBe(0);
});

test('for people, the scenario can be pasted, and the last line says what was covered', async () => {
  const { stdout } = await check([wrong, ...agent]);
  expect(stdout).toMatch(/^ {4}agent register version=3\.20\.0$/m);
  const text = stdout.replace(/\s+/g, ' ');
  expect(text).toMatch(/\d+ mismatches of \d+ causes.* \(exhaustive: every situation was decided\)\./);
  expect(text).toMatch(/Covered 299,536 situations × 8 commands, asked [\d,]+ times, in \d+\.\d s\./);
});

test('a CommonJS module is a subject', async () => {
  const { status, stdout } = await check([upgradeOnly, ...agent]);
  expect(status).toBe(1);
  expect(stdout).toContain('the UI answered "skip", which is neither a boolean nor { enabled, code }');
});

describe('a module cannot pass without being checked', () => {
  test('by ending the program', async () => {
    const { status, stdout } = await check([file('.mjs', 'export default () => process.exit(0)'), ...agent]);
    expect(status).toBe(1);
    expect(stdout).toContain('the UI threw (Error: called process.exit(0))');
  });

  test('by ending it while it is imported, or by never finishing its import', async () => {
    for (const text of ['process.exit(0)', 'await new Promise(() => {}); export default () => true']) {
      const { status, stderr } = await check([file('.mjs', text), ...agent]);
      expect([status, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
    }
  });
});

describe('a mistake that a search of too few situations misses', () => {
  test('an agent is offered its upgrade while one is scheduled', async () => {
    const offers = file(
      '.mjs',
      `export default (_, { phases, facts }) =>
         phases.AGENT === 'ACTIVE' && phases.AGENT_UPGRADE !== 'RUNNING' && !facts.upToDate;`,
    );
    const { status, stdout } = await check([offers, ...agent, '--command', 'upgrade', '--json']);
    const found = stdout.split('\n').find((line) => line.includes('"code":681'));
    expect(status).toBe(1);
    expect(JSON.parse(found ?? 'null')).toMatchObject({
      command: 'upgrade',
      ui: 'enabled',
      model: 'rejected',
      scenario: expect.arrayContaining([expect.stringContaining('agent upgrade')]),
    });
  });

  test('a job is never offered the end of its schedule', SLOW, async () => {
    const never = file('.mjs', 'export default () => false');
    const { status, stdout } = await check([never, '--entity', 'job', '--command', 'schedule.stop', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({
      command: 'schedule.stop',
      ui: 'disabled',
      model: 'accepted',
      scenario: expect.arrayContaining([expect.stringContaining('job schedule.create')]),
    });
  });
});

test('a timer that a module leaves running does not keep the program alive', { timeout: 20_000 }, async () => {
  const { status } = await check([file('.mjs', 'setInterval(() => {}, 100); export default () => true'), ...agent]);
  expect(status).toBe(1);
});

describe('a table', () => {
  const rows = [
    { command: 'register', enabled: true },
    { command: 'register', enabled: false, AGENT: 'ACTIVE', code: 856 },
    { command: 'register', enabled: false, when: { AGENT: 'DEACTIVATED' }, code: 'AGENT_OFF' },
  ];

  test('as JSON: later rows win, flat or with when, and codes are compared', async () => {
    const { stdout } = await check([file('.json', JSON.stringify(rows)), ...agent, '--json']);
    const ofRegister = stdout.split('\n').filter((line) => line.includes('"command":"register"'));
    expect(ofRegister.map((line) => JSON.parse(line) as object)).toMatchObject([
      { kind: 'wrong-code', uiCode: 'AGENT_OFF', error: { code: 862 } },
    ]);
  });

  test('as CSV: an empty cell is any value', async () => {
    const text =
      'command,enabled,AGENT,code\nregister,true,,\nregister,false,ACTIVE,856\nregister,false,DEACTIVATED,862\n';
    const { stdout } = await check([file('.csv', text), ...agent]);
    expect(stdout).not.toMatch(/^register/m);
    expect(stdout.replace(/\s+/g, ' ')).toContain('in none for deactivate, delete, upgrade');
  });
});

describe('what cannot be read is said in one line, with status 2', () => {
  const json = (rows: unknown) => file('.json', JSON.stringify(rows));
  test.each<[string, () => string[], RegExp]>([
    ['no subject', () => [], /missing SUBJECT, or --page URL/],
    ['both', () => [wrong, '--page', 'http://localhost'], /exclude each other/],
    ['an adapter without a page', () => [wrong, '--adapter', 'a.js'], /--adapter needs --page/],
    ['no such file', () => ['nothing.mjs'], /cannot read "nothing\.mjs": no such file/],
    ['another ending', () => [file('.yaml', '')], /is no subject: its name has to end in/],
    ['no default export', () => [file('.mjs', 'export const a = 1')], /has no default export/],
    ['a number', () => [file('.mjs', 'export default 1')], /exports a number/],
    ['a syntax error', () => [file('.mjs', 'export default (')], /cannot import .*: SyntaxError/],
    ['an error while it is imported', () => [file('.mjs', 'throw new Error("boom")')], /cannot import .*: Error: boom/],
    ['no JSON', () => [file('.json', '[{]')], /no JSON: /],
    ['no array', () => [json({})], /no array/],
    [
      'an unknown command',
      () => [json([{ command: 'copy.strat', enabled: true }])],
      /row 1: .*did you mean copy\.start\?/,
    ],
    [
      'an unknown status',
      () => [json([{ command: 'copy.start', enabled: true, SCAN: 'RUNING' }])],
      /row 1: SCAN is never "RUNING" \(did you mean RUNNING\?\)/,
    ],
    [
      'an unknown fact',
      () => [json([{ command: 'copy.start', enabled: true, linkUnstabel: true }])],
      /row 1: .*did you mean linkUnstable\?/,
    ],
    [
      'a value of another type',
      () => [json([{ command: 'copy.start', enabled: true, linkUnstable: 'true' }])],
      /linkUnstable is never "true"/,
    ],
    [
      'enabled is no boolean',
      () => [json([{ command: 'copy.start', enabled: 1 }])],
      /row 1: enabled is not true or false/,
    ],
    ['an unknown column', () => [file('.csv', 'command,enabled,SCN\n')], /:1: column 3: .*did you mean SCAN\?/],
    ['a missing column', () => [file('.csv', 'command,SCAN\n')], /:1: no column enabled/],
    ['a column twice', () => [file('.csv', 'command,enabled,SCAN,SCAN\n')], /the column SCAN stands twice/],
    ['a cell too many', () => [file('.csv', 'command,enabled\ncopy.start,true,x\n')], /no CSV: .*line 2/],
    ['a malformed cell', () => [file('.csv', 'command,enabled\ncopy.start,yes\n')], /:2: column 2: enabled is "yes"/],
    ['an unknown entity', () => [table, '--entity', 'jobb'], /unknown entity "jobb" \(did you mean job\?\)/],
    ['a missing entity', () => [wrong, '--system', 'wildduck'], /missing --entity, one of user, /],
    ['a malformed time', () => [wrong, '--timeout', 'soon'], /--timeout needs a duration/],
    ['a missing baseline', () => [wrong, '--baseline', 'none.json'], /cannot read "none\.json".*--update-baseline/],
    ['an update without a baseline', () => [wrong, '--update-baseline'], /--update-baseline needs --baseline FILE/],
  ])('%s', async (_, args, says) => {
    const { status, stdout, stderr } = await check(args());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('reports', () => {
  test('JUnit: counts, cases and failures fit together, and text is escaped', async () => {
    const path = join(folder, 'gating.xml');
    await check([wrong, ...agent, '--junit', path]);
    const xml = readFileSync(path, 'utf8');
    const [, tests, failures] = /<testsuite name="[^"]+" tests="(\d+)" failures="(\d+)" errors="0"/.exec(xml) ?? [];
    expect(xml.match(/<testcase /g)).toHaveLength(Number(tests));
    expect(xml.match(/<failure /g)).toHaveLength(Number(failures));
    expect(Number(failures)).toBeGreaterThan(0);
    expect(xml.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
  });

  test('SARIF 2.1.0: each result has a listed rule, a place and a fingerprint', async () => {
    const path = join(folder, 'gating.sarif');
    await check([wrong, ...agent, '--sarif', path]);
    const { version, runs } = JSON.parse(readFileSync(path, 'utf8')) as Log;
    const [{ tool, results = [] } = { tool: { driver: { name: '' } } }] = runs;
    expect(version).toBe('2.1.0');
    expect(results.length).toBeGreaterThan(0);
    for (const { ruleId, ruleIndex, message, locations, partialFingerprints } of results) {
      expect(tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
      expect(message.text).toBeTruthy();
      expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toContain('subject-1.mjs');
      expect(Object.values(partialFingerprints ?? {})).toHaveLength(1);
    }
  });

  test('annotations on GitHub, with line breaks and colons escaped', async () => {
    const { stdout } = await check([wrong, ...agent], { GITHUB_ACTIONS: 'true' });
    const lines = stdout.split('\n').filter((line) => line.startsWith('::error '));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^::error file=[^:,]+,title=[^:,]+::.+(%0A|very beginning)/);
  });

  test('a baseline accepts known mismatches, fails on new ones, and names those that are gone', {
    timeout: 120_000,
  }, async () => {
    const path = join(folder, 'known.json');
    expect((await check([wrong, ...agent, '--baseline', path, '--update-baseline'])).status).toBe(0);
    const known = await check([wrong, ...agent, '--baseline', path]);
    expect([known.status, known.stdout]).toEqual([
      0,
      expect.stringMatching(/^\d+ known from .*\n\nNo new mismatch \(exhaustive/s),
    ]);
    const written = JSON.parse(readFileSync(path, 'utf8')) as { known: { command: string; situations: number }[] };
    const [first, ...rest] = written.known;
    const gone = { cause: 'none', command: 'retire', answer: 'enabled rejected 1', situations: 1 };
    writeFileSync(path, JSON.stringify({ ...written, known: [...rest, gone] }));
    const { status, stdout } = await check([wrong, ...agent, '--baseline', path]);
    expect(status).toBe(1);
    expect(stdout).toContain('1 new mismatch of 1 cause');
    expect(stdout).toMatch(new RegExp(`^${first?.command}: `, 'm'));
    expect(stdout.replace(/\s+/g, ' ')).toContain('retire enabled rejected 1 (none)');
    const fewer = written.known.map((each) => ({ ...each, situations: each.situations - 1 }));
    writeFileSync(path, JSON.stringify({ ...written, known: fewer }));
    expect((await check([wrong, ...agent, '--baseline', path])).status).toBe(1);
  });

  test('a baseline of the older form is a misuse, and the message says how to write a new one', async () => {
    const path = join(folder, 'old.json');
    writeFileSync(path, JSON.stringify({ system: 'egnyte', entity: 'agent', known: ['retire enabled rejected 862'] }));
    const { status, stderr } = await check([wrong, ...agent, '--baseline', path]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/older form.*write it anew with --update-baseline/)]);
  });

  test('--command checks one command only, and must name one', async () => {
    const { stdout } = await check([wrong, ...agent, '--command', 'register', '--json']);
    const { summary } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { summary: { commands: object } };
    expect(summary.commands).toEqual({ register: { level: 'exhaustive' } });
    const { status, stderr } = await check([wrong, ...agent, '--command', 'registre']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('did you mean register?')]);
  });

  test('a file that cannot be written is a complaint, and leaves nothing behind', async () => {
    const { status, stderr } = await check([wrong, ...agent, '--junit', join(folder, 'no', 'such.xml')]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot write')]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

test('gate has help of its own, and is a misuse without a verb', async () => {
  expect((await lifecycle(['gate', '--help'])).stdout).toMatch(/^lifecycle gate: .*check {3}.*matrix {2}/s);
  expect(await lifecycle(['gate'])).toMatchObject({ status: 2, stderr: expect.stringContaining('missing verb') });
  expect(await lifecycle(['gate', 'chek'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('mean check?'),
  });
});
