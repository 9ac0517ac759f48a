import type { EntityView, EventSpec, Params, Words } from '../../src/model/index.ts';

/** What every command of storage, collection, bso and batch takes (rulebook 3). */
export const requestParams = {
  user: { is: { id: true } },
  auth: { is: { one: ['ok', 'wrong'] } },
  api: { is: { one: ['1.1', '1.5'] }, anyValue: true },
  client: { is: { one: ['current', 'old'] } },
  host: { is: { one: ['given', 'missing'] } },
} as const satisfies EventSpec['params'];

/** It is refused where what it names was changed later than that (rulebook 4). */
export const unmodifiedSince = { unmodifiedSince: { is: { whole: {} } } } as const satisfies EventSpec['params'];

const header = { is: { whole: {} }, anyValue: true } as const;

/** What is written, and what the client declares of it (rulebook 4, BODY and HEADERS). */
export const listParams = {
  body: { is: { one: ['ok', 'notJson', 'invalid'] } },
  ids: {
    is: {
      matching: '^[A-Za-z0-9_-]{1,64}(?:,[A-Za-z0-9_-]{1,64})*$',
      called: 'names of 1 to 64 letters, digits, _ and -, with commas between them',
    },
  },
  size: { is: { whole: {} } },
  ttl: { is: { whole: {} }, anyValue: true },
  records: header,
  bytes: header,
  totalRecords: header,
  totalBytes: header,
  ...unmodifiedSince,
} as const satisfies EventSpec['params'];

/** Who signs the request: nobody named otherwise, the owner of a storage, and account 1 for all else. */
export const userOf = (self: EntityView, { user }: Params): string => user ?? (self.kind === 'storage' ? self.id : '1');

/** How the parameters of a request read in a sentence. */
export const requestWords: Words = {
  $host: { missing: 'the request has no Host header' },
  $client: { old: 'the client is too old' },
  $auth: { wrong: 'the request is not well signed' },
  $api: { '1.1': 'it is asked of version 1.1', 'not 1.1': 'it is asked of version 1.5' },
  $body: { notJson: 'the body is not JSON', invalid: 'the body holds an invalid item' },
};
