import type { Chart, Region, Transition } from '../../src/define/index.ts';
import { storagePhases } from './phases.ts';

const byUsage: readonly Transition[] = Object.keys(storagePhases.STORAGE).map((status) => ({
  target: status,
  guard: { usage: status },
}));

/** Its contents are measured at the end of every step and timer (mozilla-sync 4.7). */
const measured = { on: { measured: byUsage } } as const;

const STORAGE: Region = {
  initial: 'null',
  on: { delete: { actions: ['emptyStorage'] }, 'entered ACCOUNT.DELETED': { actions: ['emptyStorage'] } },
  states: {
    /** It has no status until the account's first write. */
    null: { on: { written: byUsage } },
    EMPTY: measured,
    UNDER_QUOTA: measured,
    NEAR_QUOTA: measured,
    OVER_QUOTA: measured,
  },
};

/** What an account's requests do to its storage. */
export const storageChart = { id: 'mozilla-sync-storage', states: { STORAGE } } as const satisfies Chart;
