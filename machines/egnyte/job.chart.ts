import type { Chart, Condition, Handlers, Move, Region, StateNode } from '../../src/define/index.ts';
import { jobCreate, jobProperties, migrateDataStart } from './params.ts';
import { type jobPhases, reasons, reviewReasons } from './phases.ts';
import { scheduleRegions } from './schedule.chart.ts';
import { transportSuspended, type Word, works } from './work.ts';

/** Reports are applied only while the job's agent is ACTIVE, except the two forced ones (egnyte 2.5). */
const heard: Condition = { agent: 'ACTIVE' };
const pauses: Handlers = { 'left AGENT.ACTIVE': 'PAUSED' };
const resumes: Handlers = { 'entered AGENT.ACTIVE': 'RUNNING' };

/** What the phases of running work have in common (egnyte 2.5); `more` adds to its states. */
interface Run {
  readonly word: Word | 'create' | 'delete';
  readonly reasons: readonly number[];
  /** Events that stop it, and when they apply to it. */
  readonly stops?: { readonly [event: string]: Condition };
  /** Reports of its end are ignored unless this holds. */
  readonly unless?: Condition;
  readonly counts?: readonly string[];
  readonly more?: { readonly [state: string]: StateNode };
}

function running({ word, reasons: codes, stops = {}, unless, counts = [], more = {} }: Run): Region['states'] {
  const settled: Condition = unless ? { all: [heard, unless] } : heard;
  const failed: Move = { target: 'FAILED', guard: { all: [settled, { $code: codes }] }, error: '$code' };
  const succeeded: Move = { target: 'SUCCEEDED', guard: settled, ...(counts.length ? { actions: counts } : {}) };
  const stopTo = (target: string): Handlers =>
    Object.fromEntries(Object.entries(stops).map(([event, guard]) => [event, { target, guard }]));
  const own: { [state: string]: StateNode } = {
    null: {},
    QUEUED: {
      on: {
        [`${word}.started`]: { target: 'RUNNING', guard: heard },
        [`${word}.failed`]: failed,
        ...stopTo('STOPPED'),
      },
    },
    RUNNING: {
      on: { [`${word}.succeeded`]: succeeded, [`${word}.failed`]: failed, ...stopTo('STOPPING'), ...pauses },
    },
    ...(Object.keys(stops).length
      ? {
          STOPPING: {
            on: {
              [`${word}.stopped`]: { target: 'STOPPED', guard: heard },
              [`${word}.succeeded`]: succeeded,
              [`${word}.failed`]: failed,
            },
          },
        }
      : {}),
    PAUSED: { on: { ...stopTo('STOPPED'), ...resumes } },
    STOPPED: {},
    SUCCEEDED: {},
    FAILED: {},
  };
  for (const [state, node] of Object.entries(more))
    own[state] = { ...own[state], on: { ...own[state]?.on, ...node.on } };
  return own;
}

const always: Condition = {};
const followsMigrateData: Condition = { follows: 'migrateData' };

/** A step stops when Migrate Data is stopped, also through the schedule that started Migrate Data. */
const stepStops = (word: Word): { readonly [event: string]: Condition } => ({
  [`${word}.stop`]: always,
  'migrateData.stop': always,
  'schedule.stop': followsMigrateData,
});

const skipped = (word: Word): { QUEUED: StateNode; SKIPPED: StateNode } => ({
  QUEUED: { on: { [`${word}.skipped`]: { target: 'SKIPPED', guard: heard } } },
  SKIPPED: {},
});

/** No command stops creation or deletion; `stopped` is forced, whatever the agent's status. */
const forcedStop = (word: 'create' | 'delete'): Record<string, StateNode> =>
  Object.fromEntries(
    ['QUEUED', 'RUNNING', 'PAUSED'].map((state) => [state, { on: { [`${word}.stopped`]: 'STOPPED' } }]),
  );

const CREATE_MIGRATION: Region = {
  initial: 'null',
  states: running({ word: 'create', reasons: reasons.CREATE_MIGRATION, more: forcedStop('create') }),
};

const FINALIZE_MIGRATION: Region = {
  initial: 'null',
  on: { delete: 'QUEUED' },
  states: running({ word: 'delete', reasons: reasons.FINALIZE_MIGRATION, more: forcedStop('delete') }),
};

