import { type Condition, type Lifecycle, numbered } from '../../src/define/index.ts';
import { batchChart } from './batch.chart.ts';
import { batchFacts } from './batch.facts.ts';
import { DEFAULT_COLLECTION } from './contents.ts';
import { batchPhases } from './phases.ts';
import { requestTold, storesNothing } from './request.facts.ts';
import { arrival, collectionName, type Gate, list, modifiedSince, noBatches, refusals } from './request.rules.ts';
import { listParams, requestParams, requestWords } from './request.ts';

const asked = [...arrival, noBatches, collectionName, ...list, modifiedSince];

const unusable: Condition = { any: [{ BATCH: { not: 'OPEN' } }, { otherCollection: true }] };
const takesNothing: Gate = [0, unusable];

const collection = { is: { text: true }, anyValue: true } as const;
/** An open batch has a collection. */
const params = { ...requestParams, collection, ...listParams } as const;
const opening = { ...params, collection: { ...collection, default: DEFAULT_COLLECTION } } as const;

/** Items written together by several requests (mozilla-sync 5). */
export const batch = {
  kind: 'batch',
  chart: batchChart,
  phases: batchPhases,
  commands: {
    open: { says: 'begins a batch, perhaps with items', params: opening },
    append: { says: 'adds items to it', params },
    commit: { says: 'adds items to it and writes all that it holds', params },
  },
  reports: {},
  rules: numbered({
    open: refusals(...asked, [4, { BATCH: 'OPEN' }, 'I'], [14, { openingOverQuota: true }]),
    append: refusals(...asked, takesNothing, [14, { appendingOverQuota: true }]),
    commit: refusals(...asked, takesNothing, [14, { committingOverQuota: true }]),
  }),
  facts: batchFacts,
  projections: [...requestTold, { ask: { openingOverQuota: true }, as: { overQuota: true } }],
  /** An account's batches expire with it. */
  unreachable: [...storesNothing, { BATCH: 'OPEN', registered: false, ownedByAnother: false }],
  is: { open: { BATCH: 'OPEN' } },
  words: {
    ...requestWords,
    BATCH: {
      OPEN: 'the batch is open',
      COMMITTED: 'the batch is committed',
      EXPIRED: 'the batch has expired',
      'not OPEN': 'no such batch is open',
    },
  },
} as const satisfies Lifecycle;
