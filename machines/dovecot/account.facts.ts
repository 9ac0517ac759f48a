import type { EntityView, Fact } from '../../src/define/index.ts';
import { limitReached, managerData, managerOf, policySays, policyWords } from './policy.ts';

/** An account's data outside its chart. */
export type AccountData = { retries: number };

export const freshAccount = (): AccountData => ({ retries: 0 });
export const accountData = (account: EntityView): AccountData => account.data as AccountData;

/** What an account's gates and exits read of the manager. The account's view shows the first two (dovecot 8). */
export const accountFacts = {
  managerSuspended: {
    values: [false, true],
    usual: false,
    of: ({ world }) => managerOf(world).state('MANAGER') === 'SUSPENDED',
    changedBy: ['manager suspend', 'manager resume'],
    says: { true: 'the manager is suspended', false: 'the manager is running' },
  },
  limitReached: {
    values: [false, true],
    usual: false,
    of: ({ world }) => limitReached(world),
    changedBy: ['manager set maxRunning=1', 'account:2 enqueue', 'account:2 start', 'account:2 exited code=0'],
    says: { true: 'maxRunning accounts or more are RUNNING', false: 'fewer than maxRunning accounts are RUNNING' },
  },
  retriesLeft: {
    values: [false, true],
    usual: true,
    shown: false,
    of: ({ world, self }) => accountData(self).retries < managerData(managerOf(world)).maxRetries,
    changedBy: ['manager set maxRetries=0', 'account reset'],
    says: { true: 'its retries are fewer than maxRetries', false: 'its retries have reached maxRetries' },
  },
  onRetryLimit: policy('onRetryLimit'),
  auth: policy('auth'),
  credentials: policy('credentials'),
  identity: policy('identity'),
} as const satisfies { readonly [fact: string]: Fact };

/** A key of the manager's policy, which decides what an account's exit means. */
function policy(key: keyof typeof policyWords): Fact {
  return {
    values: policyWords[key],
    usual: policyWords[key][0],
    shown: false,
    of: ({ world }) => managerOf(world).state(key),
    changedBy: policyWords[key].map((word) => `manager set ${key}=${word}`),
    says: policySays[key],
  };
}
