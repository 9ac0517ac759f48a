import { describe, expect, it } from 'vitest';
import { duration } from '../../src/cli/text/wording.ts';
import { codeAndName } from '../../src/model/index.ts';
import { call, file, lines } from './program.ts';

const simulate = async (content: string, columns?: number) => {
  const path = file(content);
  const { stdout } = await call(['simulate', path], columns === undefined ? {} : { columns });
  return stdout.replaceAll(path, 'FILE');
};

describe('simulate, for people', () => {
  it('prints a scenario in columns', async () => {
    const scenario = `given ready
job scan.start
job copy.start => 650
agent disconnect
job scan.stop => accepted SCAN:STOPPING
wait 65m
job:2 create
wait 1d
`;
    expect(await simulate(scenario)).toBe(`\
  1  0s      agent:1  register version=3.20.0  accepted  AGENT ACTIVE (901)  (given)
  2  0s      job:1    create                   accepted  CREATE_MIGRATION QUEUED (917)  (given)
  3  0s      job:1    create.started           applied   CREATE_MIGRATION RUNNING (910)  (given)
  4  0s      job:1    create.succeeded         applied   CREATE_MIGRATION SUCCEEDED (911)  (given)
                                                         SCAN QUEUED (937)
  5  0s      job:1    scan.started             applied   SCAN RUNNING (930)  (given)
  6  0s      job:1    scan.succeeded           applied   SCAN SUCCEEDED (932)  (given)
  7  0s      job:1    scan.start               accepted  SCAN QUEUED (937)
  8  0s      job:1    copy.start               rejected 650 SCAN_INPROGRESS_ERR
                                               the scan is queued or running (S)
  9  0s      agent:1  disconnect               applied   AGENT INACTIVE (900)
 10  0s      job:1    scan.stop                accepted  SCAN STOPPED (934)
                                               missed at FILE:5: expected SCAN:STOPPING, it is STOPPED
 11  0s               wait 1h 05m              applied
 12  1h 05m  job:2    create                   rejected 692 CREATE_MIGRATION_AGENT_INACTIVE_ERR
                                               the agent that it names is not ACTIVE (S)
 13  1h 05m           wait 1d                  applied

Where everything stands at 1d 01h 05m
  agent:1  AGENT INACTIVE
  job:1    CREATE_MIGRATION SUCCEEDED, SCAN STOPPED

13 steps: 4 accepted, 2 rejected, 7 applied, 0 ignored; expectations: 2 met, 1 missed
`);
  });

  it('names the entity of a status if it is not the one addressed', async () => {
    const text = await simulate('given ready\njob scan.start\njob scan.started\nagent disconnect');
    expect(text).toContain('applied   AGENT INACTIVE (900), job:1 SCAN PAUSED (935)\n');
  });

  it('says why a phase failed', async () => {
    const text = await simulate('given ready\njob scan.start\njob scan.failed code=1070');
    expect(text).toMatch(/applied {3}SCAN FAILED \(931\): 1070 \w+\n/);
  });

  it('puts changes on lines of their own if there is no room', async () => {
    const content = 'given ready\njob copy.start';
    expect(await simulate(content, 110)).toContain('accepted  MIGRATE_DATA QUEUED (927), DATA_UPLOAD QUEUED (947)\n');
    expect(await simulate(content, 80)).toMatch(
      /accepted {2}MIGRATE_DATA QUEUED \(927\)\n {53}DATA_UPLOAD QUEUED \(947\)\n/,
    );
  });

  it('breaks a long list between statuses', async () => {
    const text = await simulate('given ready\njob copy.start', 60);
    expect(lines(text).slice(-4, -2)).toEqual([
      '  job:1    CREATE_MIGRATION SUCCEEDED, SCAN SUCCEEDED,',
      '           MIGRATE_DATA QUEUED, DATA_UPLOAD QUEUED',
    ]);
  });

  it('says why a report is ignored, with its parameters', async () => {
    const text = await simulate('given ready\njob scan.start\njob scan.failed code=99999', 120);
    expect(text).toContain('scan.failed code=99999   ignored   99999 is no reason for which a scan fails\n');
  });

  it('suggests the nearest word', async () => {
    const text = await simulate('job scan.star', 140);
    expect(text).toContain(
      '620 ERR_INVALID_OPCODE  no event of a job is called scan.star (S); did you mean scan.start?\n',
    );
  });

  it('says that an expected code is not in the catalogue', async () => {
    expect(await simulate('job x => 409')).toContain('missed at FILE:1: expected 409; the table has no such code\n');
    expect(await simulate('job x => SCAN_INPROGRES_ERR')).toContain(
      'expected SCAN_INPROGRES_ERR; the table has no such code, did you mean SCAN_INPROGRESS_ERR?\n',
    );
  });

  it('makes columns as wide as their contents', async () => {
    const [first] = lines(await simulate('job x\njob:a-long-id create.started'));
    expect(first).toMatch(/^ {2}1 {2}0s {2}job:1 {10}x {15}rejected/);
  });

  it('leaves out entities without phases, and counts one step', async () => {
    expect(await simulate('domain nonsense')).toBe(`\
  1  0s  domain:1  nonsense  rejected 620 ERR_INVALID_OPCODE
                             no event of a domain is called nonsense (S)
1 step: 0 accepted, 1 rejected, 0 applied, 0 ignored; expectations: 0 met, 0 missed
`);
  });

  it('escapes what would garble a terminal', async () => {
    expect(await simulate('job a\x1b[31m\u202eb\u009b')).toContain('a\\u{1b}[31m\\u{202e}b\\u{9b}');
  });
});

it.each([
  [650, 'SCAN_INPROGRESS_ERR', '650 SCAN_INPROGRESS_ERR'],
  ['server issue: pool exhausted', 'POOL_EXHAUSTED', 'server issue: pool exhausted POOL_EXHAUSTED'],
  ['TotpEnabled', 'TotpEnabled', 'TotpEnabled'],
])('the code %s named %s is shown as %s', (code, name, text) => expect(codeAndName({ code, name })).toBe(text));

describe('a duration', () => {
  it.each([
    [0, '0s'],
    [59, '59s'],
    [60, '1m'],
    [61, '1m 01s'],
    [300, '5m'],
    [3600, '1h'],
    [3605, '1h 00m 05s'],
    [3900, '1h 05m'],
    [86400, '1d'],
    [86400 * 400 + 60, '400d 00h 01m'],
  ])('of %i s is %s', (seconds, text) => expect(duration(seconds)).toBe(text));
});