const SCAN: Region = {
  initial: 'null',
  on: {
    'scan.start': 'QUEUED',
    'entered CREATE_MIGRATION.SUCCEEDED': 'QUEUED',
    'entered step.scan': 'QUEUED',
    'entered step.rescan': 'QUEUED',
    'entered step.skip': 'SKIPPED',
  },
  states: running({
    word: 'scan',
    reasons: reasons.SCAN,
    stops: stepStops('scan'),
    counts: ['keepScan'],
    more: skipped('scan'),
  }),
};

const SANITIZE: Region = {
  initial: 'null',
  on: {
    'sanitize.start': 'QUEUED',
    'entered step.sanitize': [{ target: 'QUEUED', guard: { sanitize: 'source' } }, 'SKIPPED'],
  },
  states: running({
    word: 'sanitize',
    reasons: reasons.SANITIZE,
    stops: stepStops('sanitize'),
    more: skipped('sanitize'),
  }),
};

const stopsOfCopy = stepStops('copy');
const notSuspended: Condition = { none: [transportSuspended], called: 'the transport is not suspended' };

/** A copy whose transport is SUSPENDED stops at once; reports of its end are ignored until it is resumed. */
const MIGRATE_DATA: Region = {
  initial: 'null',
  on: { 'copy.start': 'QUEUED', 'entered step.copy': 'QUEUED' },
  states: running({
    word: 'copy',
    reasons: reasons.MIGRATE_DATA,
    stops: stopsOfCopy,
    unless: notSuspended,
    more: {
      RUNNING: {
        on: Object.fromEntries(
          Object.entries(stopsOfCopy).map(([event, guard]): [string, Move[]] => [
            event,
            [
              { target: 'STOPPED', guard: { all: [guard, transportSuspended] } },
              { target: 'STOPPING', guard },
            ],
          ]),
        ),
      },
    },
  }),
};

function transport(name: 'upload' | 'async'): Region {
  const queued: Move = { target: 'QUEUED', guard: { transport: name } };
  const stopped = Object.fromEntries(
    Object.entries(stopsOfCopy).map(([event, guard]) => [event, { target: 'STOPPED', guard }]),
  );
  const whileCopying: Condition = { agent: 'ACTIVE', MIGRATE_DATA: 'RUNNING' };
  return {
    initial: 'null',
    on: { 'copy.start': queued, 'entered step.copy': queued },
    states: running({
      word: 'copy',
      reasons: reasons.MIGRATE_DATA,
      stops: stopsOfCopy,
      more: {
        RUNNING: { on: { 'copy.suspended': { target: 'SUSPENDED', guard: whileCopying } } },
        SUSPENDED: { on: { 'copy.resumed': { target: 'RUNNING', guard: whileCopying }, ...stopped } },
      },
    }),
  };
}

const CREATE_EMPTY_FOLDERS: Region = {
  initial: 'null',
  on: { 'emptyFolders.start': 'QUEUED', 'entered step.emptyFolders': 'QUEUED' },
  states: running({
    word: 'emptyFolders',
    reasons: reasons.CREATE_EMPTY_FOLDERS,
    stops: stepStops('emptyFolders'),
  }),
};

const stopsOfSync = { 'sync.stop': always, 'schedule.stop': { follows: 'sync' } };
const reviewRequired: Condition = { agent: 'ACTIVE', $code: reviewReasons };

const DATA_SYNC: Region = {
  initial: 'null',
  on: { 'sync.start': 'QUEUED' },
  states: running({
    word: 'sync',
    reasons: reasons.DATA_SYNC,
    stops: stopsOfSync,
    more: {
      RUNNING: {
        on: {
          'sync.suspended': { target: 'SUSPENDED', guard: heard },
          'sync.reviewRequired': { target: 'PAUSED', guard: reviewRequired, error: '$code' },
        },
      },
      PAUSED: {
        on: { 'sync.confirm': 'RUNNING', 'entered AGENT.ACTIVE': { target: 'RUNNING', guard: { review: 'no' } } },
      },
      SUSPENDED: {
        on: {
          'sync.resumed': { target: 'RUNNING', guard: heard },
          ...Object.fromEntries(
            Object.entries(stopsOfSync).map(([event, guard]) => [event, { target: 'STOPPED', guard }]),
          ),
        },
      },
    },
  }),
};

