import type { Chart, Handlers, Move, Region, StateNode, Transition } from '../../src/define/index.ts';

/** What tells one kind of task from another (dropsuite 1, 2, 3, 4, 5). */
export interface Task {
  /** The chart's id. */
  readonly id: string;
  readonly phase: string;
  /** Every status that the kind has. */
  readonly statuses: readonly string[];
  /** How an attempt begins: in PREPARING or ON_QUEUE, with all its retries. */
  readonly begins: Transition & { readonly target: 'PREPARING' | 'ON_QUEUE' };
  /** Where an unknown error leads when the retries are used up. */
  readonly spent: Move;
  /** What it becomes in place of RUNNING, where something holds it. */
  readonly held: readonly Transition[];
  /** What happens in whatever status. */
  readonly always: Handlers;
  /** What happens while it is RUNNING, besides success and unknown errors. */
  readonly running: Handlers;
  /** What happens after it was RUNNING, besides the end of RETRYING. */
  readonly afterwards: { readonly [status: string]: StateNode };
  /** What is kept besides the status. */
  readonly kept?: { readonly [region: string]: Region };
}

/** What an accepted command, an applied report and a timer do to a task, the same for all four kinds but for `task`. */
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

/** One more retry where one is left; else what an unknown error leads to then (dropsuite 4). */
export const retryOr = (spent: Move): Move[] => [
  { target: 'RETRYING', guard: { retriesLeft: true }, actions: ['countRetry'] },
  spent,
];
