import { type Fact, flag, says } from '../../src/define/index.ts';
import { timeOfCollection } from './contents.ts';
import { listFacts } from './list.facts.ts';
import { meetsQuota } from './quota.ts';
import { collectionNameFits, modified, requestFacts } from './request.facts.ts';
import { userOf } from './request.ts';

export const collectionFacts = {
  ...requestFacts,
  collectionNameFits,
  ...listFacts('collection post'),
  modified: modified(
    ({ world, self }) => timeOfCollection(world, self.id),
    ['collection post', 'collection get unmodifiedSince=0'],
  ),
  quotaMet: {
    ...flag,
    usesParams: true,
    of: ({ world, self, params }) => meetsQuota(world, userOf(self, params), self.id, params),
    changedBy: ['server set quota=1', 'collection post ids=a,b size=1'],
    says: says(
      'the quota is used up before one of the fitting items is written',
      'some of the quota is left before each of the fitting items is written',
    ),
  },
} as const satisfies { readonly [fact: string]: Fact };
