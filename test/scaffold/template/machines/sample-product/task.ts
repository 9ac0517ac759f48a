import type { Lifecycle } from '../../../../../src/model/index.ts';
import { codes } from './codes.ts';
import { taskPhases } from './phases.ts';
import { taskChart } from './task.chart.ts';
import { taskFacts } from './task.facts.ts';
import { taskRules } from './task.rules.ts';

const faults = codes.filter(({ kind }) => kind === 'environment-fault').map(({ code }) => String(code));

/** A task: it copies from a source to a target. */
export const task = {
  kind: 'task',
  chart: taskChart,
  phases: taskPhases,
  commands: {
    create: { says: 'makes the task known' },
    start: { says: 'begins to copy, or goes on where it was stopped or has failed' },
    stop: { says: 'stops copying' },
  },
  reports: {
    progressed: { says: 'the task has copied something' },
    succeeded: { says: 'the task has copied everything' },
    failed: {
      says: 'the task gives up, for the reason given',
      params: { code: { is: { whole: {} }, required: true } },
      plain: { code: '7400' },
    },
    fault: {
      says: 'the next command that passes all its gates is rejected with this fault',
      params: { code: { is: { one: faults }, required: true } },
    },
  },
  rules: taskRules,
  facts: taskFacts,
  is: {},
  words: {
    TASK: {
      RUNNING: 'the task runs',
      SUCCEEDED: 'the task has succeeded',
      'not RUNNING': 'the task does not run',
    },
  },
} as const satisfies Lifecycle;
