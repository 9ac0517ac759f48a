import type { Chart, Handlers, Region } from '../../../../../src/model/index.ts';

const starts: Handlers = { start: { target: 'RUNNING', actions: ['countStart'] } };

/** A task of which nothing is heard for an hour has failed: nobody else would ever say so. */
const TASK: Region = {
  initial: 'null',
  states: {
    null: { on: { create: 'CREATED' } },
    CREATED: { on: starts },
    RUNNING: {
      on: {
        stop: 'STOPPED',
        progressed: { target: 'RUNNING', reenter: true },
        succeeded: 'SUCCEEDED',
        failed: { target: 'FAILED', guard: { $code: [7400, 7401] }, error: '$code' },
      },
      after: { '1h': { target: 'FAILED', error: 7402 } },
    },
    STOPPED: { on: starts },
    SUCCEEDED: { end: true },
    FAILED: { on: starts },
  },
};

/** What an accepted command, an applied report and a delay do to a task. When a command is refused the rules say. */
export const taskChart = {
  id: 'sample-product-task',
  /** What moves no status: a fault is armed whatever the task does. */
  on: { fault: { actions: ['armFault'] } },
  states: { TASK },
} as const satisfies Chart;
