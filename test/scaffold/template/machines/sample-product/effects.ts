import type { Effect } from '../../../../../src/model/index.ts';
import { taskData } from './task.facts.ts';

/** What accepted commands and applied reports change besides the charts. */
export const effects: { readonly [name: string]: Effect } = {
  countStart(_, self) {
    taskData(self).starts += 1;
  },

  /** A later fault replaces one that has not struck yet. */
  armFault(_, self, { code }) {
    taskData(self).fault = Number(code);
  },
};
