import { type Fact, flag, says, wholeOf } from '../../src/define/index.ts';
import { bsoData, nameOfBso } from './contents.ts';
import { limits, sortindexFits, ttlFits } from './limits.ts';
import { requestTooLarge } from './list.facts.ts';
import { collectionNameFits, modified, requestFacts } from './request.facts.ts';

const LONGEST_NAME = 64;

export const bsoFacts = {
  ...requestFacts,
  collectionNameFits,
  modified: modified(
    ({ self }) => (self.is('live') ? bsoData(self).time : 0),
    ['bso put', 'bso get unmodifiedSince=0'],
  ),
  nameFits: {
    values: [false, true],
    usual: true,
    shown: false,
    of: ({ self }) => {
      const { length } = nameOfBso(self.id);
      return length >= 1 && length <= LONGEST_NAME;
    },
    says: says(
      'its name has a length that a path can have',
      `its name is empty, or longer than ${LONGEST_NAME} characters`,
    ),
  },
  requestTooLarge: requestTooLarge(() => 1, 'bso put'),
  itemOutOfLimits: {
    ...flag,
    usesParams: true,
    paramsOnly: true,
    of: ({ params: { size, ttl, sortindex } }) =>
      (wholeOf(size) ?? 0) > limits.bytes || !ttlFits(ttl) || !sortindexFits(sortindex),
    changedBy: [`bso put size=${limits.bytes + 1}`],
    says: says('its size, ttl or sortindex is out of limits', 'its size, ttl and sortindex are within limits'),
  },
  ttl: {
    values: ['none', 'now', 'later'],
    usual: 'none',
    usesParams: true,
    paramsOnly: true,
    of: ({ params: { ttl } }) => (ttl === undefined ? 'none' : wholeOf(ttl) === 0 ? 'now' : 'later'),
    changedBy: ['bso put', 'bso put ttl=0', 'bso put ttl=60'],
    says: { none: 'no ttl is given', now: 'the ttl given is 0', later: 'a ttl is given that is not 0' },
  },
} as const satisfies { readonly [fact: string]: Fact };
