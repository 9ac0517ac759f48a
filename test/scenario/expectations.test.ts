import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { event, read, reads, refuses } from './toy-reading.ts';

const expecting = (text: string, ...expected: NonNullable<ReturnType<typeof read>[number]['expect']>): void =>
  reads(`job:7 x ${text}`, { ...event('job', '7', 'x'), expect: expected });
const unknown = (text: string): string =>
  `unknown expectation ${text}; expected accepted, rejected, applied, ignored, a code, PHASE:STATUS or ENTITY.PHASE:STATUS`;

describe('an outcome', () => {
  expecting('=> accepted', { text: 'accepted', outcome: 'accepted' });
  expecting('=> rejected', { text: 'rejected', outcome: 'rejected' });
  expecting('=> applied', { text: 'applied', outcome: 'applied' });
  expecting('=> ignored', { text: 'ignored', outcome: 'ignored' });
  refuses('job x => acepted', `1:10: ${unknown('"acepted"')} (did you mean accepted?)`);
});

describe('a code of the catalogue', () => {
  expecting('=> 650', { text: '650', code: '650' });
  expecting('=> 0', { text: '0', code: '0' });
  expecting('=> SCAN_INPROGRESS', { text: 'SCAN_INPROGRESS', code: 'SCAN_INPROGRESS' });
  expecting('=> TotpEnabled', { text: 'TotpEnabled', code: 'TotpEnabled' });
  expecting('=> "server issue: pool exhausted"', {
    text: 'server issue: pool exhausted',
    code: 'server issue: pool exhausted',
  });
  expecting('=> "SCAN: RUNNING"', { text: 'SCAN: RUNNING', code: 'SCAN: RUNNING' });
  expecting('=>650', { text: '650', code: '650' });
  expecting('=>"SCAN: RUNNING"', { text: 'SCAN: RUNNING', code: 'SCAN: RUNNING' });
});

describe('a code that the catalogue does not have is missed, not malformed', () => {
  expecting('=> 652', { text: '652', code: '652' });
  expecting('=> 0650', { text: '0650', code: '0650' });
  expecting('=> AuthFail', { text: 'AuthFail', code: 'AuthFail' });
  expecting('=> "server issue: pool"', { text: 'server issue: pool', code: 'server issue: pool' });
  expecting('=> server issue', { text: 'server', code: 'server' }, { text: 'issue', code: 'issue' });
  refuses('job x => =651', `1:10: ${unknown('"=651"')} (did you mean 651?)`);
});

describe('the status of a phase of the entity', () => {
  expecting('=> SCAN:STOPPED', { text: 'SCAN:STOPPED', phase: 'SCAN', status: 'STOPPED' });
  expecting('=> SCAN:null', { text: 'SCAN:null', phase: 'SCAN', status: null });
  refuses(
    'job x => SCAN:STOPED',
    '1:15: unknown status "STOPED" of SCAN; expected QUEUED, RUNNING, STOPPED or null (did you mean STOPPED?)',
  );
  refuses('job x => SCAN:', '1:15: unknown status "" of SCAN; expected QUEUED, RUNNING, STOPPED or null');
  refuses('job x => COPY:STOPPED', '1:15: unknown status "STOPPED" of COPY; expected RUNNING or null');
  refuses('job x => SCANN:STOPPED', `1:10: ${unknown('"SCANN:STOPPED"')} (did you mean SCAN:STOPPED?)`);
  refuses('job x => MANAGER:ON', `1:10: ${unknown('"MANAGER:ON"')}`);
  refuses('job x => :RUNNING', `1:10: ${unknown('":RUNNING"')}`);
});

