import { describe, expect, it } from 'vitest';
import { changesOf, missed } from './run.ts';

const back = 'agent register version=3.20.0';
const project = [back, 'project create', 'project config.update sanitize=no'];

/** A line for each timer (egnyte 3): how the status is entered, left and entered again, and how it ends. */
interface Timed {
  readonly phase: string;
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
  readonly enters2: readonly string[];
  readonly left: string;
  readonly ends: string;
  readonly error?: number;
}

const timers: readonly Timed[] = [
  {
    phase: 'agent.AGENT_UPGRADE',
    enters: [back, 'domain set latest=4.0.0', 'agent upgrade'],
    leaves: [back],
    left: 'FAILED',
    enters2: ['agent upgrade'],
    ends: 'TIMEOUT',
  },
  {
    phase: 'agent.AGENT_RETIRE',
    enters: [back, 'agent retire'],
    leaves: [back],
    left: 'FAILED',
    enters2: ['agent retire'],
    ends: 'TIMEOUT',
  },
  {
    phase: 'agent.SCAN_SOURCE',
    enters: [back, 'agent scanSource.start'],
    leaves: ['agent disconnect'],
    left: 'PAUSED',
    enters2: [back],
    ends: 'FAILED',
    error: 697,
  },
  {
    phase: 'project.SIMULATE_SCAN',
    enters: [...project, 'project simulateScan.start'],
    leaves: ['agent disconnect'],
    left: 'PAUSED',
    enters2: [back],
    ends: 'FAILED',
    error: 720,
  },
  {
    phase: 'project.VALIDATE_PROJECT',
    enters: [...project, 'project validate.start'],
    leaves: ['project validate.stop'],
    left: 'STOPPING',
    enters2: ['project validate.stopped', 'project validate.start'],
    ends: 'FAILED',
    error: 725,
  },
];

describe.each(timers)('five minutes of $phase', ({ phase, enters, leaves, enters2, left, ends, error }) => {
  const ended = `${error ?? ''} ${phase}:${ends}`;

  it('fire exactly when they are due', () =>
    expect(missed(...enters, `wait 299 => ${phase}:RUNNING`, `wait 1 => ${ended}`)).toEqual([]));
  it('fire during a longer wait', () => expect(missed(...enters, `wait 30d => ${ended}`)).toEqual([]));
  it('are cancelled when the status is left', () =>
    expect(missed(...enters, 'wait 299', ...leaves, `wait 30d => ${phase}:${left}`)).toEqual([]));
  it('start again when it is entered again', () =>
    expect(
      missed(
        ...enters,
        'wait 200',
        ...leaves,
        'wait 10',
        ...enters2,
        `wait 299 => ${phase}:RUNNING`,
        `wait 1 => ${ended}`,
      ),
    ).toEqual([]));
  it('fire once', () => expect(changesOf(...enters, 'wait 5m', 'wait 30d')).toEqual([]));
});

describe('the five minutes of a retirement', () => {
  const retires = [back, 'agent retire'];

  it('succeed if the agent has confirmed, and not before they are over', () =>
    expect(
      missed(
        ...retires,
        'agent retire.confirmed',
        'wait 299 => agent.AGENT_RETIRE:RUNNING',
        'wait 1 => agent.AGENT_RETIRE:SUCCEEDED',
      ),
    ).toEqual([]));
  it('ignore a confirmation of an earlier retirement', () =>
    expect(
      missed(...retires, 'agent retire.confirmed', back, 'agent retire', 'wait 5m => agent.AGENT_RETIRE:TIMEOUT'),
    ).toEqual([]));
  it('go on if the agent is DEACTIVATED meanwhile', () =>
    expect(missed(...retires, 'agent deactivate', 'wait 5m => agent.AGENT_RETIRE:TIMEOUT')).toEqual([]));
  it('end if it is deleted: a deleted agent keeps its last statuses', () =>
    expect(
      missed(
        ...retires,
        'agent deactivate',
        'agent delete',
        'wait 5m => agent.AGENT_RETIRE:RUNNING agent.AGENT:DELETED',
      ),
    ).toEqual([]));
  it('do not affect the next agent with its id', () =>
    expect(
      missed(
        ...retires,
        'agent deactivate',
        'agent delete',
        'wait 299',
        `${back} => AGENT_RETIRE:null`,
        'wait 5m => agent.AGENT_RETIRE:null',
      ),
    ).toEqual([]));
});

