import type { Hints } from '../../../random/hints.ts';

const times = (often: number, ...values: readonly string[]): string[] => Array(often).fill(values).flat();

const manyIds = Array.from({ length: 102 }, (_, at) => `n${at}`).join(',');
const longName = `tabs.${'n'.repeat(65)}`;
const badEmails = ['nobody', '1@b', '.1@example.com', '1..1@example.com', '1@ex_ample.com', '1@-.c0', '1 @example.com'];
const moments = [0, 1, 10, 11, 20, 30, 60, 70, 120, 600, 3600, 7200, 7210, 7300, 10800, 14400, 21600, 90000].map(
  String,
);
const bigSizes = ['1048576', '1310720', '1310721', '1312768', '1312769', '2621440', '2621441', '2625536', '2625537'];
const bigQuotas = ['1048576', '1048577', '1048876', '4000000'];
const oddNumbers = ['007', '999999999', '1000000000', 'never', '-1', '', '1.5'];
const another = 'account:2 create password=battery-staple\ncollection:tabs post user=2 ids=x,y size=100';
const limits = ['100', '101', '10000', '10001', '2621440', '2621441', '262144000', '262144001'];
const badHeaders = ['-5', '1.0', 'x', '', '4294967295', '4294967296', '1000000000000000'];
const header = [...times(8, '0', '1', '99', '007'), ...limits, ...badHeaders];

/**
 * Few names, so that walks find what they wrote; sizes near the quotas; and valid values more often than invalid ones,
 * since half of all parameters are given.
 */
export const hints: Hints = {
  ids: {
    account: ['1', '1', '2', 'Longenough'],
    storage: ['1', '1', '2'],
    collection: [...times(3, '1', '1', 'tabs'), 'a.b', 'c'.repeat(33)],
    bso: [...times(3, '1.x', '1.x', '1.y', '1.z', 'tabs.x'), 'x', 'tabs.y', 'a.b.x', '.a', '.a', 'tabs.', longName],
    batch: ['1', '1', '1', '2'],
    node: ['1', '2', '2', '2'],
    server: ['1', '2'],
  },
  openings: ['', 'given ready', 'given ready', `given ready\n${another}`],
  share: { account: 3, storage: 1, collection: 8, bso: 6, batch: 10, node: 3, server: 2 },
  values: {
    password: [...times(3, 'correct-horse'), 'short', '', 'seven77', ' longENOUGH ', '        ', 'longenough'],
    email: [...times(4, '1@example.com', '2@example.com'), 'LONGENOUGH@a-b.example.ORG', ...badEmails, ''],
    user: [...times(8, '1'), ...times(3, '2')],
    api: [...times(40, '1.5'), ...times(6, '1.1'), '2', ''],
    client: [...times(40, 'current'), 'old'],
    host: [...times(40, 'given'), 'missing'],
    auth: [...times(40, 'ok'), 'wrong'],
    body: [...times(30, 'ok'), 'notJson', 'invalid'],
    collection: [...times(12, '1'), ...times(3, 'tabs'), 'a.b', '', 'a/b'],
    ids: [...times(6, 'x', 'y', 'x,y', 'y,x', 'x,y,z', 'z'), 'x,x', manyIds],
    size: [...times(8, '0', '100', '200', '300'), ...bigSizes],
    ttl: [...times(5, '0', '1', '10', '10', '60', '7200'), ...oddNumbers],
    sortindex: [...times(6, '0', '-1', '999999999', '-999999999'), ...oddNumbers, '-1000000000', '-', '+1'],
    records: header,
    bytes: header,
    totalRecords: header,
    totalBytes: header,
    unmodifiedSince: [...times(4, '300000'), ...moments],
    quota: ['none', ...times(3, '100', '200', '300', '500', '800', '1200'), ...bigQuotas],
    captcha: ['ok', 'ok', 'wrong'],
    'server set captcha': ['on', 'off', 'off', 'off'],
    seconds: ['1', '60', '600'],
  },
  likely: {
    'account delete': 0.1,
    'storage delete': 0.1,
    'collection delete': 0.1,
    'batch commit': 0.3,
    'node unhealthy': 0.05,
    'node down': 0.05,
    'node draining': 0.05,
    'node removed': 0.05,
    'node fault': 0.6,
  },
  waits: [0, 1, 1, 9, 10, 10, 60, 600],
};

/** One account, one collection and one batch near the quota, with few refusals for other reasons. */
export const crowded: Hints = {
  ids: {
    account: ['1'],
    storage: ['1'],
    collection: ['1'],
    bso: ['1.x', '1.y', '1.z'],
    batch: ['1'],
    node: ['2'],
    server: ['1'],
  },
  share: { account: 1, storage: 1, collection: 2, bso: 5, batch: 10, node: 1, server: 2 },
  values: {
    ...hints.values,
    user: ['1'],
    api: ['1.5'],
    client: ['current'],
    host: ['given'],
    auth: ['ok'],
    body: ['ok'],
    collection: ['1'],
    ids: ['x', 'y', 'z', 'x,y', 'y,x', 'z,y,x', 'w'],
    size: ['0', '100', '100', '200', '300', '400'],
    ttl: ['7200', '20000', '20000', '60', '10', '10', '0'],
    sortindex: ['1'],
    records: ['1'],
    bytes: ['1'],
    totalRecords: ['1'],
    totalBytes: ['1'],
    unmodifiedSince: ['300000', '300000', '300000', '300000', '0'],
    quota: ['200', '300', '500', '700', '900', '1200', 'none'],
    'server set captcha': ['off'],
  },
  likely: {
    ...hints.likely,
    'account delete': 0.02,
    'storage delete': 0.02,
    'collection delete': 0.02,
    'bso delete': 0.2,
    'batch open': 0.7,
    'batch commit': 0.25,
    'server set': 0.3,
    'node fault': 0.02,
  },
  waits: [0, 1, 10, 10],
};
