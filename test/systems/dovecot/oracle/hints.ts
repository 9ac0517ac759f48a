import type { Hints } from '../../../random/hints.ts';

/** What a random walk through Dovecot's migrations should meet: a few accounts that take each other's places. */
export const hints: Hints = {
  ids: { account: ['1', '1', '2', '2', '3', '3', 'a', 'x-1.a_B'] },
  share: { account: 12, manager: 1 },
  waits: [0, 1, 59, 60, 299, 300, 301, 3600, 86_400],
  values: {
    code: [
      ...['0', '0', '0', '2', '2', '64', '65', '66', '67', '67', '68', '69', '70', '71', '72', '73', '74'],
      ...['75', '75', '75', '75', '76', '77', '77', '77', '77', '78', '89', '134', '139', '1', '79', '255'],
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

/** Nearly every pass ends in something to be retried, and few may run: what waits has to wait for its turn. */
export const crowded: Hints = {
  ...hints,
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
