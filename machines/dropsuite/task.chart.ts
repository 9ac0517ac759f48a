import type { Chart, Handlers, Move, Region, StateNode, Transition } from '../../src/define/index.ts';

/** What differs between the kinds of tasks (dropsuite 1, 2, 3, 4, 5). */
export interface Task {
  /** The chart's id. */
  readonly id: string;
  readonly phase: string;
  /** Every status of the kind. */
  readonly statuses: readonly string[];
  /** How an attempt begins: in PREPARING or ON_QUEUE, with all its retries. */
  readonly begins: Transition & { readonly target: 'PREPARING' | 'ON_QUEUE' };
  /** Where an unknown error leads when the retries are used up. */
  readonly spent: Move;
  /** The transitions taken instead of the one to RUNNING, if something holds it. */
  readonly held: readonly Transition[];
  /** Events that apply in every status. */
  readonly always: Handlers;
  /** Events while RUNNING, besides success and unknown errors. */
  readonly running: Handlers;
  /** States reached from RUNNING, besides the end of RETRYING. */
  readonly afterwards: { readonly [status: string]: StateNode };
  /** What is kept besides the status. */
  readonly kept?: { readonly [region: string]: Region };
}

/** What accepted commands, applied reports and timers do to a task: the same for all four kinds, except for `task`. */
export function taskChart(task: Task): Chart {
  const runs: Move[] = [...task.held, 'RUNNING'];
  const states: { readonly [status: string]: StateNode } = {
    ...task.afterwards,
    [task.begins.target]: { on: { started: runs } },
    RUNNING: { on: { succeeded: 'COMPLETED', error: retryOr(task.spent), ...task.running } },
    RETRYING: { after: { '30m': runs } },
  };
  const region: Region = {
    initial: 'null',
    on: task.always,
    states: { null: {}, ...Object.fromEntries(task.statuses.map((status) => [status, states[status] ?? {}])) },
  };
  return { id: task.id, states: { [task.phase]: region, ...task.kept } };
}

/** Another retry if one is left; otherwise the move that an unknown error then leads to (dropsuite 4). */
export const retryOr = (spent: Move): Move[] => [
  { target: 'RETRYING', guard: { retriesLeft: true }, actions: ['countRetry'] },
  spent,
];
