import type { Handlers, Move, Region } from '../../src/define/index.ts';
import { jobPhases } from './phases.ts';

/** The commands that a schedule gives its job, and the phase that it then follows (egnyte 4). */
const followed = { sync: 'DATA_SYNC', migrateData: 'META_MIGRATE_DATA' } as const;

/** QUEUED and SUSPENDED count as RUNNING; only FAILED carries the phase's error. */
const shownAs: { readonly [status: string]: string } = {
  QUEUED: 'RUNNING',
  RUNNING: 'RUNNING',
  SUSPENDED: 'RUNNING',
  PAUSED: 'PAUSED',
  STOPPING: 'STOPPING',
  STOPPED: 'STOPPED',
};

function following(word: keyof typeof followed): Handlers {
  const phase = followed[word];
  const guard = { follows: word };
  const moves = Object.entries(shownAs)
    .filter(([status]) => Object.hasOwn(jobPhases[phase], status))
    .map(([status, target]): [string, Move] => [status, { target, guard }]);
  return Object.fromEntries([
    ...moves.map(([status, move]) => [`entered ${phase}.${status}`, move]),
    [`entered ${phase}.FAILED`, { target: 'FAILED', guard, error: '$code' }],
    [
      `entered ${phase}.SUCCEEDED`,
      [
        { target: 'CREATED', guard: { ...guard, runsLeft: true }, actions: ['planNextRun'] },
        { target: 'SUCCEEDED', guard },
      ],
    ],
  ]);
}

const SCHEDULE_JOB: Region = {
  initial: 'null',
  on: {
    'schedule.create': { target: 'CREATED', actions: ['planSchedule'] },
    ...following('sync'),
    ...following('migrateData'),
  },
  states: {
    null: {},
    CREATED: {
      after: {
        scheduleStart: { guard: { FINALIZE_MIGRATION: { not: 'SUCCEEDED' } }, actions: ['startScheduledRun'] },
      },
      on: {
        'schedule.begun': 'RUNNING',
        'schedule.refused': { target: 'FAILED', error: '$code' },
        'schedule.stop': 'STOPPED',
      },
    },
    RUNNING: {},
    PAUSED: {},
    STOPPING: {},
    STOPPED: {},
    SUCCEEDED: {},
    FAILED: {},
  },
};

/** The command that the schedule has started and follows. */
const follows: Region = {
  initial: 'none',
  on: Object.fromEntries(
    ['CREATED', 'STOPPED', 'SUCCEEDED', 'FAILED'].map((end) => [`entered SCHEDULE_JOB.${end}`, 'none']),
  ),
  states: {
    none: {
      on: {
        'schedule.begun': [
          { target: 'sync', guard: { $follows: 'sync' } },
          { target: 'migrateData', guard: { $follows: 'migrateData' } },
        ],
      },
    },
    sync: {},
    migrateData: {},
  },
};

export const scheduleRegions = { SCHEDULE_JOB, follows };
