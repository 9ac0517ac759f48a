import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mozillaSync } from '../../../machines/mozilla-sync/index.ts';
import type { Code, CodeRow } from '../../../src/model/index.ts';
import { run } from './run.ts';

const codes: readonly CodeRow[] = mozillaSync.codes;

/** The catalogue in its order (mozilla-sync 7). */
const rows: [code: Code, name: string, kind: string][] = [
  [1, 'ERROR_ILLEGAL_METHOD', 'input-rejection'],
  [2, 'ERROR_INVALID_CAPTCHA', 'input-rejection'],
  [3, 'ERROR_INVALID_USER', 'state-rejection'],
  [4, 'ERROR_INVALID_WRITE', 'state-rejection'],
  [5, 'ERROR_WRONG_USERID', 'state-rejection'],
  [6, 'ERROR_MALFORMED_JSON', 'input-rejection'],
  [7, 'ERROR_MISSING_PASSWORD', 'input-rejection'],
  [8, 'ERROR_INVALID_WBO', 'input-rejection'],
  [9, 'ERROR_WEAK_PASSWORD', 'input-rejection'],
  [10, 'ERROR_INVALID_RESET_CODE', 'state-rejection'],
  [11, 'ERROR_UNSUPPORTED_FUNCTION', 'input-rejection'],
  [12, 'ERROR_NO_EMAIL_ADDRESS', 'state-rejection'],
  [13, 'ERROR_INVALID_COLLECTION', 'input-rejection'],
  [14, 'ERROR_OVER_QUOTA', 'state-rejection'],
  [15, 'ERROR_USERNAME_EMAIL_MISMATCH', 'input-rejection'],
  [16, 'CLIENT_UPGRADE_REQUIRED', 'input-rejection'],
  [17, 'WEAVE_SIZE_LIMIT_EXCEEDED', 'input-rejection'],
  ['server issue: pool exhausted', 'POOL_EXHAUSTED', 'environment-fault'],
  ['server issue: getVS failed', 'GETVS_FAILED', 'environment-fault'],
  ['server issue: prefix not set', 'PREFIX_NOT_SET', 'environment-fault'],
  ['server issue: database not in pool', 'DATABASE_NOT_IN_POOL', 'environment-fault'],
  ['server issue: host header not received from client', 'HOST_HEADER_NOT_RECEIVED', 'input-rejection'],
  ['server issue: database lookup failed', 'DATABASE_LOOKUP_FAILED', 'state-rejection'],
  ['server issue: database is not healthy', 'DATABASE_NOT_HEALTHY', 'state-rejection'],
  ['server issue: database marked as down', 'DATABASE_MARKED_AS_DOWN', 'state-rejection'],
  ['server issue: node reassignment', 'NODE_REASSIGNMENT', 'state-rejection'],
  [0, 'WEAVE_UNKNOWN_ERROR', 'state-rejection'],
  [401, 'UNAUTHORIZED', 'state-rejection'],
  [404, 'NOT_FOUND', 'state-rejection'],
  [412, 'PRECONDITION_FAILED', 'state-rejection'],
];

const namesUnder = (heading: string): string[] =>
  codes.filter(({ category }) => category === heading).map(({ name }) => name);

test('the rows, in order', () => {
  expect(codes.map(({ code, name, kind }) => [code, name, kind])).toEqual(rows);
});

test('the list has two parts, and five answers are not in it', () => {
  const names = rows.map(([, name]) => name);
  expect(namesUnder('Server-produced response codes')).toEqual(names.slice(0, 17));
  expect(namesUnder('Infrastructure-produced response codes')).toEqual(names.slice(17, 25));
  expect(namesUnder("not in the vendor's list")).toEqual(names.slice(25));
  expect(codes.filter(({ mark }) => mark === 'F').map(({ name }) => name)).toEqual(names.slice(25));
  expect(codes.filter(({ mark }) => mark === 'S')).toHaveLength(25);
});

test('oddities are shown', () => {
  const odd = codes.filter(({ oddity }) => oddity !== undefined).map(({ code }) => code);
  const balancers = rows.slice(17, 25).map(([code]) => code);
  expect(odd).toEqual([1, 5, 6, 8, 11, 13, 14, 16, ...balancers, 0, 401, 404, 412]);
});

test('every code is given by some scenario', () => {
  const folder = new URL('scenarios/', import.meta.url);
  const files = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const given = new Set(files.flatMap((text) => run(text)).map(({ error }) => error?.code));
  expect(rows.map(([code]) => code).filter((code) => !given.has(code))).toEqual([]);
});
