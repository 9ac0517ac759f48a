import { describe, expect, it } from 'vitest';
import type { CommandGates } from '../../src/answers/explain.ts';
import { call, file, json, lifecycle, lines } from './program.ts';

const KEYS = ['system', 'code', 'name', 'category', 'kind', 'meaning', 'mark', 'uses', 'scenario', 'proven'];

describe('explain --json', () => {
  it('has the keys of the contract, then whether the scenario is proven to be shortest', async () => {
    const { status, stdout } = await call(['explain', '650', '--system', 'egnyte', '--json']);
    expect(json(stdout).map(Object.keys)).toEqual([KEYS]);
    expect(json(stdout)).toMatchObject([{ system: 'egnyte', code: 650, name: 'SCAN_INPROGRESS_ERR', mark: 'S' }]);
    expect(status).toBe(0);
  });

  it('finds the same by name', async () => {
    const byCode = await call(['explain', '650', '--system', 'egnyte', '--json']);
    expect(await call(['explain', 'SCAN_INPROGRESS_ERR', '--system', 'egnyte', '--json'])).toEqual(byCode);
  });

  it('prints each row of a number that is used twice, with its oddity', async () => {
    const rows = json((await call(['explain', '500', '--system', 'egnyte', '--json'])).stdout);
    expect(rows).toMatchObject([{ name: 'Service' }, { name: 'ERR_POST_CONFIG_FILE_GET' }]);
    expect(rows.map(Object.keys)).toEqual(rows.map(() => KEYS.toSpliced(7, 0, 'oddity')));
  });

  it('has no scenario for an informational code', async () => {
    expect(json((await call(['explain', '13', '--system', 'egnyte', '--json'])).stdout)).toMatchObject([
      { scenario: null, proven: null },
    ]);
  });

  it('says why a code is never given', async () => {
    expect(json((await call(['explain', '0', '--system', 'dovecot', '--json'])).stdout)).toMatchObject([
      { kind: 'informational', why: expect.stringMatching(/^A pass that ends with 0 succeeded\. /) },
    ]);
  });

  it('names the versions in the marks of the row and of its uses', async () => {
    const versionsOf = async (code: string, system: string) =>
      json((await call(['explain', code, '--system', system, '--json'])).stdout).map(({ versions }) => versions);
    expect(await versionsOf('UserNotFound', 'wildduck')).toEqual([{ F: 'WildDuck 1.46.1' }]);
    expect(await versionsOf('139', 'dovecot')).toEqual([{ O: 'Dovecot 2.3.19 (Debian 12)' }]);
    expect(await versionsOf('650', 'egnyte')).toEqual([undefined]);
  });

  it('gives a scenario that shows the code', async () => {
    const [{ scenario } = {}] = json((await call(['explain', '671', '--system', 'egnyte', '--json'])).stdout);
    const { stdout } = await call(['simulate', file((scenario as string[]).join('\n')), '--json']);
    expect(json(stdout).at(-1)).toMatchObject({ outcome: 'rejected', error: { code: 671 } });
  });
});

describe('explain of an alias', () => {
  const rowsOf = async (...asked: string[]) =>
    json((await call(['explain', ...asked, '--json'])).stdout).flatMap(({ name }) => name ?? []);

  it.each([
    ['EX_TEMPFAIL', 'dovecot', ['EX_TEMPFAILE']],
    ['ex_tempfail', 'dovecot', ['EX_TEMPFAILE']],
    ['Segmentation fault', 'dovecot', ['SIGSEGV']],
    [
      'partially completed',
      'dropsuite',
      ['BACKUP: PARTIALLY_COMPLETE', 'MIGRATION: PARTIALLY_COMPLETE', 'RESTORE: PARTIALLY_COMPLETE'],
    ],
    ['255', 'mozilla-sync', ['POOL_EXHAUSTED']],
    ['403', 'mozilla-sync', ['ERROR_OVER_QUOTA']],
    ['409', 'mozilla-sync', ['WEAVE_UNKNOWN_ERROR']],
    ['413', 'mozilla-sync', ['WEAVE_SIZE_LIMIT_EXCEEDED']],
  ])('%s, in %s', async (asked, system, rows) => {
    expect(await rowsOf(asked, '--system', system)).toEqual(rows);
  });

  it('finds every row for 503: an old client, a conflict, and nine of the infrastructure', async () => {
    const rows = await rowsOf('503', '--system', 'mozilla-sync');
    expect(rows).toHaveLength(11);
    expect(rows).toEqual(expect.arrayContaining(['CLIENT_UPGRADE_REQUIRED', 'WEAVE_UNKNOWN_ERROR', 'GETVS_FAILED']));
  });

  it('prefers a code to an alias', async () => {
    expect(await rowsOf('401', '--system', 'mozilla-sync')).toEqual(['UNAUTHORIZED']);
  });

  it('says what the alias means', async () => {
    const { stdout } = await call(['explain', '409', '--system', 'mozilla-sync']);
    expect(stdout).toMatch(
      /\n\nAlso 409: The HTTP status of a write conflict in the API pages; the servers answer 503/,
    );
  });
});

