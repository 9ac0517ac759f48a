import { type Fact, flag, type Params, says, wholeOf } from '../../src/model/index.ts';
import { namesOneTwice } from './items.ts';
import { limits } from './limits.ts';

const ofRequest = ['records', 'bytes'] as const;
const ofBatch = ['totalRecords', 'totalBytes'] as const;

/** What the gates ask of a list of items and of what the client declares (rulebook 4); totals belong to batches. */
export const listFacts = (where: 'alone' | 'in a batch', line: string) =>
  ({
    idTwice: {
      ...flag,
      usesParams: true,
      paramsOnly: true,
      of: ({ params }) => namesOneTwice(params),
      changedBy: [`${line} ids=a,a`],
      says: says('one id stands twice among the items', 'no id stands twice among the items'),
    },
    headers: {
      values: ['unreadable', 'tooLarge', 'fit'],
      usual: 'fit',
      usesParams: true,
      paramsOnly: true,
      of: ({ params }) => (isUnreadable(params, where) ? 'unreadable' : isTooLarge(params) ? 'tooLarge' : 'fit'),
      changedBy: [`${line} records=many`, `${line} records=101`],
      says: {
        unreadable:
          where === 'alone'
            ? 'a number that the client declares cannot be read, or is a total outside a batch'
            : 'a number that the client declares cannot be read',
        tooLarge: 'the client declares more than the limits allow',
        fit: 'what the client declares is within the limits',
      },
    },
  }) as const satisfies { readonly [fact: string]: Fact };

function isUnreadable(params: Params, where: 'alone' | 'in a batch'): boolean {
  const isBad = (key: string): boolean => params[key] !== undefined && wholeOf(params[key]) === undefined;
  const isStray = (key: string): boolean => params[key] !== undefined && where === 'alone';
  return ofRequest.some(isBad) || ofBatch.some((key) => isBad(key) || isStray(key));
}

const isTooLarge = (params: Params): boolean =>
  [...ofRequest, ...ofBatch].some((key) => (wholeOf(params[key]) ?? 0) > limits[key]);
