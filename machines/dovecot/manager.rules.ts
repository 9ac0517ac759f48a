import { numbered } from '../../src/define/index.ts';

/** Why the manager's commands are refused (dovecot 4). */
export const managerRules = numbered({
  suspend: [{ code: 'AlreadySuspended', when: { MANAGER: 'SUSPENDED' }, mark: 'I' }],
  resume: [{ code: 'NotSuspended', when: { MANAGER: 'RUNNING' }, mark: 'I' }],
});
