import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call, file, json, lifecycle, lines } from './program.ts';

const scenario = `# what happens when somebody starts a copy too early
given ready
job scan.start
job copy.start                  => 650
agent disconnect
job scan.stop                   => accepted SCAN:STOPPED
wait 65m
job:2 create agent=1 destination=/Shared/Finance
`;

const simulate = (content: string, ...options: string[]) => call(['simulate', file(content), ...options]);

describe('simulate --json', () => {
  it('prints the lines of the contract', async () => {
    const { stdout } = await simulate(scenario, '--json');
    expect(lines(stdout).slice(7, 10)).toEqual([
      '{"step":8,"at":0,"to":"job:1","type":"copy.start","outcome":"rejected","error":{"code":650,"name":"SCAN_INPROGRESS_ERR"},"changes":[],"line":4,"reason":"the scan is queued or running","mark":"S"}',
      '{"step":9,"at":0,"to":"agent:1","type":"disconnect","outcome":"applied","changes":[{"entity":"agent:1","phase":"AGENT","status":"INACTIVE","code":900}],"line":5}',
      '{"step":10,"at":0,"to":"job:1","type":"scan.stop","outcome":"accepted","changes":[{"entity":"job:1","phase":"SCAN","status":"STOPPED","code":934}],"line":6}',
    ]);
  });

  it('prints a wait without an entity', async () => {
    const { stdout } = await simulate('wait 5m\nwait 1s\n', '--json');
    expect(lines(stdout)).toEqual([
      '{"step":1,"at":0,"type":"wait","outcome":"applied","changes":[],"line":1,"wait":"300s"}',
      '{"step":2,"at":300,"type":"wait","outcome":"applied","changes":[],"line":2,"wait":"1s"}',
    ]);
  });

  it('adds missed expectations last', async () => {
    const { stdout, status } = await simulate(
      'given ready\njob scan.start => 650 SCAN:QUEUED SCAN:RUNNING\n',
      '--json',
    );
    expect(lines(stdout).at(-1)).toMatch(/"changes":\[.+\],"line":2,"missed":\["650","SCAN:RUNNING"\]\}$/);
    expect(status).toBe(1);
  });

  it('names the error of a change', async () => {
    const { stdout } = await simulate('given ready\njob scan.start\njob scan.failed code=1070\n', '--json');
    expect(json(stdout).at(-1)).toMatchObject({ changes: [{ status: 'FAILED', error: { code: 1070 } }] });
  });

  it('reads NDJSON the same way', async () => {
    const text = await simulate(scenario, '--json');
    const ndjson = [
      { given: 'ready' },
      { to: 'job', type: 'scan.start' },
      { to: 'job:1', type: 'copy.start', expect: ['650'] },
      { to: 'agent', type: 'disconnect' },
      { to: 'job', type: 'scan.stop', expect: ['accepted', 'SCAN:STOPPED'] },
      { wait: '65m' },
      { to: 'job:2', type: 'create', agent: 1, destination: '/Shared/Finance' },
    ];
    // The text has a comment above, so its line numbers are one higher.
    const read = await simulate(`\n${ndjson.map((step) => `${JSON.stringify(step)}\n`).join('')}`, '--json');
    const number = (line: unknown): number => Number(line) - 1;
    expect(json(read.stdout)).toEqual(json(text.stdout).map((each) => ({ ...each, line: number(each.line) })));
  });
});

describe('the exit status', () => {
  it.each([
    [0, 'an empty scenario', ''],
    [0, 'nothing but blanks and comments', '\n  # nothing\n\n'],
    [0, 'a rejection without an expectation', 'job copy.start'],
    [0, 'an expectation that is met', 'job nonsense => 620'],
    [1, 'an expectation that is missed', 'job nonsense => accepted'],
    [1, 'one that is missed, and one after it that is met', 'job nonsense => accepted\njob nonsense => 620'],
    [2, 'an unknown entity', 'job nonsense\njbo scan.start'],
    [2, 'bytes that are no text', '\0\xff'],
  ])('is %i for %s', async (status, _, content) => {
    expect((await simulate(content)).status).toBe(status);
    expect((await simulate(content, '--json')).status).toBe(status);
  });
});

describe('a malformed file', () => {
  it.each([
    [
      'job scan.start\njbo scan.start\n',
      ':2:1: unknown entity "jbo"; expected agent, job, project or domain (did you mean job?)',
    ],
    ['{"to":"job","type":"scan.start"}\n{"to":"job","type":"sc', ':2:'],
    ['{"to":"job","type":"scan.start"}\n{"to":"job"', ':2:'],
    ['given ready\ngiven raedy', ':2:7: '],
    [`${'job scan.start\n'.repeat(20_000)}wait ever\n`, ':20001:6: '],
  ])('says where, and runs no step', async (content, place) => {
    const path = file(content);
    const { status, stdout, stderr } = await call(['simulate', path, '--json']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.startsWith(path + place)).toBe(true);
    expect(lines(stderr)).toHaveLength(1);
  });
});

describe('names of properties that every object has', () => {
  it.each(['__proto__', 'constructor', 'toString'])('%s is an id and an event like any other', async (name) => {
    const { stdout } = await simulate(
      `agent register version=3.20.0\njob:${name} create\njob:${name} ${name} ${name}=1\n`,
      '--json',
    );
    expect(json(stdout).slice(1)).toMatchObject([
      { to: `job:${name}`, outcome: 'accepted' },
      { to: `job:${name}`, type: name, outcome: 'rejected', error: { code: 620 } },
    ]);
  });
});

describe('every scenario of egnyte', () => {
  const scenarios = join(import.meta.dirname, '../systems/egnyte/scenarios');
  const files = readdirSync(scenarios);

  it('is there', () => expect(files.length).toBeGreaterThan(100));

  it.each(files)('%s', async (name) => {
    const { status, stderr, stdout } = await call(['simulate', join(scenarios, name), '--json']);
    expect(json(stdout).filter(({ missed }) => missed)).toEqual([]);
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe.concurrent('the real program', () => {
  it('answers in JSON', async () => {
    const { status, stdout, stderr } = await lifecycle(['simulate', file(scenario), '--json']);
    expect(json(stdout)).toHaveLength(12);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('ends with 1 if an expectation was missed', async () => {
    expect((await lifecycle(['simulate', file('job nonsense => 621')])).status).toBe(1);
  });

  it('refuses a malformed file as a whole', async () => {
    const { status, stdout, stderr } = await lifecycle(['simulate', file('job nonsense\nnonsense\n')]);
    expect([status, stdout, lines(stderr).length]).toEqual([2, '', 1]);
  });
});
