import { type Lifecycle, numbered } from '../../src/define/index.ts';
import { storagePhases } from './phases.ts';
import { requestTold } from './request.facts.ts';
import { arrival, modifiedSince, refusals } from './request.rules.ts';
import { requestParams, requestWords, unmodifiedSince } from './request.ts';
import { storageChart } from './storage.chart.ts';
import { storageFacts } from './storage.facts.ts';

/** Signed by its own account, unless another is named. */
const storageParams = { ...requestParams, user: { is: requestParams.user.is } } as const;

/** Everything account:NAME stores is in storage:NAME (mozilla-sync 4.1). */
export const storage = {
  kind: 'storage',
  chart: storageChart,
  phases: storagePhases,
  commands: {
    info: { says: 'shows what is stored', params: storageParams },
    delete: {
      says: 'deletes all that is stored',
      params: { ...storageParams, confirm: { is: { one: ['yes', 'no'] }, default: 'no' }, ...unmodifiedSince },
    },
  },
  reports: {},
  internal: {
    written: { says: 'an item in it was written or deleted', causedBy: ['bso put'] },
    measured: {
      says: 'the size of its items was added up',
      causedBy: ['bso put', 'bso put size=1', 'server set quota=1'],
    },
  },
  rules: numbered({
    info: refusals(...arrival),
    delete: refusals(...arrival, [4, { $api: '1.1', $confirm: { not: 'yes' } }], modifiedSince),
  }),
  facts: storageFacts,
  projections: requestTold,
  /** A request that names no account is signed by the storage's own. */
  unreachable: [{ ownedByAnother: true }],
  is: {},
  words: { ...requestWords, STORAGE: 'the storage', $confirm: { 'not yes': 'it is not confirmed' } },
} as const satisfies Lifecycle;
