import type { Chart, Condition, Handlers, Region } from '../../src/define/index.ts';
import { agentRegister } from './params.ts';
import { reasons } from './phases.ts';

const active: Condition = { AGENT: 'ACTIVE' };
const known: Condition = { all: [{ AGENT: { not: [null, 'DELETED'] } }], called: 'the agent is known' };
const pauses: Handlers = { 'left AGENT.ACTIVE': 'PAUSED' };
const resumes: Handlers = { 'entered AGENT.ACTIVE': 'RUNNING' };

/** An upgrade or retirement takes the agent offline. It runs them on its own and comes back by registering. */
const away: Handlers = {
  disconnect: 'INACTIVE',
  deactivate: 'DEACTIVATED',
  retire: 'INACTIVE',
  'entered AGENT_UPGRADE.RUNNING': 'INACTIVE',
};

const registers: Handlers = { register: { target: 'ACTIVE', actions: ['keepVersion'] } };

const AGENT: Region = {
  initial: 'null',
  states: {
    null: { on: registers },
    ACTIVE: { on: away },
    INACTIVE: { on: { ...registers, deactivate: 'DEACTIVATED' } },
    DEACTIVATED: { on: { delete: 'DELETED' } },
    DELETED: {},
  },
};

/** A SCHEDULED upgrade begins as soon as the agent is ACTIVE and none of its jobs is occupied. */
const AGENT_UPGRADE: Region = {
  initial: 'null',
  on: { upgrade: [{ target: 'SCHEDULED', guard: { anyJobOccupied: true } }, 'RUNNING'] },
  states: {
    null: {},
    SCHEDULED: { on: { 'upgrade.begin': { target: 'RUNNING', guard: { ...active, anyJobOccupied: false } } } },
    RUNNING: {
      on: {
        'entered AGENT.ACTIVE': [{ target: 'SUCCEEDED', guard: { newVersionUpToDate: true } }, 'FAILED'],
      },
      after: { '5m': 'TIMEOUT' },
    },
    SUCCEEDED: {},
    FAILED: {},
    TIMEOUT: {},
  },
};

/**
 * An agent that comes back has not retired. One that stays away has retired, if it had confirmed. A deleted one keeps
 * its status.
 */
const AGENT_RETIRE: Region = {
  initial: 'null',
  on: { retire: 'RUNNING' },
  states: {
    null: {},
    RUNNING: {
      on: { 'entered AGENT.ACTIVE': 'FAILED' },
      after: {
        '5m': [
          { target: 'SUCCEEDED', guard: { all: [known, { confirmed: 'yes' }] } },
          { target: 'TIMEOUT', guard: known },
        ],
      },
    },
    SUCCEEDED: {},
    FAILED: {},
    TIMEOUT: {},
  },
};

const SCAN_SOURCE: Region = {
  initial: 'null',
  on: { 'scanSource.start': 'RUNNING' },
  states: {
    null: {},
    RUNNING: {
      on: {
        'scanSource.succeeded': [
          { target: 'FAILED', guard: { ...active, $snapshot: 'missing' }, error: 698 },
          { target: 'SUCCEEDED', guard: active },
        ],
        'scanSource.failed': { target: 'FAILED', guard: { ...active, $code: reasons.SCAN_SOURCE }, error: '$code' },
        ...pauses,
      },
      after: { '5m': { target: 'FAILED', error: 697 } },
    },
    PAUSED: { on: resumes },
    SUCCEEDED: {},
    FAILED: {},
  },
};

const speedTestEnds: Handlers = {
  'speedTest.succeeded': { target: 'SUCCEEDED', guard: active },
  'speedTest.failed': { target: 'FAILED', guard: { ...active, $code: reasons.SPEED_TEST }, error: '$code' },
};

const SPEED_TEST: Region = {
  initial: 'null',
  on: { 'speedTest.start': 'RUNNING' },
  states: {
    null: {},
    RUNNING: { on: { ...speedTestEnds, ...pauses, 'speedTest.stop': 'STOPPING' } },
    STOPPING: { on: { ...speedTestEnds, 'speedTest.stopped': { target: 'STOPPED', guard: active } } },
    PAUSED: { on: { ...resumes, 'speedTest.stop': 'STOPPED' } },
    STOPPED: {},
    SUCCEEDED: {},
    FAILED: {},
  },
};

const confirmed: Region = {
  initial: 'no',
  on: { retire: 'no', 'retire.confirmed': { target: 'yes', guard: { all: [known, { AGENT_RETIRE: 'RUNNING' }] } } },
  states: { no: {}, yes: {} },
};

/** An unstable link stays unstable when the agent registers again. */
const link: Region = {
  initial: 'stable',
  on: { 'link.unstable': { target: 'unstable', guard: known }, 'link.stable': { target: 'stable', guard: known } },
  states: { stable: {}, unstable: {} },
};

/** Each registration says whether the agent takes schedules. */
const scheduler: Region = {
  initial: agentRegister.scheduler.default,
  on: { 'entered AGENT.ACTIVE': [{ target: 'off', guard: { $scheduler: 'off' } }, agentRegister.scheduler.default] },
  states: { on: {}, off: {} },
};

/** What accepted commands and applied reports do to an agent (egnyte 3). */
export const agentChart = {
  id: 'egnyte-agent',
  /** Only for a DELETED agent does no region react: the id is free, and a new agent starts from scratch. */
  on: { register: { target: 'AGENT.ACTIVE', actions: ['keepVersion'] } },
  states: { AGENT, AGENT_UPGRADE, AGENT_RETIRE, SCAN_SOURCE, SPEED_TEST, confirmed, link, scheduler },
} as const satisfies Chart;
