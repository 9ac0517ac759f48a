import { type Condition, numbered, type Refusal } from '../../src/define/index.ts';

const rule = (code: string, when: Condition): Omit<Refusal, 'gate'> => ({ code, when, mark: 'I' });

const notListed = rule('NotListed', { all: [{ MIGRATION: null }], called: 'the account was never enqueued' });
const removed = rule('RemovedFromList', { MIGRATION: 'REMOVED' });
const completed = rule('AlreadyCompleted', { MIGRATION: 'COMPLETED' });
const running = rule('AlreadyRunning', { MIGRATION: 'RUNNING' });
const suspended = rule('ManagerSuspended', { managerSuspended: true });
const failed = rule('NeedsReset', { MIGRATION: 'FAILED' });
const switched: Condition = { DELIVERY: 'NEW' };
const limit = rule('ConcurrencyLimit', { limitReached: true });

/** Why an account's command is refused; the first rule that holds decides (dovecot 4). */
export const accountRules = numbered({
  enqueue: [
    rule('AlreadyListed', {
      all: [{ MIGRATION: { not: [null, 'REMOVED'] } }],
      called: 'the account is on the list',
    }),
  ],
  start: [notListed, removed, completed, running, suspended, failed, rule('BackupAfterCutover', switched), limit],
  switch: [
    notListed,
    removed,
    completed,
    running,
    rule('AlreadySwitched', switched),
    rule('NotSynced', { MIGRATION: { not: 'SYNCED' } }),
  ],
  final: [notListed, removed, completed, running, suspended, failed, rule('NotCutOver', { DELIVERY: 'OLD' }), limit],
  reset: [notListed, removed, completed, running, rule('NotFailed', { MIGRATION: { not: 'FAILED' } })],
  'credentials.update': [notListed, removed, completed],
  remove: [notListed, removed, running],
});