/** PAUSED because somebody must review it, not because the agent is offline. */
const review: Region = {
  initial: 'no',
  states: {
    no: {
      on: { 'sync.reviewRequired': { target: 'awaiting', guard: { all: [reviewRequired, { DATA_SYNC: 'RUNNING' }] } } },
    },
    awaiting: { on: { 'left DATA_SYNC.PAUSED': 'no' } },
  },
};

const stepPhases = ['SCAN', 'SANITIZE', 'MIGRATE_DATA', 'CREATE_EMPTY_FOLDERS'];
const onSteps = (status: string, move: Move): Handlers =>
  Object.fromEntries(stepPhases.map((phase) => [`entered ${phase}.${status}`, move]));
const stepRuns: Condition = {
  called: 'its step is running',
  any: [
    { SCAN: 'RUNNING' },
    { SANITIZE: 'RUNNING' },
    { all: [{ MIGRATE_DATA: 'RUNNING' }, notSuspended] },
    { CREATE_EMPTY_FOLDERS: 'RUNNING' },
  ],
};
const stopsOfMigrateData: { [event: string]: Condition } = {
  'migrateData.stop': always,
  'schedule.stop': followsMigrateData,
};
const stopMigrateData = (moves: (guard: Condition) => Move[]): Handlers =>
  Object.fromEntries(Object.entries(stopsOfMigrateData).map(([event, guard]) => [event, moves(guard)]));

/** Migrate Data as a whole. It ends with its steps, not by a report of its own (egnyte 2.6). */
const META_MIGRATE_DATA: Region = {
  initial: 'null',
  on: { 'migrateData.start': 'QUEUED' },
  states: {
    null: {},
    QUEUED: {
      on: {
        'migrateData.started': { target: 'RUNNING', guard: heard },
        'migrateData.failed': {
          target: 'FAILED',
          guard: { all: [heard, { $code: reasons.META_MIGRATE_DATA }] },
          error: '$code',
        },
        ...stopMigrateData((guard) => [{ target: 'STOPPED', guard }]),
      },
    },
    RUNNING: {
      on: {
        'entered step.done': 'SUCCEEDED',
        ...onSteps('FAILED', { target: 'FAILED', error: '$code' }),
        ...stopMigrateData((guard) => [
          { target: 'STOPPING', guard: { all: [guard, stepRuns] } },
          { target: 'STOPPED', guard },
        ]),
        ...pauses,
      },
    },
    STOPPING: {
      on: {
        ...onSteps('STOPPED', 'STOPPED'),
        ...onSteps('SUCCEEDED', 'STOPPED'),
        ...onSteps('FAILED', { target: 'FAILED', error: '$code' }),
      },
    },
    PAUSED: { on: { ...stopMigrateData((guard) => [{ target: 'STOPPED', guard }]), ...resumes } },
    STOPPED: {},
    SUCCEEDED: {},
    FAILED: {},
  },
};

const goesOn: Condition = { META_MIGRATE_DATA: 'RUNNING' };
const after = (phase: string, target: string): Handlers => ({
  [`entered ${phase}.SUCCEEDED`]: { target, guard: goesOn },
  [`entered ${phase}.SKIPPED`]: { target, guard: goesOn },
});

/** The current step of Migrate Data. Gates are asked once, at its start, not at each step. */
const step: Region = {
  initial: 'none',
  on: {
    'entered META_MIGRATE_DATA.SUCCEEDED': 'none',
    'entered META_MIGRATE_DATA.FAILED': 'none',
    'entered META_MIGRATE_DATA.STOPPED': 'none',
  },
  states: {
    none: {
      on: {
        'entered META_MIGRATE_DATA.RUNNING': [
          {
            target: 'skip',
            guard: { skipScan: 'yes', SCAN: ['SUCCEEDED', 'SKIPPED'], scanned: 'yes', scanRecent: true },
          },
          'scan',
        ],
      },
    },
    scan: { on: after('SCAN', 'sanitize') },
    skip: { on: after('SCAN', 'sanitize') },
    sanitize: {
      on: {
        'entered SANITIZE.SUCCEEDED': { target: 'rescan', guard: goesOn },
        'entered SANITIZE.SKIPPED': { target: 'copy', guard: goesOn },
      },
    },
    rescan: { on: after('SCAN', 'copy') },
    copy: {
      on: {
        'entered MIGRATE_DATA.SUCCEEDED': [
          { target: 'emptyFolders', guard: { ...goesOn, emptyFolders: 'on' } },
          { target: 'done', guard: goesOn },
        ],
      },
    },
    emptyFolders: { on: { 'entered CREATE_EMPTY_FOLDERS.SUCCEEDED': { target: 'done', guard: goesOn } } },
    done: {},
  },
};

