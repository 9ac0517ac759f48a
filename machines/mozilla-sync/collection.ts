import { type Lifecycle, numbered } from '../../src/define/index.ts';
import { collectionChart } from './collection.chart.ts';
import { collectionFacts } from './collection.facts.ts';
import { collectionPhases } from './phases.ts';
import { requestTold } from './request.facts.ts';
import { arrival, collectionName, list, modifiedSince, refusals } from './request.rules.ts';
import { listParams, requestParams, requestWords, unmodifiedSince } from './request.ts';

const named = [...arrival, collectionName];

/** BSOs under one name (mozilla-sync 4.1). */
export const collection = {
  kind: 'collection',
  chart: collectionChart,
  phases: collectionPhases,
  commands: {
    get: {
      says: 'lists what is in it: nothing, where it is absent',
      params: { ...requestParams, ...unmodifiedSince },
    },
    post: { says: 'writes items into it', params: { ...requestParams, ...listParams } },
    delete: { says: 'deletes it with all that is in it', params: { ...requestParams, ...unmodifiedSince } },
  },
  reports: {},
  internal: {
    written: { says: 'a BSO or a batch wrote into it', causedBy: ['bso put', 'batch commit'] },
    'storage.emptied': { says: 'its storage was deleted', causedBy: ['storage delete'] },
  },
  rules: numbered({
    get: refusals(...named, modifiedSince),
    post: refusals(...named, ...list, modifiedSince, [14, { quotaMet: true }]),
    delete: refusals(...named, modifiedSince),
  }),
  facts: collectionFacts,
  projections: requestTold,
  is: { present: { COLLECTION: 'PRESENT' } },
  words: {
    ...requestWords,
    COLLECTION: { PRESENT: 'the collection is present', 'not PRESENT': 'the collection is absent' },
  },
} as const satisfies Lifecycle;
