import { describe, expect, it } from 'vitest';
import { job } from '../../../machines/egnyte/job.ts';
import { schedule } from '../../../machines/egnyte/schedule.lifecycle.ts';
import { changesOf, missed } from './run.ts';

/** Data has been migrated, so that a schedule gives `sync.start`. */
const migrated = ['given ready', 'job copy.start', 'job copy.started', 'job copy.succeeded'];
const plan = (frequency: string, times: number, start = '+1h'): string =>
  `job schedule.create start=${start} frequency=${frequency} times=${times}`;
const succeeds = ['job sync.started', 'job sync.succeeded'];
const RUNS = 'job.SCHEDULE_JOB:RUNNING job.DATA_SYNC:QUEUED';
const WAITS = 'job.SCHEDULE_JOB:CREATED job.DATA_SYNC:SUCCEEDED';

describe('a schedule begins', () => {
  it.each([
    ['exactly at its start', '+1h', '59m', '1m'],
    ['after one second', '+1', '0', '1'],
    ['after minutes', '+90m', '89m', '60s'],
    ['after days', '+2d', '47h', '1h'],
  ])('%s', (_, start, before, then) =>
    expect(
      missed(
        ...migrated,
        plan('once', 1, start),
        `wait ${before} => job.SCHEDULE_JOB:CREATED`,
        `wait ${then} => ${RUNS}`,
      ),
    ).toEqual([]),
  );

  it('with Migrate Data where nothing was ever migrated', () =>
    expect(
      missed('given ready', plan('once', 1), 'wait 1h => job.META_MIGRATE_DATA:QUEUED job.DATA_SYNC:null'),
    ).toEqual([]));
  it.each([
    ['the copy', []],
    ['True-Up', ['job sync.start', ...succeeds]],
    [
      'Migrate Data',
      ['job migrateData.start skipScan=yes', 'job migrateData.started', 'job copy.started', 'job copy.succeeded'],
    ],
  ])('with True-Up where %s ever succeeded, whatever came later', (_, lines) => {
    const failed = ['job copy.start', 'job copy.failed code=5010'];
    expect(missed(...migrated, ...lines, ...failed, plan('once', 1), `wait 1h => ${RUNS}`)).toEqual([]);
  });
  it('with Migrate Data again in a job that was created anew', () =>
    expect(
      missed(
        ...migrated,
        ...deleted(),
        ...['create', 'create.started', 'create.succeeded', 'scan.skipped'].map((it) => `job ${it}`),
        plan('once', 1),
        'wait 1h => job.META_MIGRATE_DATA:QUEUED',
      ),
    ).toEqual([]));
});

/** The first later than now of start + k·period; a month is 30 days (egnyte 4). */
describe('the next run', () => {
  it.each([
    ['daily', '24h'],
    ['weekly', '7d'],
    ['monthly', '30d'],
  ])('%s: a period after the last one, however long that took', (frequency, period) => {
    const begun = [...migrated, plan(frequency, 3), 'wait 1h'];
    const seconds = { '24h': 86_400, '7d': 604_800, '30d': 2_592_000 }[period] ?? 0;
    const next = (lasts: number, pause: number): string[] => [
      ...begun,
      `wait ${lasts}`,
      'job sync.started',
      'job sync.succeeded => SCHEDULE_JOB:CREATED',
      `wait ${pause - 1} => ${WAITS}`,
      `wait 1 => ${RUNS}`,
    ];
    expect(missed(...next(0, seconds))).toEqual([]);
    expect(missed(...next(600, seconds - 600))).toEqual([]);
    expect(missed(...next(seconds - 1, 1))).toEqual([]);
    expect(missed(...next(seconds, seconds))).toEqual([]);
    expect(missed(...next(seconds * 3 + 5, seconds - 5))).toEqual([]);
  });

  it('is counted from the start, not from the day that it was planned on', () =>
    expect(
      missed(
        ...migrated,
        'wait 3h',
        plan('daily', 2, '+30m'),
        'wait 30m',
        ...succeeds,
        'wait 86399 => job.SCHEDULE_JOB:CREATED',
        `wait 1 => ${RUNS}`,
      ),
    ).toEqual([]));
});

