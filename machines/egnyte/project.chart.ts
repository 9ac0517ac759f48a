import type { Chart, Condition, Handlers, Region } from '../../src/define/index.ts';
import { reasons } from './phases.ts';

const heard: Condition = { agent: 'ACTIVE' };
const pauses: Handlers = { 'left AGENT.ACTIVE': 'PAUSED' };
const resumes: Handlers = { 'entered AGENT.ACTIVE': 'RUNNING' };

const CREATE_PROJECT: Region = { initial: 'null', states: { null: {}, SUCCEEDED: {} } };

const SIMULATE_SCAN: Region = {
  initial: 'null',
  on: { 'simulateScan.start': 'RUNNING' },
  states: {
    null: {},
    RUNNING: {
      on: {
        'simulateScan.succeeded': { target: 'SUCCEEDED', guard: heard },
        'simulateScan.failed': { target: 'FAILED', guard: { ...heard, $code: reasons.SIMULATE_SCAN }, error: '$code' },
        ...pauses,
      },
      after: { '5m': { target: 'FAILED', error: 720 } },
    },
    PAUSED: { on: resumes },
    SUCCEEDED: {},
    FAILED: {},
  },
};

const validateEnds: Handlers = {
  'validate.succeeded': { target: 'SUCCEEDED', guard: heard },
  'validate.failed': { target: 'FAILED', guard: { ...heard, $code: reasons.VALIDATE_PROJECT }, error: '$code' },
};

const VALIDATE_PROJECT: Region = {
  initial: 'null',
  on: { 'validate.start': 'RUNNING' },
  states: {
    null: {},
    RUNNING: {
      on: { ...validateEnds, ...pauses, 'validate.stop': 'STOPPING' },
      after: { '5m': { target: 'FAILED', error: 725 } },
    },
    STOPPING: { on: { ...validateEnds, 'validate.stopped': { target: 'STOPPED', guard: heard } } },
    PAUSED: { on: { ...resumes, 'validate.stop': 'STOPPED' } },
    STOPPED: {},
    SUCCEEDED: {},
    FAILED: {},
  },
};

const underWay: Condition = { deletion: 'underWay' };

const DELETE_PROJECT: Region = {
  initial: 'null',
  on: {
    'delete.succeeded': { target: 'SUCCEEDED', guard: underWay },
    'delete.failed': { target: 'FAILED', guard: underWay },
  },
  states: { null: {}, SUCCEEDED: {}, FAILED: {} },
};

/** No status shows that a deletion is running. */
const deletion: Region = {
  initial: 'none',
  states: {
    none: { on: { delete: 'underWay' } },
    underWay: { on: { 'delete.succeeded': 'none', 'delete.failed': 'none' } },
  },
};

/** What the last successful simulated scan recommends. An empty recommendation stays empty even if features change. */
const recommendation: Region = {
  initial: 'null',
  on: {
    'entered SIMULATE_SCAN.SUCCEEDED': [{ target: 'empty', guard: { $jobs: '0' } }, 'current'],
  },
  states: { null: {}, empty: {}, current: { on: { 'entered features.changed': 'outdated' } }, outdated: {} },
};

const sanitize: Region = {
  initial: 'null',
  on: { 'config.update': ['no', 'source', 'fly'].map((target) => ({ target, guard: { $sanitize: target } })) },
  states: { null: {}, no: {}, source: {}, fly: {} },
};

/** What accepted commands and applied reports do to a project (egnyte 5). */
export const projectChart = {
  id: 'egnyte-project',
  on: { create: { target: 'CREATE_PROJECT.SUCCEEDED', actions: ['createProject'] } },
  states: {
    CREATE_PROJECT,
    SIMULATE_SCAN,
    VALIDATE_PROJECT,
    DELETE_PROJECT,
    deletion,
    recommendation,
    sanitize,
  },
} as const satisfies Chart;
