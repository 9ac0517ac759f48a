import type { Hints } from '../../../random/hints.ts';

/** What a random walk through Dovecot's migrations should meet: a few accounts that compete for places. */
export const hints: Hints = {
  ids: { account: ['1', '1', '2', '2', '3', '3', 'a', 'x-1.a_B'] },
  share: { account: 12, manager: 1 },
  waits: [0, 1, 59, 60, 299, 300, 301, 3600, 86_400],
  values: {
    code: [
      ...['0', '0', '0', '2', '2', '64', '65', '66', '67', '67', '68', '69', '70', '71', '72', '73', '74'],
      ...[
        '75',
        '75',
        '75',
        '75',
        '76',
        '77',
        '77',
        '77',
        '77',
        '78',
        '89',
        '124',
        '134',
        '137',
        '139',
        '143',
        '1',
        '79',
        '255',
      ],
    ],
    maxRetries: ['0', '1', '1', '2', '3', '999999999999999'],
    retryAfter: ['1', '60s', '90', '5m', '300', '1h', '1d'],
    maxRunning: ['1', '1', '2', '2', '3', '10'],
  },
  likely: {
    'account remove': 0.1,
    'account credentials.update': 0.3,
    'account reset': 0.7,
    'manager suspend': 0.3,
    'manager set': 0.5,
  },
};

/** Two accounts that became RETRYING in turn, and a third that has one of their two places. */
function queue(...exits: string[]): string {
  const listed = ['1', '2', '3'].map((id) => `account:${id} enqueue`);
  const passes = ['account:2 start', 'account:3 start', ...exits, 'account:1 start'];
  return [...listed, 'manager set maxRunning=2', ...passes].join('\n');
}

/** Nearly every pass ends with a retry, and few may run at once, so that accounts wait for their turn. */
export const crowded: Hints = {
  ...hints,
  openings: [
    'given ready',
    queue('account:2 exited code=75', 'account:3 exited code=75'),
    queue('account:3 exited code=75', 'account:2 exited code=75'),
    `${queue('account:2 exited code=75', 'account:3 exited code=75')}\nmanager set maxRunning=1`,
    `${queue('account:3 exited code=75', 'account:2 exited code=75')}\nmanager set maxRunning=1`,
    queue('account:2 exited code=75', 'manager set retryAfter=2m', 'account:3 exited code=75'),
    queue('account:3 exited code=75', 'wait 60', 'manager set retryAfter=60', 'account:2 exited code=75'),
  ],
  waits: [1, 60, 300],
  values: {
    ...hints.values,
    code: ['75', '75', '75', '74', '77', '68', '0', '89'],
    maxRetries: ['999999999999999', '50'],
    retryAfter: ['60', '60', '1m', '120', '5m'],
    maxRunning: ['1', '2', '2', '3'],
    auth: ['user'],
  },
  likely: { 'account remove': 0.02, 'manager suspend': 0.1, 'account start': 0.5, 'account final': 0.5 },
};

/** Two accounts under a policy that hardly changes, so that their retries reach the limit more than once. */
export const counted: Hints = {
  openings: [
    'given ready',
    'manager set auth=user maxRetries=2\ngiven ready',
    'manager set auth=user credentials=refreshed maxRetries=1\ngiven ready',
    'manager set onRetryLimit=requeue maxRetries=1\ngiven ready',
  ],
  ids: { account: ['1', '1', '2'] },
  share: { account: 12, manager: 1 },
  waits: [60, 300],
  values: {
    code: ['75', '75', '75', '75', '76', '0', '2', '77', '77', '77', '71', '64'],
    side: ['source'],
    maxRetries: ['1', '2', '2', '3'],
    retryAfter: ['60', '5m'],
    maxRunning: ['2', '3'],
  },
  likely: {
    'account remove': 0.1,
    'account credentials.update': 0.5,
    'account reset': 0.3,
    'account switch': 0.4,
    'account start': 0.4,
    'account final': 0.4,
    'manager suspend': 0.02,
    'manager set': 0.05,
  },
};