describe('a schedule ends', () => {
  const daily = [...migrated, plan('daily', 2), 'wait 1h'];

  it('after as many runs as `times` says', () =>
    expect(
      missed(...daily, ...succeeds, 'wait 1d', 'job sync.started', 'job sync.succeeded => SCHEDULE_JOB:SUCCEEDED'),
    ).toEqual([]));
  it('after one run where no times are given', () =>
    expect(
      missed(
        ...migrated,
        'job schedule.create start=+1h frequency=daily',
        'wait 1h',
        'job sync.started',
        'job sync.succeeded => SCHEDULE_JOB:SUCCEEDED',
      ),
    ).toEqual([]));
  it('after one run where it is once, whatever its times', () =>
    expect(
      missed(
        ...migrated,
        plan('once', 20),
        'wait 1h',
        'job sync.started',
        'job sync.succeeded => SCHEDULE_JOB:SUCCEEDED',
      ),
    ).toEqual([]));
  it('with a run that failed, for the same reason', () =>
    expect(
      missed(...daily, 'job sync.failed code=6010 => 6010 SCHEDULE_JOB:FAILED', 'wait 90d => job.SCHEDULE_JOB:FAILED'),
    ).toEqual([]));
  it('with a run that was stopped', () =>
    expect(missed(...daily, 'job sync.stop => SCHEDULE_JOB:STOPPED', 'wait 90d => job.SCHEDULE_JOB:STOPPED')).toEqual(
      [],
    ));
  it.each([
    ['the agent is away', 'agent disconnect', 689],
    ['another command is active', 'job permissions.start', 654],
    ['the job is being deleted', 'job delete', 661],
    ['the link is unstable', 'agent link.unstable', 693],
    ['the limit is reached', 'domain set maxActiveJobs=0', 628],
    ['a fault is armed', 'domain fault code=801', 801],
  ])('with a start that is refused: %s', (_, line, code) =>
    expect(
      missed(
        ...migrated,
        plan('daily', 5),
        line,
        `wait 1h => ${code} job.SCHEDULE_JOB:FAILED`,
        'wait 90d => job.SCHEDULE_JOB:FAILED',
      ),
    ).toEqual([]),
  );
  it('never in a job that is deleted: it stays CREATED', () =>
    expect(missed(...migrated, plan('daily', 5), ...deleted(), 'wait 90d => job.SCHEDULE_JOB:CREATED')).toEqual([]));
  it('with its timer, where the job is created anew', () =>
    expect(
      missed(
        ...migrated,
        plan('daily', 5),
        ...deleted(),
        'job create => SCHEDULE_JOB:null',
        'wait 90d => job.SCHEDULE_JOB:null',
      ),
    ).toEqual([]));
  it('before its time, where it is stopped', () =>
    expect(
      missed(
        ...migrated,
        plan('daily', 5),
        'job schedule.stop => SCHEDULE_JOB:STOPPED',
        'wait 90d => job.SCHEDULE_JOB:STOPPED',
      ),
    ).toEqual([]));
});

/** It follows only the phase of the command that it gave; only FAILED carries an error. */
describe('a schedule follows', () => {
  const follows = [...migrated, plan('daily', 2), 'wait 1h'];

  it.each([
    ['its start', [], 'job sync.started', 'RUNNING'],
    ['a pause', ['job sync.started'], 'agent disconnect', 'PAUSED'],
    ['its end', ['job sync.started', 'agent disconnect'], 'agent register version=3.20.0', 'RUNNING'],
    ['a suspension, which counts as running', ['job sync.started'], 'job sync.suspended', 'RUNNING'],
    ['a review, without its error', ['job sync.started'], 'job sync.reviewRequired code=9080', 'PAUSED'],
    ['a stop', ['job sync.started'], 'job sync.stop', 'STOPPING'],
    ['its own stop', ['job sync.started'], 'job schedule.stop', 'STOPPING'],
    ['a success in spite of a stop', ['job sync.started', 'job schedule.stop'], 'job sync.succeeded', 'CREATED'],
    ['no other phase', ['job sync.started'], 'agent link.unstable', 'RUNNING'],
  ])('%s', (_, lines, line, status) =>
    expect(missed(...follows, ...lines, line, `wait 0 => job.SCHEDULE_JOB:${status}`)).toEqual([]),
  );

  it('with an error only where it failed', () =>
    expect(changesOf(...follows, 'job sync.started', 'job sync.reviewRequired code=9080').sort()).toEqual([
      'job:1 DATA_SYNC PAUSED 9080',
      'job:1 SCHEDULE_JOB PAUSED',
    ]));
  it('no longer, once the run is over', () =>
    expect(
      missed(
        ...follows,
        ...succeeds,
        'job sync.start',
        'job sync.started',
        'job sync.failed code=6010',
        'wait 0 => job.SCHEDULE_JOB:CREATED',
      ),
    ).toEqual([]));
  it('Migrate Data, not its steps', () =>
    expect(
      missed(
        'given ready',
        plan('once', 1),
        'wait 1h',
        'job migrateData.started',
        'job scan.started => SCHEDULE_JOB:RUNNING',
        'job scan.failed code=3010 => 3010 SCHEDULE_JOB:FAILED',
      ),
    ).toEqual([]));
});

function deleted(): readonly string[] {
  return ['job delete', 'job delete.started', 'job delete.succeeded'];
}

describe('the schedule as a lifecycle of its own', () => {
  it.each(Object.keys(schedule.commands) as (keyof typeof schedule.commands)[])(
    'asks the gates of the job for %s',
    (command) => {
      expect(job.rules[command]?.length).toBeGreaterThan(0);
      expect(schedule.rules[command]).toEqual(job.rules[command]);
    },
  );
});
