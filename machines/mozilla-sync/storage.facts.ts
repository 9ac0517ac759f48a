import type { Fact } from '../../src/define/index.ts';
import { storageData } from './contents.ts';
import { storagePhases } from './phases.ts';
import { usageOf } from './quota.ts';
import { modified, requestFacts } from './request.facts.ts';

export const storageFacts = {
  ...requestFacts,
  modified: modified(({ self }) => storageData(self).time, ['bso put', 'storage delete unmodifiedSince=0']),
  usage: {
    values: Object.keys(storagePhases.STORAGE),
    usual: 'UNDER_QUOTA',
    shown: false,
    of: ({ world, self }) => usageOf(world, self),
    changedBy: ['bso put', 'bso put size=1', 'server set quota=1', 'server set quota=1000', 'bso delete'],
    says: {
      EMPTY: 'no BSO is LIVE',
      UNDER_QUOTA: 'there is no quota, or enough of it is left',
      NEAR_QUOTA: 'less than 1048576 bytes of the quota are left',
      OVER_QUOTA: 'nothing of the quota is left',
    },
  },
} as const satisfies { readonly [fact: string]: Fact };
