import { describe, expect, it } from 'vitest';
import { call, file, folder, lifecycle } from './program.ts';

const FILE = 'name a scenario file, or - for standard input';

describe('a mistake is one line that says what to do next', () => {
  it.each([
    [
      [],
      'lifecycle: missing verb, one of simulate, can, explain, describe, codes, explore, path, diagram, site, play, laws, serve, init, completion, gate; run lifecycle --help',
    ],
    [['simulat'], 'lifecycle: unknown verb "simulat" (did you mean simulate?); run lifecycle --help'],
    [['frobnicate'], 'lifecycle: unknown verb "frobnicate"; run lifecycle --help'],
    [['constructor'], 'lifecycle: unknown verb "constructor"; run lifecycle --help'],
    [['__proto__'], 'lifecycle: unknown verb "__proto__"; run lifecycle --help'],
    [[''], 'lifecycle: unknown verb ""; run lifecycle --help'],
    [['a\nb\x1b[31m'], 'lifecycle: unknown verb "a\\u{a}b\\u{1b}[31m"; run lifecycle --help'],
    [['help', 'explian'], 'lifecycle: unknown verb "explian" (did you mean explain?); run lifecycle --help'],
    [['--versoin'], 'lifecycle: unknown option "--versoin" (did you mean --version?); run lifecycle --help'],
    [['--json', 'simulate'], 'lifecycle: unknown option "--json"; run lifecycle --help'],
    [
      ['simulate', '--jsn'],
      'lifecycle simulate: unknown option "--jsn" (did you mean --json?); run lifecycle simulate --help',
    ],
    [['simulate', '-j'], 'lifecycle simulate: unknown option "-j"; run lifecycle simulate --help'],
    [['simulate', '--__proto__'], 'lifecycle simulate: unknown option "--__proto__"; run lifecycle simulate --help'],
    [
      ['simulate', '--no-json'],
      'lifecycle simulate: unknown option "--no-json" (did you mean --json?); run lifecycle simulate --help',
    ],
    [['simulate', '--json=yes'], 'lifecycle simulate: --json takes no value; run lifecycle simulate --help'],
    [['simulate', '--system'], 'lifecycle simulate: --system needs a value, NAME|FILE; run lifecycle simulate --help'],
    [['simulate', '--system='], 'lifecycle simulate: --system needs a value, NAME|FILE; run lifecycle simulate --help'],
    [
      ['simulate', '--system', '--json'],
      'lifecycle simulate: --system needs a value, NAME|FILE; run lifecycle simulate --help',
    ],
    [['simulate', '--watch'], 'lifecycle simulate: --watch needs a FILE; name files or folders'],
    [
      ['simulate', '-i', '--json'],
      'lifecycle simulate: -i goes with neither --json nor --junit; run lifecycle simulate --help',
    ],
    [
      ['simulate', '-i', 'a', 'b'],
      'lifecycle simulate: -i takes one FILE at most, to begin with; run lifecycle simulate --help',
    ],
    [
      ['explain'],
      "lifecycle explain: missing CODE, a number or a name of a vendor's table, a status or a command; - finds all of them in standard input; run lifecycle explain --help",
    ],
    [['explain', '-', '651'], 'lifecycle explain: - stands alone; give codes, or - and a text on standard input'],
    [['can'], 'lifecycle can: missing ENTITY[:ID], the entity, such as job or job:2; run lifecycle can --help'],
    [['can', 'job:a/b'], 'lifecycle can: malformed id "a/b"; use letters, digits, _, - and .'],
    [['can', 'job:'], 'lifecycle can: malformed id ""; use letters, digits, _, - and .'],
    [['can', 'domain:2'], 'lifecycle can: there is only one domain, with the id 1; name domain alone'],
    [
      ['can', 'manager:2', '--system', 'dovecot'],
      'lifecycle can: there is only one manager, with the id 1; name manager alone',
    ],
    [
      ['can', 'account', '--system', 'dovecot', '--after', 'x.txt', 'MIGRATION:RUNNING'],
      'lifecycle can: --after and statuses exclude each other; name a scenario, or what is known',
    ],
    [
      ['can', 'account', '--system', 'dovecot', 'MIGRATION:RUNING'],
      'lifecycle can: unknown status "RUNING" (did you mean RUNNING?); MIGRATION is one of null, QUEUED, RUNNING, SYNCED, FINAL_PENDING, RETRYING, FAILED, REMOVED, COMPLETED',
    ],
    [
      ['describe', 'jbo'],
      'lifecycle describe: unknown entity "jbo" (did you mean job?); it is one of agent, job, project, domain',
    ],
    [['can', 'user'], 'lifecycle can: egnyte has no user, wildduck has; say --system wildduck'],
    [
      ['describe', 'account'],
      'lifecycle describe: egnyte has no account, dovecot and mozilla-sync have; say --system dovecot or --system mozilla-sync',
    ],
    [['diagram', 'user.TOTP'], 'lifecycle diagram: egnyte has no user, wildduck has; say --system wildduck'],
    [['gate', 'matrix', 'user'], 'lifecycle gate matrix: egnyte has no user, wildduck has; say --system wildduck'],
    [
      ['gate', 'check', 'x.csv', '--entity', 'job', '--system', 'wildduck'],
      'lifecycle gate check: wildduck has no job, egnyte has; say --system egnyte',
    ],
    [
      ['path', '--code', 'usernotfound'],
      'lifecycle path: egnyte has no usernotfound, wildduck has; say --system wildduck',
    ],
    [['can', 'job', 'scan=PAUSED'], 'lifecycle can: scan is a phase, not a fact; say scan:PAUSED'],
    [['can', 'job', 'agent:INACTIVE'], 'lifecycle can: agent is a fact, not a phase; say agent=INACTIVE'],
    [
      ['codes', '--kind', 'state'],
      'lifecycle codes: unknown kind "state" (did you mean state-rejection?); it is one of status, state-rejection, input-rejection, failure-reason, environment-fault, informational',
    ],
    [['simulate', '/dev/null/x'], `lifecycle simulate: cannot read "/dev/null/x": not a directory; ${FILE}`],
  ])('%j', async (args, line) => {
    expect(await call(args)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
  });

  it.each(['simulate', 'explain 650', 'codes'])('%s of an unknown system', async (verb) => {
    const { status, stdout, stderr } = await call([...verb.split(' '), '--system', 'egnite']);
    expect(stderr).toMatch(
      /^lifecycle \w+: unknown system "egnite" \(did you mean egnyte\?\); it is one of egnyte.*\n$/,
    );
    expect([status, stdout]).toEqual([2, '']);
  });

  it.each([
    ['6500', /^lifecycle explain: unknown code "6500"; run lifecycle codes\n$/],
    ['649', /^lifecycle explain: unknown code "649"; near it are .*; run lifecycle codes\n$/],
    [
      'scan_inprogres_err',
      /^lifecycle explain: unknown code "scan_inprogres_err" \(did you mean SCAN_INPROGRESS_ERR\?\); run/,
    ],
    ['toString', /^lifecycle explain: unknown code "toString"; run lifecycle codes\n$/],
    ['', /^lifecycle explain: unknown code ""; run lifecycle codes\n$/],
    ['671,', /"671,"; it contains 671 SYNC_STOP_REQUIRED_ERR; pipe a text into lifecycle explain -\n$/],
    ['404 UserNotFound', /it contains 404 Page Not Found, UserNotFound, 404 NOT_FOUND; pipe a text into/],
  ])('explain %j', async (code, line) => {
    const { status, stdout, stderr } = await call(['explain', code]);
    expect(stderr).toMatch(line);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('explain of a log', async () => {
    const log = file('job 17: copy refused: 671\n', 'agent.log');
    expect((await call(['explain', log])).stderr).toBe(
      `lifecycle explain: "${log}" is a file; run lifecycle explain - <${log}\n`,
    );
  });

  it('explain of an unknown code of one system', async () => {
    const { stderr } = await call(['explain', '650000', '--system', 'egnyte']);
    expect(stderr).toMatch(/; run lifecycle codes --system egnyte\n$/);
  });

  it('a missing file', async () => {
    const path = `${folder()}/none.txt`;
    const { stderr, status } = await call(['simulate', path]);
    expect(stderr).toBe(
      `lifecycle simulate: cannot read "${path.slice(0, 60)}${path.length > 60 ? '…' : ''}": no such file or directory; ${FILE}\n`,
    );
    expect(status).toBe(2);
  });

  it('a folder without scenarios', async () => {
    const { stderr, status } = await call(['simulate', folder()]);
    expect(stderr).toMatch(
      /^lifecycle simulate: ".+" has no \*\.txt and no \*\.ndjson; name a folder that has scenarios\n$/,
    );
    expect(status).toBe(2);
  });
});

describe.concurrent('the real program', () => {
  it.each([[[]], [['simulat']], [['simulate', '--system', 'none']], [['simulate', '/nowhere/at/all']]])(
    'ends with status 2, a line and nothing on standard output: %j',
    async (args) => {
      const { status, stdout, stderr } = await lifecycle(args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^lifecycle.*; [^\n]+\n$/);
    },
  );
});

describe.concurrent('a module that Node cannot import', () => {
  it.each([
    ['is wrong TypeScript', "export default {\n  kind 'task',\n};\n", 'mine.ts', /mine\.ts:2: SyntaxError: /],
    ['throws', "\n\nthrow new Error('boom');\n", 'mine.js', /mine\.js:3: Error: boom/],
    ['asks for what is not there', "import { nothing } from 'node:fs';\n", 'mine.mjs', /mine\.mjs:1: SyntaxError: /],
  ])('is named with the line at which it %s', async (_, content, name, place) => {
    const { status, stderr } = await lifecycle(['describe', '--system', file(content, name)]);
    expect(stderr).toMatch(place);
    expect(stderr).toMatch(/^lifecycle describe: cannot import "[^\n]+; see that node can run it\n$/);
    expect(status).toBe(2);
  });
});

describe('a fault of the program itself', () => {
  it('prints its stack and asks for a report', async () => {
    const path = file('job scan.start\n');
    const { status, stderr } = await call(['simulate', path], {
      get columns(): never {
        throw new TypeError('a fault of ours');
      },
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^TypeError: a fault of ours\n {4}at [\s\S]*\nlifecycle: this is a fault of lifecycle itself; please report/,
    );
  });
});
