import type { Chart, Handlers, Region } from '../../src/define/index.ts';

const opens: Handlers = { open: { target: 'OPEN', actions: ['openBatch'] } };

/** Two hours from `open`; appending does not extend it. */
const BATCH: Region = {
  initial: 'null',
  states: {
    null: { on: opens },
    OPEN: {
      on: {
        append: { actions: ['appendItems'] },
        commit: { target: 'COMMITTED', actions: ['commitBatch'] },
        'entered ACCOUNT.DELETED': { target: 'EXPIRED', actions: ['dropItems'] },
      },
      after: { '2h': { target: 'EXPIRED', actions: ['dropItems'] } },
    },
    COMMITTED: { on: opens },
    EXPIRED: { on: opens },
  },
};

/** What requests, time and the end of its owner do to a batch (mozilla-sync 5). */
export const batchChart = { id: 'mozilla-sync-batch', states: { BATCH } } as const satisfies Chart;