describe('explain of what people write', () => {
  const asked = async (...args: string[]) => json((await call(['explain', ...args, '--json'])).stdout);

  it.each([['671'], ['[671]'], [' 671 '], ['sync_stop_required_err'], ['Sync_Stop_Required_Err']])(
    '%j',
    async (word) => {
      expect(await asked(word)).toMatchObject([{ system: 'egnyte', code: 671 }]);
    },
  );

  it.each([
    [['DATA_SYNC PAUSED']],
    [['DATA_SYNC:PAUSED']],
    [['DATA_SYNC : PAUSED']],
    [['data_sync', ':', 'paused']],
    [['DATA_SYNC', 'PAUSED']],
  ])('%j is a status', async (words) => {
    const [row, status, ...more] = await asked(...words);
    expect(row).toMatchObject({ code: 955, kind: 'status' });
    expect(Object.keys(status ?? {})).toEqual(['system', 'entity', 'phase', 'status', 'code', 'can']);
    expect(status).toMatchObject({ system: 'egnyte', entity: 'job', phase: 'DATA_SYNC', status: 'PAUSED', code: 955 });
    expect(more).toEqual([]);
  });

  it('lists the gates of a command in order', async () => {
    const [gates, ...more] = await asked('copy.start');
    expect(gates).toMatchObject({ system: 'egnyte', entity: 'job', command: 'copy.start' });
    expect((gates as unknown as CommandGates).gates.slice(0, 3).map(({ gate }) => gate)).toEqual(['L1', 'L2', 'L2']);
    expect(more).toEqual([]);
  });

  it('explains several words one after another', async () => {
    expect((await asked('650', 'TotpEnabled')).map(({ code }) => code)).toEqual([650, 'TotpEnabled']);
  });

  it('lists what a fragment may be', async () => {
    const { status, stdout } = await call(['explain', 'stop_required']);
    expect(stdout).toMatch(/^egnyte\n {2}code {2}668 SCAN_STOP_REQUIRED_ERR {2,}\S/);
    expect(status).toBe(0);
  });

  it('names the system that has a number, if this one does not', async () => {
    expect(await call(['explain', '75', '--system', 'egnyte'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'lifecycle explain: egnyte has no 75, dovecot has; run lifecycle explain 75\n',
    });
  });

  it('names every system that has a command, if this one does not', async () => {
    const { stderr } = await call(['explain', 'create', '--system', 'dropsuite']);
    expect(stderr).toBe(
      'lifecycle explain: dropsuite has no create, egnyte, wildduck and mozilla-sync have; run lifecycle explain create\n',
    );
  });

  it('is the verb if a code is given instead of one', async () => {
    expect(await call(['671'])).toEqual(await call(['explain', '671']));
  });

  it('explains each code in a log once', async () => {
    const log =
      '2024-06-01T10:15:00Z job 7 refused: 671\n10:16 again [671] SYNC_STOP_REQUIRED_ERR\nDATA_SYNC : PAUSED\n';
    const { status, stdout } = await lifecycle(['explain', '-', '--system', 'egnyte', '--json'], log);
    expect(json(stdout).map(({ code }) => code)).toEqual([671, 955, 955]);
    expect(status).toBe(0);
  });
});

describe('explain, for people', () => {
  it('says what the code is, what gives it, and how to see it', async () => {
    const { stdout } = await call(['explain', '650', '--system', 'egnyte']);
    expect(stdout).toMatch(
      /^egnyte 650 SCAN_INPROGRESS_ERR\nState Validation Errors, state-rejection; S: stated in the vendor's table\n\n/,
    );
    expect(stdout).toMatch(
      /\n\nGiven by:\n {2}S {2}job {6}the scan is queued or running: scan\.start, sanitize\.start, /,
    );
    expect(stdout).toMatch(
      /\n {2}S {2}project {2}the simulated scan is RUNNING or PAUSED: simulateScan\.start, splitJobs\n/,
    );
    expect(stdout).toMatch(/\n\nShortest scenario that was found:\ngiven ready\njob .*\njob .*\n$/);
  });

  it('says where a status occurs', async () => {
    expect((await call(['explain', '934', '--system', 'egnyte'])).stdout).toMatch(
      /\n {2}S {2}job {2}SCAN is STOPPED\n/,
    );
  });

  it('says what is possible in a status', async () => {
    const { stdout } = await call(['explain', 'MANAGER:SUSPENDED']);
    expect(stdout).toMatch(/\n {2}accepted {10}resume\n {2}AlreadySuspended {2}suspend\n$/);
  });

  it('says that no other system has the number', async () => {
    expect((await call(['explain', '671'])).stdout).toMatch(/^.+\n.+\nNo other system has a 671\.\n\n/);
  });

  it('prints the oddity', async () => {
    expect((await call(['explain', '500', '--system', 'egnyte'])).stdout).toMatch(/\n\nOdd: .+\n\n/);
  });

  it('says why there is no scenario', async () => {
    const { stdout } = await call(['explain', '13', '--system', 'egnyte']);
    expect(stdout).toMatch(/\n\nNo scenario: Fetching a report reads what is there\. /);
  });

  it('names the version that was read, and the one that was run', async () => {
    const { stdout: read } = await call(['explain', 'NotPermitted', '--system', 'wildduck']);
    expect(read).toMatch(/; F: found in the source of WildDuck 1\.46\.1\n/);
    const { stdout: run } = await call(['explain', '139', '--system', 'dovecot']);
    expect(run).toMatch(/; O: observed on Dovecot 2\.3\.19 \(Debian 12\)\n/);
  });

  it('puts a blank line between two explanations', async () => {
    const { stdout } = await call(['explain', '500', '--system', 'egnyte']);
    expect(stdout).toMatch(/\S\n\negnyte 500 ERR_POST_CONFIG_FILE_GET\n/);
  });

  it('breaks long sentences', async () => {
    const { stdout } = await call(['explain', '650', '--system', 'egnyte'], { columns: 60 });
    expect(Math.max(...lines(stdout).map(({ length }) => length))).toBeLessThanOrEqual(74);
  });

  it('is printed by the real program', async () => {
    const { status, stdout, stderr } = await lifecycle(['explain', '650']);
    expect(stdout).toMatch(/^egnyte 650 /);
    expect([status, stderr]).toEqual([0, '']);
  });
});
