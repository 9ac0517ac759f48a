import type { Code, EntityView, Fact } from '../../../../../src/model/index.ts';

/** How often a task may be started. */
const MOST_STARTS = 3;

/** What a task keeps besides its chart: plain data. */
export type TaskData = {
  starts: number;
  /** Armed, and not struck yet. */
  fault: Code | null;
};

export const freshTask = (): TaskData => ({ starts: 0, fault: null });
export const taskData = (task: EntityView): TaskData => task.data as TaskData;

/** What a task's gates ask besides its phases. */
export const taskFacts: { readonly [fact: string]: Fact } = {
  startsLeft: {
    values: [false, true],
    usual: true,
    of: ({ self }) => taskData(self).starts < MOST_STARTS,
    changedBy: ['task start', 'task stop'],
    says: {
      true: `the task was started fewer than ${MOST_STARTS} times`,
      false: `the task was started ${MOST_STARTS} times`,
    },
  },
};
