import { type Condition, type Mark, numbered, type Refusal } from '../../../../../src/model/index.ts';

const rule = (code: number, when: Condition, mark: Mark = 'S'): Omit<Refusal, 'gate'> => ({ code, when, mark });

const unknown = rule(7200, { all: [{ TASK: null }], called: 'the task was never created' });
const running = rule(7202, { TASK: 'RUNNING' });
const done = rule(7203, { TASK: 'SUCCEEDED' });

/** Why a task's command is refused, in order: the first that holds is the answer. */
export const taskRules = numbered({
  create: [rule(7201, { all: [{ TASK: { not: null } }], called: 'the task was created before' })],
  start: [unknown, running, done, rule(7205, { startsLeft: false }, 'I')],
  stop: [unknown, done, rule(7204, { TASK: { not: 'RUNNING' } })],
});
