import type { CodeRow } from 'migration-lifecycles/define';

/** The vendor's table. Codes are numbers, or names where the vendor has no numbers; the meanings are your own words. */
export const codes = [
  row(100, 'TASK_QUEUED', 'status', 'The task waits for its turn.'),
  row(101, 'TASK_RUNNING', 'status', 'The task runs.'),
  row(102, 'TASK_PAUSED', 'status', 'The task stands still, and goes on when it is told to.'),
  row(103, 'TASK_SUCCEEDED', 'status', 'The task is done.'),
  row(104, 'TASK_FAILED', 'status', 'The task has given up.'),
  row(105, 'TASK_CANCELLED', 'status', 'Somebody has ended the task.'),
  row(200, 'TASK_EXISTS', 'state-rejection', 'There is such a task already.'),
  row(201, 'TASK_NOT_RUNNING', 'state-rejection', 'Only what runs can be paused.'),
  row(202, 'TASK_NOT_PAUSED', 'state-rejection', 'Only what is paused can go on.'),
  row(203, 'TASK_OVER', 'state-rejection', 'The task has ended, or was never there.'),
  row(204, 'SERVICE_DOWN', 'state-rejection', 'The service is down, and takes no task.'),
  row(300, 'DISK_FULL', 'failure-reason', 'There was no room left.'),
  row(400, 'UNKNOWN_COMMAND', 'input-rejection', 'There is no such command.'),
];

/** S: the row is stated in the vendor's table. */
function row(code: number, name: string, kind: CodeRow['kind'], meaning: string): CodeRow {
  return { code, name, category: kind === 'status' ? 'Statuses' : 'Errors', kind, mark: 'S', meaning };
}