describe('the status of a phase of another entity', () => {
  expecting('=> job:2.SCAN:null', { text: 'job:2.SCAN:null', entity: 'job:2', phase: 'SCAN', status: null });
  expecting('=> job.SCAN:QUEUED', { text: 'job.SCAN:QUEUED', entity: 'job:1', phase: 'SCAN', status: 'QUEUED' });
  expecting('=> job:a.b.SCAN:QUEUED', {
    text: 'job:a.b.SCAN:QUEUED',
    entity: 'job:a.b',
    phase: 'SCAN',
    status: 'QUEUED',
  });
  expecting('=> manager.MANAGER:ON', {
    text: 'manager.MANAGER:ON',
    entity: 'manager:1',
    phase: 'MANAGER',
    status: 'ON',
  });
  refuses(
    'job x => jbo:2.SCAN:QUEUED',
    '1:10: unknown entity "jbo"; expected job, manager, hub, server or constructor (did you mean job?)',
  );
  refuses('job x => job:2.SCN:QUEUED', '1:16: unknown phase "SCN" of job; expected SCAN or COPY (did you mean SCAN?)');
  refuses('job x => job:/.SCAN:QUEUED', '1:14: the id "/"; expected an id of letters, digits, _, - and .');
  refuses('job x => manager:2.MANAGER:ON', '1:18: the id "2"; expected 1, because there is only one manager');
  refuses('job x => server.X:Y', '1:17: unknown phase "X" of server; expected no phase, as server has none');
  refuses('job x => j.SCAN:QUEUED', '1:10: unknown entity "j"; expected job, manager, hub, server or constructor');
  refuses(
    'job x => manager.MANGER:ON',
    '1:18: unknown phase "MANGER" of manager; expected MANAGER (did you mean MANAGER?)',
  );
  refuses('job x => .SCAN:QUEUED', `1:10: ${unknown('".SCAN:QUEUED"')} (did you mean SCAN:QUEUED?)`);
  refuses('job x => job.SCAN', `1:10: ${unknown('"job.SCAN"')}`);
});

describe('on a wait', () => {
  reads('wait 5m => applied job.SCAN:STOPPED 650', {
    wait: 300,
    expect: [
      { text: 'applied', outcome: 'applied' },
      { text: 'job.SCAN:STOPPED', entity: 'job:1', phase: 'SCAN', status: 'STOPPED' },
      { text: '650', code: '650' },
    ],
  });
  refuses(
    'wait 5m => COPY:RUNNING',
    '1:12: unknown expectation "COPY:RUNNING"; expected accepted, rejected, applied, ignored, a code or ENTITY.PHASE:STATUS (did you mean job.COPY:RUNNING?)',
  );
  it('a status is not mistaken for the name of its code', () => {
    const steps = () => new ScenarioReader(systems.egnyte, 'egnyte.txt').line('wait 5m => SCAN:RUNNING');
    expect(steps).toThrow('(did you mean job.SCAN:RUNNING?)');
  });
});

describe('after =>', () => {
  reads('job tune "a"="b" => 650', {
    ...event('job', '1', 'tune', { a: 'b' }),
    expect: [{ text: '650', code: '650' }],
  });
  reads('wait "5m" => 650', { wait: 300, expect: [{ text: '650', code: '650' }] });
  it('several are kept in their order', () =>
    expect(read('job x => rejected 650 SCAN:null # why')).toMatchObject([
      { expect: [{ text: 'rejected' }, { text: '650' }, { text: 'SCAN:null' }] },
    ]));
  it('the same words mean the same on every line', () =>
    expect(read('job x => SCAN:null\njob x => SCAN:null').map(({ expect: words }) => words)).toEqual([
      [{ text: 'SCAN:null', phase: 'SCAN', status: null }],
      [{ text: 'SCAN:null', phase: 'SCAN', status: null }],
    ]));
  it('the same words are looked up once', () => {
    const [first, second] = read('job x => SCAN:null\njob x => SCAN:null').map(({ expect: words = [] }) => words[0]);
    expect(first).toBe(second);
  });
  it('an entity counts only on its own line', () =>
    expect(() => read('job x => SCAN:null\nmanager x => SCAN:null')).toThrow('toy.txt:2:14: unknown expectation'));
  refuses('job x =>', '1:9: nothing after =>; expected an outcome, a code or a status');
  refuses('job x => # 650', '1:9: nothing after =>; expected an outcome, a code or a status');
  refuses('wait 5 =>', '1:10: nothing after =>; expected an outcome, a code or a status');
  refuses('job x => 650 => 651', `1:14: ${unknown('"=>"')}`);
  refuses('job x => 650 a=b', `1:14: ${unknown('"a=b"')}`);
});
