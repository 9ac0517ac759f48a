import { type Condition, type Lifecycle, numbered } from '../../src/define/index.ts';
import { bsoChart } from './bso.chart.ts';
import { bsoFacts } from './bso.facts.ts';
import { whole } from './limits.ts';
import { bsoPhases } from './phases.ts';
import { requestTold, storesNothing } from './request.facts.ts';
import { collectionName, type Gate, modifiedSince, refusals, route, signature } from './request.rules.ts';
import { listParams, requestParams, requestWords, unmodifiedSince } from './request.ts';

/** The path does not exist. */
const noPath: Gate = [0, { nameFits: false }];
const named = [...route, noPath, ...signature, collectionName];
const asked = { ...requestParams, ...unmodifiedSince } as const;

const notLive: Condition = { BSO: { not: 'LIVE' } };
const invalid: Condition = { any: [{ $body: ['notJson', 'invalid'] }, { itemOutOfLimits: true }] };

/** A Basic Storage Object: one item of a collection (mozilla-sync 4.1). */
export const bso = {
  kind: 'bso',
  chart: bsoChart,
  phases: bsoPhases,
  commands: {
    get: { says: 'reads it', params: asked },
    put: {
      says: 'writes it',
      params: {
        ...asked,
        body: listParams.body,
        size: { is: whole },
        ttl: { is: whole, anyValue: true },
        sortindex: { is: { matching: '^-?\\d{1,15}$', called: 'a whole number, perhaps below 0' }, anyValue: true },
      },
    },
    delete: { says: 'deletes it', params: asked },
  },
  reports: {},
  internal: {
    written: { says: 'a list or a batch wrote it', causedBy: ['collection post ids=1', 'batch commit ids=1'] },
    'step.ended': { says: 'the step in which it was written with a ttl of 0 is over', causedBy: ['bso put ttl=0'] },
  },
  rules: numbered({
    get: refusals(...named, modifiedSince, [404, notLive]),
    put: refusals(...named, [17, { requestTooLarge: true }], [8, invalid], modifiedSince, [14, { overQuota: true }]),
    delete: refusals(...named, modifiedSince, [404, { ...notLive, $api: { not: '1.1' } }]),
  }),
  facts: bsoFacts,
  projections: requestTold,
  unreachable: [...storesNothing, { BSO: 'LIVE', registered: false, ownedByAnother: false }],
  is: { live: { BSO: 'LIVE' } },
  words: {
    ...requestWords,
    BSO: {
      LIVE: 'the BSO exists',
      EXPIRED: 'the BSO has outlived its ttl',
      DELETED: 'the BSO is deleted',
      'not LIVE': 'the BSO does not exist',
    },
    lifetime: {
      endless: 'it lives until it is deleted',
      running: 'its ttl runs',
      ending: 'it ends with the step',
      over: 'its ttl is over',
    },
  },
} as const satisfies Lifecycle;
