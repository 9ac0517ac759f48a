import type { EntityView, EventSpec, Params, Words } from '../../src/define/index.ts';
import { whole } from './limits.ts';

/** The parameters of every command of storage, collection, bso and batch (mozilla-sync 3). */
export const requestParams = {
  user: { is: { id: true }, default: '1' },
  auth: { is: { one: ['ok', 'wrong'] }, default: 'ok' },
  api: { is: { one: ['1.1', '1.5'] }, anyValue: true, default: '1.5' },
  client: { is: { one: ['current', 'old'] }, default: 'current' },
  host: { is: { one: ['given', 'missing'] }, default: 'given' },
} as const satisfies EventSpec['params'];

/** The command is refused if its target was changed after this time (mozilla-sync 4.5). */
export const unmodifiedSince = { unmodifiedSince: { is: whole } } as const satisfies EventSpec['params'];

const header = { is: whole, anyValue: true } as const;

/** The items of a request, and what the client declares about them (mozilla-sync 4.2, 4.3). */
export const listParams = {
  body: { is: { one: ['ok', 'notJson', 'invalid'] }, default: 'ok' },
  ids: {
    is: {
      matching: '^[A-Za-z0-9_-]{1,64}(?:,[A-Za-z0-9_-]{1,64})*$',
      called: 'names of 1 to 64 letters, digits, _ and -, with commas between them',
    },
  },
  size: { is: whole },
  ttl: { is: whole, anyValue: true },
  records: header,
  bytes: header,
  totalRecords: header,
  totalBytes: header,
  ...unmodifiedSince,
} as const satisfies EventSpec['params'];

/** Who signs the request if `user` is not given: a storage's own account, and account 1 for everything else. */
export const userOf = (self: EntityView, { user }: Params): string =>
  user ?? (self.kind === 'storage' ? self.id : requestParams.user.default);

/** How the parameters of a request read in a sentence. */
export const requestWords: Words = {
  $host: { missing: 'the request has no Host header' },
  $client: { old: 'the client is too old' },
  $auth: { wrong: 'the request is not signed correctly' },
  $api: { '1.1': 'the version is 1.1', 'not 1.1': 'the version is 1.5' },
  $body: {
    notJson: 'the body is not JSON',
    invalid: 'the body holds an invalid item',
  },
};
