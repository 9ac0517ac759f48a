import { describe, expect, it } from 'vitest';
import { dropsuite } from '../../../machines/dropsuite/index.ts';
import { run } from './run.ts';

const named = new Map(dropsuite.codes.map((row) => [row.name, row]));
const of = (task: string, ...events: readonly string[]): string =>
  ['given ready', `${task} start`, `${task} started`, ...events.map((event) => `${task} ${event}`)].join('; ');

/** Each status once: a script whose last change shows it, and the vendor's word that the change carries. */
const shown: readonly (readonly [script: string, name: string, code: string])[] = [
  ['backup start', 'BACKUP: PREPARING', 'Preparing Backup'],
  ['backup start; backup started', 'BACKUP: RUNNING', 'In Progress/Running'],
  ['given ready', 'BACKUP: COMPLETED', 'Completed'],
  [of('backup', 'partiallySucceeded'), 'BACKUP: PARTIALLY_COMPLETE', 'Partially Complete'],
  [of('backup', 'error'), 'BACKUP: RETRYING', 'Retrying'],
  [of('backup', 'connectionLost'), 'BACKUP: CONNECTION_ERROR', 'Connection Error'],
  [of('backup', 'credentialsRejected'), 'BACKUP: AUTHENTICATION_ERROR', 'Authentication Error'],
  [`${of('backup')}; credential permissionRevoked`, 'BACKUP: AUTHENTICATION_ERROR', 'Authentication Error'],
  [`${of('backup')}; backup:2 start; backup:2 started; backup:2 spaceFull`, 'BACKUP: SPACE_FULL', 'Space Full'],
  [of('backup', 'sourceRemoved'), 'BACKUP: DEACTIVATED', 'Deactivated'],
  ...(['migration', 'restore'] as const).flatMap((task) => {
    const phase = task.toUpperCase();
    return [
      [`given ready; ${task} start`, `${phase}: ON_QUEUE`, 'On Queue'],
      [of(task), `${phase}: RUNNING`, 'In Progress/Running'],
      [of(task, 'succeeded'), `${phase}: COMPLETED`, 'Completed'],
      [of(task, 'partiallySucceeded'), `${phase}: PARTIALLY_COMPLETE`, 'Partially Complete'],
      [of(task, 'error'), `${phase}: RETRYING`, 'Retrying'],
      [of(task, 'failed'), `${phase}: FAILED`, 'Failed'],
      [of(task, 'cancel'), `${phase}: CANCELLED`, 'Cancelled'],
      [of(task, 'connectionLost'), `${phase}: CONNECTION_ERROR`, 'Connection Error'],
      [of(task, 'credentialsRejected'), `${phase}: AUTHENTICATION_ERROR`, 'Authentication Error'],
      [of(task, 'spaceFull'), `${phase}: SPACE_FULL`, 'Space Full'],
    ] as const;
  }),
  ['given ready; download start', 'DOWNLOAD: ON_QUEUE', 'On Queue'],
  [of('download'), 'DOWNLOAD: RUNNING', 'In Progress/Running'],
  [of('download', 'succeeded'), 'DOWNLOAD: COMPLETED', 'Completed/Link'],
  [of('download', 'error'), 'DOWNLOAD: RETRYING', 'Retrying'],
  [of('download', 'failed'), 'DOWNLOAD: FAILED', 'Failed'],
  [`${of('download')}; 25×(download error; wait 30m); download error`, 'DOWNLOAD: CANCELLED', 'Cancelled'],
  [`${of('download', 'succeeded')}; wait 30d`, 'DOWNLOAD: EXPIRED', 'Expired'],
  ['credential globalAdminRemoved', 'CREDENTIAL: GLOBAL_ADMIN_REMOVED', 'Need Reauthentication'],
  ['credential permissionRevoked', 'CREDENTIAL: PERMISSION_ISSUE', 'Need Reauthentication'],
  ['credential deviceCodeExpired', 'CREDENTIAL: DEVICE_CODE_EXPIRED', 'Need Reauthentication'],
];

describe('the code of a status', () => {
  it.each(shown)('%s: %s is %s', (script, name, code) => {
    const { results } = run(script);
    const changes = results.flatMap((result) => result.changes);
    expect(changes.map(({ phase, status, code: word }) => [`${phase}: ${status}`, word])).toContainEqual([name, code]);
    expect(changes.every((change) => change.error === undefined)).toBe(true);
    expect(named.get(name)).toMatchObject({ code, kind: 'status', mark: name === 'BACKUP: DEACTIVATED' ? 'D' : 'S' });
  });

  it.each([
    ['credential permissionRevoked; credential reauthenticate', { phase: 'CREDENTIAL', status: 'VALID', code: null }],
    [of('backup', 'spaceFull'), { phase: 'STORAGE', status: 'FULL', code: null }],
    [`${of('backup', 'spaceFull')}; subscription upgrade`, { phase: 'STORAGE', status: 'AVAILABLE', code: null }],
  ])('%s: null', (script, change) => {
    expect(run(script).results.at(-1)?.changes).toContainEqual(expect.objectContaining(change));
  });
});

describe('the catalogue', () => {
  const rows = (kind: string) => dropsuite.codes.filter((row) => row.kind === kind);

  it('has 39 statuses under the five headings, each of them shown above', () => {
    expect(rows('status')).toHaveLength(39);
    expect(new Set(shown.map(([, name]) => name))).toEqual(new Set(rows('status').map(({ name }) => name)));
    const headings = rows('status').map(({ category }) => category);
    const counted = [...new Set(headings)].map((heading) => [
      heading,
      headings.filter((each) => each === heading).length,
    ]);
    expect(counted).toEqual([
      ['Backup Errors & Statuses', 9],
      ['Migration Errors & Statuses', 10],
      ['Restore Errors & Statuses', 10],
      ['Downloading Errors & Statuses', 7],
      ['"Need Reauthentication" Errors', 3],
    ]);
  });

  it('has fourteen rejections, and a rule that gives each', () => {
    const rejections = dropsuite.codes.filter(({ category }) => category === 'Rejections');
    expect(rejections).toHaveLength(14);
    expect(rejections.every(({ code, name, mark }) => code === name && mark === 'I')).toBe(true);
    expect(rows('input-rejection').map(({ code }) => code)).toEqual(['UnknownEvent']);
    const lifecycles = Object.values(dropsuite.entities);
    const given = lifecycles.flatMap(({ rules }) =>
      Object.values(rules)
        .flat()
        .map(({ code }) => code),
    );
    expect(new Set(['UnknownEvent', ...given])).toEqual(new Set(rejections.map(({ code }) => code)));
  });

  it.each([
    ['DOWNLOAD: COMPLETED', /Completed\/Link/],
    ['BACKUP: RUNNING', /MIGRATION: RUNNING, RESTORE: RUNNING, DOWNLOAD: RUNNING/],
    ['MIGRATION: RETRYING', /same cause/],
    ['RESTORE: FAILED', /same cause/],
    ['DOWNLOAD: RETRYING', /no number/],
    ['DOWNLOAD: FAILED', /other pages/],
    ['CREDENTIAL: PERMISSION_ISSUE', /three causes/],
  ])('keeps what is odd about %s', (name, oddity) => {
    expect(named.get(name)?.oddity).toMatch(oddity);
  });
});