/** Whether the latest Migrate Data was asked to skip its scan. How long a scan stays valid is data. */
const skipScan: Region = {
  initial: migrateDataStart.skipScan.default,
  on: {
    'migrateData.start': [{ target: 'yes', guard: { $skipScan: 'yes' } }, migrateDataStart.skipScan.default],
    'config.update': { actions: ['keepSkipScanPeriod'] },
  },
  states: { no: {}, yes: {} },
};

/** Whether a scan of this job ever succeeded. How long ago is data. */
const scanned: Region = {
  initial: 'no',
  on: { 'entered SCAN.SUCCEEDED': 'yes' },
  states: { no: {}, yes: {} },
};

/** Whether data ever reached the destination, so that a schedule starts with True-Up. */
const migrated: Region = {
  initial: 'no',
  on: {
    'entered META_MIGRATE_DATA.SUCCEEDED': 'yes',
    'entered MIGRATE_DATA.SUCCEEDED': 'yes',
    'entered DATA_SYNC.SUCCEEDED': 'yes',
  },
  states: { no: {}, yes: {} },
};

type PropertyKey = 'transport' | 'sanitize' | 'emptyFolders' | 'syncDeletes' | 'confluence';

/** A property as a region: set by `create` and, unless only `create` takes it, by `config.update`. */
function property(key: PropertyKey, ...more: Move[]): Region {
  const { is, default: initial } = jobCreate[key];
  const set: Move[] = [...is.one.map((target) => ({ target, guard: { [`$${key}`]: target } })), ...more];
  return {
    initial,
    on: {
      'entered CREATE_MIGRATION.QUEUED': set,
      ...(Object.hasOwn(jobProperties, key) ? { 'config.update': set } : {}),
    },
    states: Object.fromEntries(is.one.map((value) => [value, {}])),
  };
}

export const propertyRegions = {
  transport: property('transport'),
  sanitize: property('sanitize'),
  emptyFolders: property('emptyFolders'),
  /** `confluence` turns it off, unless the same command says otherwise (egnyte 2.3). */
  syncDeletes: property('syncDeletes', { target: 'off', guard: { $confluence: 'on' } }),
  confluence: property('confluence'),
} as const;

const ownRegions = {
  CREATE_MIGRATION,
  META_MIGRATE_DATA,
  SCAN,
  SANITIZE,
  MIGRATE_DATA,
  DATA_UPLOAD: transport('upload'),
  ASYNC_COPY: transport('async'),
  CREATE_EMPTY_FOLDERS,
  DATA_SYNC,
} as const;

type SimplePhase = Exclude<keyof typeof jobPhases, keyof typeof ownRegions | 'FINALIZE_MIGRATION' | 'SCHEDULE_JOB'>;

/** The phases of all other commands: started and stopped by these commands alone. */
const simpleRegions = Object.fromEntries(
  works
    .filter(({ phase }) => !Object.hasOwn(ownRegions, phase))
    .map(({ word, phase }): [string, Region] => [
      phase,
      {
        initial: 'null',
        on: { [`${word}.start`]: 'QUEUED' },
        states: running({ word, reasons: reasons[phase as SimplePhase], stops: { [`${word}.stop`]: always } }),
      },
    ]),
) as { readonly [phase in SimplePhase]: Region };

/** What accepted commands and applied reports do to a job (egnyte 2). */
export const jobChart = {
  id: 'egnyte-job',
  on: { create: { target: 'CREATE_MIGRATION.QUEUED', actions: ['createJob'] } },
  states: {
    ...ownRegions,
    ...simpleRegions,
    FINALIZE_MIGRATION,
    ...scheduleRegions,
    step,
    skipScan,
    scanned,
    review,
    migrated,
    ...propertyRegions,
  },
} as const satisfies Chart;