describe('a phase that has no timer', () => {
  it.each([
    ['a speed test', [back, 'agent speedTest.start'], 'agent.SPEED_TEST:RUNNING'],
    ['a scan', ['given ready', 'job scan.start', 'job scan.started'], 'job.SCAN:RUNNING'],
    [
      'a validation that is stopping',
      [...project, 'project validate.start', 'project validate.stop'],
      'project.VALIDATE_PROJECT:STOPPING',
    ],
    ['a source scan that is paused', [back, 'agent scanSource.start', 'agent disconnect'], 'agent.SCAN_SOURCE:PAUSED'],
    [
      'an upgrade that is scheduled',
      ['given ready', 'domain set latest=4.0.0', 'job sync.start', 'agent upgrade'],
      'agent.AGENT_UPGRADE:SCHEDULED',
    ],
  ])('%s stays as it is', (_, lines, standing) => expect(missed(...lines, `wait 90d => ${standing}`)).toEqual([]));
});

describe('timers of several agents and projects', () => {
  it('each fire at their own time', () =>
    expect(
      missed(
        ...project,
        'agent scanSource.start',
        'wait 100',
        'project simulateScan.start',
        'wait 100',
        'project validate.start',
        'wait 100 => 697 project.SIMULATE_SCAN:RUNNING project.VALIDATE_PROJECT:RUNNING',
        'wait 100 => 720 project.VALIDATE_PROJECT:RUNNING',
        'wait 100 => 725',
      ),
    ).toEqual([]));
  it('all fire in one wait, in the order of their times', () =>
    expect(
      changesOf(
        ...project,
        'agent scanSource.start',
        'wait 1',
        'project validate.start',
        'wait 1',
        'project simulateScan.start',
        'wait 1h',
      ),
    ).toEqual([
      'agent:1 SCAN_SOURCE FAILED 697',
      'project:1 VALIDATE_PROJECT FAILED 725',
      'project:1 SIMULATE_SCAN FAILED 720',
    ]));
});

/** Of two schedules that are due together, the first takes the last place under the limit; the other is refused. */
describe('two schedules that are due at the same moment', () => {
  const jobs = [
    'given ready',
    'domain set maxActiveJobs=1',
    ...['create', 'create.started', 'create.succeeded', 'scan.skipped'].map((event) => `job:2 ${event}`),
  ];
  const plan = (job: string, start: string): string => `${job} schedule.create start=${start} frequency=once`;
  const first = 'job:1.SCHEDULE_JOB:RUNNING job:2.SCHEDULE_JOB:FAILED 628';
  const second = 'job:1.SCHEDULE_JOB:FAILED job:2.SCHEDULE_JOB:RUNNING 628';

  it.each([
    ['the one armed first', [plan('job:1', '+1h'), plan('job:2', '+1h')], first],
    ['whoever armed it', [plan('job:2', '+1h'), plan('job:1', '+1h')], second],
    ['even if it was armed for a longer time', [plan('job:2', '+2h'), 'wait 1h', plan('job:1', '+1h')], second],
    [
      'not one that was dropped and armed again',
      [plan('job:1', '+1h'), plan('job:2', '+1h'), 'job:1 schedule.stop', plan('job:1', '+1h')],
      second,
    ],
  ])('%s goes first', (_, lines, standing) => expect(missed(...jobs, ...lines, `wait 1h => ${standing}`)).toEqual([]));
});
