import type { Lifecycle } from '../../src/define/index.ts';
import { managerChart } from './manager.chart.ts';
import { managerRules } from './manager.rules.ts';
import { managerPhases } from './phases.ts';
import { causeSays, policySays, policyWords, sideSays } from './policy.ts';

/** The one migration manager: whether passes may begin, and the policy for exits (dovecot 1, 3). */
export const manager = {
  kind: 'manager',
  singleton: '1',
  chart: managerChart,
  phases: managerPhases,
  commands: {
    suspend: { says: 'lets no new pass begin; running passes go on to their exit' },
    resume: { says: 'lets passes begin again' },
  },
  reports: {
    set: {
      says: 'sets the policy',
      atLeastOne: true,
      params: {
        maxRetries: { is: { whole: {} } },
        onRetryLimit: { is: { one: policyWords.onRetryLimit } },
        retryAfter: { is: { span: { min: 1 } } },
        maxRunning: { is: { whole: { min: 1 } } },
        auth: { is: { one: policyWords.auth } },
        credentials: { is: { one: policyWords.credentials } },
        identity: { is: { one: policyWords.identity } },
      },
      plain: { maxRunning: '1' },
    },
  },
  internal: {
    exited: {
      says: "an account's pass ended with an exit that concerns all accounts",
      causedBy: ['account enqueue', 'account start', 'account exited code=78'],
    },
  },
  rules: managerRules,
  facts: {},
  is: {},
  words: { MANAGER: 'the manager', ...policySays, $side: sideSays, $cause: causeSays },
} as const satisfies Lifecycle;
