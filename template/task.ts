import { flag, type Lifecycle, says } from 'migration-lifecycles/define';

const over = ['SUCCEEDED', 'FAILED', 'CANCELLED'];

/** A task: six statuses, what leads from one to another, and what a command is refused with. */
export const task = {
  kind: 'task',
  chart: {
    id: 'task',
    states: {
      TASK: {
        initial: 'null',
        states: {
          null: { on: { start: 'QUEUED' } },
          QUEUED: { on: { began: 'RUNNING', cancel: 'CANCELLED' } },
          RUNNING: {
            on: {
              pause: 'PAUSED',
              cancel: 'CANCELLED',
              finished: 'SUCCEEDED',
              failed: { target: 'FAILED', error: '$code' },
            },
          },
          PAUSED: { on: { resume: 'QUEUED', cancel: 'CANCELLED' }, after: { '7d': 'CANCELLED' } },
          SUCCEEDED: { end: true },
          FAILED: { on: { start: 'QUEUED' } },
          CANCELLED: { on: { start: 'QUEUED' } },
        },
      },
    },
  },
  phases: { TASK: { QUEUED: 100, RUNNING: 101, PAUSED: 102, SUCCEEDED: 103, FAILED: 104, CANCELLED: 105 } },
  commands: {
    start: { says: 'puts the task in the queue' },
    pause: { says: 'lets the task stand still' },
    resume: { says: 'lets the task go on' },
    cancel: { says: 'ends the task' },
  },
  reports: {
    began: { says: 'it is the turn of the task' },
    finished: { says: 'the task is done' },
    failed: {
      says: 'the task gives up, for the reason given',
      params: { code: { is: { whole: {} }, required: true } },
      plain: { code: '300' },
    },
  },
  rules: {
    start: [
      { gate: 'start 1', when: { serviceDown: true }, code: 204, mark: 'I' },
      { gate: 'start 2', when: { TASK: ['QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED'] }, code: 200, mark: 'S' },
    ],
    pause: [{ gate: 'pause 1', when: { TASK: { not: 'RUNNING' } }, code: 201, mark: 'S' }],
    resume: [{ gate: 'resume 1', when: { TASK: { not: 'PAUSED' } }, code: 202, mark: 'S' }],
    cancel: [{ gate: 'cancel 1', when: { TASK: [null, ...over] }, code: 203, mark: 'S' }],
  },
  facts: {
    serviceDown: {
      ...flag,
      of: ({ world }) => world.find('service', '1')?.state('power') === 'off',
      changedBy: ['service down', 'service up'],
      says: says('the service is down', 'the service is up'),
    },
  },
  is: {},
  words: { TASK: 'the task' },
} as const satisfies Lifecycle;

/** The one service that the tasks run on: it has no statuses of the vendor's, and all that happens to it is a report. */
export const service = {
  kind: 'service',
  singleton: '1',
  chart: {
    id: 'service',
    states: { power: { initial: 'on', states: { on: { on: { down: 'off' } }, off: { on: { up: 'on' } } } } },
  },
  phases: {},
  commands: {},
  reports: { down: { says: 'the service goes down' }, up: { says: 'the service is back' } },
  rules: {},
  facts: {},
  is: {},
  words: {},
} as const satisfies Lifecycle;
