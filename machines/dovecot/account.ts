import type { Lifecycle } from '../../src/define/index.ts';
import { accountChart } from './account.chart.ts';
import { accountFacts } from './account.facts.ts';
import { accountRules } from './account.rules.ts';
import { accountPhases } from './phases.ts';
import { causeSays, sideSays } from './policy.ts';

/** An account on the migration list (dovecot 1, 4, 5). */
export const account = {
  kind: 'account',
  chart: accountChart,
  phases: accountPhases,
  commands: {
    enqueue: { says: 'puts the account on the migration list' },
    start: { says: 'begins an intermediate pass: the destination is made equal to the source' },
    switch: { says: "sends the account's new mail to the new system from now on" },
    final: { says: 'begins a final pass: what is missing is merged, nothing is deleted' },
    reset: { says: 'puts a failed account back into the queue' },
    'credentials.update': { says: "provides the user's current credentials" },
    remove: { says: 'takes the account off the migration list' },
  },
  reports: {
    exited: {
      says: 'the doveadm process of the pass has ended, with this exit code',
      params: {
        code: { is: { whole: { min: 0, max: 255 } }, required: true },
        side: { is: { one: ['source', 'destination'] } },
        cause: { is: { one: ['login', 'folder'] } },
      },
      plain: { code: '0' },
    },
  },
  internal: {
    'turn.came': {
      says: 'the account has waited longest, and a pass may begin',
      causedBy: ['wait 5m', 'manager resume'],
    },
  },
  rules: accountRules,
  facts: accountFacts,
  is: {},
  words: {
    MIGRATION: 'the account',
    DELIVERY: { OLD: 'its mail goes to the old system', NEW: 'its mail goes to the new system' },
    PASS: { INTERMEDIATE: 'the pass is intermediate', FINAL: 'the pass is final' },
    newerCredentials: { yes: 'newer credentials are at hand', no: 'no newer credentials are at hand' },
    refused: { yes: 'it failed because a login was refused', no: 'it did not fail because a login was refused' },
    retry: {
      none: 'it is not to be retried',
      delayed: 'its delay runs',
      waiting: 'it waits for its turn',
    },
    $side: sideSays,
    $cause: causeSays,
  },
} as const satisfies Lifecycle;
