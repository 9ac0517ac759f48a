import { type Fact, flag, type Params, says, wholeOf } from '../../src/define/index.ts';
import { namesIn, namesOneTwice } from './items.ts';
import { limits, readNumber } from './limits.ts';

/** All items that are written together, before any is checked. */
export const requestTooLarge = (itemsIn: (params: Params) => number, line: string) =>
  ({
    ...flag,
    usesParams: true,
    paramsOnly: true,
    of: ({ params }) => itemsIn(params) * (wholeOf(params.size) ?? 0) > limits.request,
    changedBy: [`${line} size=${limits.request + 1}`],
    says: says('the request is too large', 'the request is not too large'),
  }) as const satisfies Fact;

/** What gates read of a list of items and of the client's declarations (mozilla-sync 4.2, 4.3). */
export const listFacts = (line: string) =>
  ({
    requestTooLarge: requestTooLarge((params) => namesIn(params).length, `${line} ids=a`),
    idTwice: {
      ...flag,
      usesParams: true,
      paramsOnly: true,
      of: ({ params }) => namesOneTwice(params),
      changedBy: [`${line} ids=a,a`],
      says: says('an id occurs twice among the items', 'no id occurs twice among the items'),
    },
    headers: {
      values: ['unreadable', 'tooLarge', 'fit'],
      usual: 'fit',
      usesParams: true,
      paramsOnly: true,
      of: ({ params }) => readHeaders(params),
      changedBy: [`${line} records=many`, `${line} records=101`],
      says: {
        unreadable: `a header is not a whole number up to ${limits.header}`,
        tooLarge: 'the client declares more than the limits allow',
        fit: 'what the client declares is within the limits',
      },
    },
  }) as const satisfies { readonly [fact: string]: Fact };

/** The headers in the order in which they are read: the first bad one decides. */
function readHeaders(params: Params): 'unreadable' | 'tooLarge' | 'fit' {
  for (const key of ['records', 'bytes', 'totalRecords', 'totalBytes'] as const) {
    if (params[key] === undefined) continue;
    const declared = readNumber(params[key]);
    if (declared === undefined || declared > limits.header) return 'unreadable';
    if (declared > limits[key]) return 'tooLarge';
  }
  return 'fit';
}
