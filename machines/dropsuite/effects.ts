import type { Effect } from '../../src/define/index.ts';
import { DEFAULT_BACKUP, drawingData, taskData } from './task.facts.ts';

/** How accepted commands, applied reports and timers change data outside the charts. */
export const effects: { readonly [name: string]: Effect } = {
  beginAttempt(_, self) {
    taskData(self).retries = 0;
  },

  countRetry(_, self) {
    taskData(self).retries += 1;
  },

  drawOnBackup(_, self, { backup = DEFAULT_BACKUP }) {
    drawingData(self).backup = backup;
  },

  /** Storage is shared: a task that reaches its limit has filled it for all. */
  fillStorage(world) {
    world.tell(world.touch('subscription', '1'), 'filled', {});
  },
};
