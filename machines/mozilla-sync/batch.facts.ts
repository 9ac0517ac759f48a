import { type Fact, flag, says } from '../../src/define/index.ts';
import { batchData, timeOfCollection } from './contents.ts';
import { listFacts } from './list.facts.ts';
import { appendsOverQuota, meetsQuota, opensOverQuota } from './quota.ts';
import { collectionNamed, collectionNameFits, modified, requestFacts } from './request.facts.ts';
import { userOf } from './request.ts';

export const batchFacts = {
  ...requestFacts,
  collectionNameFits,
  ...listFacts('batch append'),
  modified: modified(
    (question) => timeOfCollection(question.world, collectionNamed(question)),
    ['collection post', 'batch open unmodifiedSince=0'],
  ),
  otherCollection: {
    ...flag,
    usesParams: true,
    of: ({ self, params: { collection } }) => collection !== undefined && collection !== batchData(self).collection,
    changedBy: ['batch append collection=other'],
    says: says('the batch is for another collection', 'the batch is for that collection'),
  },
  openingOverQuota: {
    ...flag,
    usesParams: true,
    of: ({ world, self, params }) => opensOverQuota(world, userOf(self, params), params),
    changedBy: ['server set quota=1', 'batch open ids=a size=1'],
    says: says(
      'with the fitting items nothing would be left of the quota',
      'with the fitting items something would be left of the quota',
    ),
  },
  appendingOverQuota: {
    ...flag,
    usesParams: true,
    of: ({ world, self, params }) => appendsOverQuota(world, userOf(self, params), self, params),
    changedBy: ['server set quota=1', 'batch append ids=a size=1'],
    says: says(
      'with the fitting items and those that are pending nothing would be left of the quota',
      'nothing fits, or something would be left of the quota with what is pending',
    ),
  },
  committingOverQuota: {
    ...flag,
    usesParams: true,
    of: ({ world, self, params }) => {
      const { collection, pending } = batchData(self);
      return meetsQuota(world, userOf(self, params), collection, params, pending);
    },
    changedBy: ['server set quota=1', 'batch commit ids=a,b size=1'],
    says: says(
      'after the pending items, the quota is used up before one of the fitting items is written',
      'after the pending items, some of the quota is left before each of the fitting items is written',
    ),
  },
} as const satisfies { readonly [fact: string]: Fact };
