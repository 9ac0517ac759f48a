import type { CodeKind, CodeRow, Mark } from '../../../../../src/model/index.ts';

/**
 * The vendor's table, row by row in its order: numbers and names exactly as printed, meanings in our own words. These
 * rows are invented: replace them all.
 */
export const codes = [
  { ...row(7100, 'TASK_CREATED', 'status'), meaning: 'The task is known, and was not started yet.' },
  { ...row(7101, 'TASK_RUNNING', 'status'), meaning: 'The task copies.' },
  { ...row(7102, 'TASK_STOPPED', 'status'), meaning: 'Somebody stopped the task; it may be started again.' },
  { ...row(7103, 'TASK_SUCCEEDED', 'status'), meaning: 'Everything is copied.' },
  { ...row(7104, 'TASK_FAILED', 'status'), meaning: 'The task gave up; its error says why.' },
  { ...row(7200, 'TASK_UNKNOWN', 'state-rejection'), meaning: 'There is no such task: create it first.' },
  { ...row(7201, 'TASK_EXISTS', 'state-rejection'), meaning: 'There is such a task already.' },
  { ...row(7202, 'TASK_IS_RUNNING', 'state-rejection'), meaning: 'The task runs already.' },
  { ...row(7203, 'TASK_IS_DONE', 'state-rejection'), meaning: 'A task that has succeeded is never run again.' },
  { ...row(7204, 'TASK_NOT_RUNNING', 'state-rejection'), meaning: 'Only a task that runs can be stopped.' },
  {
    ...row(7205, 'TOO_MANY_STARTS', 'state-rejection'),
    meaning: 'The task was started as often as it may be.',
    oddity: 'The number stands in the table twice, the second time as TASK_LIMIT.',
  },
  { ...row(7300, 'UNKNOWN_COMMAND', 'input-rejection'), meaning: 'No task knows such a command.' },
  { ...row(7400, 'SOURCE_LOST', 'failure-reason'), meaning: 'The source was not to be reached any more.' },
  { ...row(7401, 'TARGET_FULL', 'failure-reason'), meaning: 'There was no room left at the target.' },
  { ...row(7402, 'NO_PROGRESS', 'failure-reason', 'I'), meaning: 'Nothing was heard of the task for an hour.' },
  { ...row(7500, 'SERVER_UNAVAILABLE', 'environment-fault'), meaning: 'The server could not take the command.' },
] as const satisfies readonly CodeRow[];

function row(code: number, name: string, kind: CodeKind, mark: Mark = 'S'): Omit<CodeRow, 'meaning'> {
  return { code, name, category: 'Tasks', kind, mark };
}
