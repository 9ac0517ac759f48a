import { describe, expect, it } from 'vitest';
import { missed, run } from './run.ts';

const running = (task: string): string => `given ready; ${task} start; ${task} started`;
const retried = (task: string): string => `${running(task)}; 25×(${task} error; wait 30m)`;

/** One fact a line, by the sections of docs/systems/dropsuite.md: a script, and what holds after its last step. */
const facts: { readonly [section: string]: readonly (readonly [script: string, expectation: string])[] } = {
  '1 entities': [
    ['backup deactivate', 'rejected BACKUP:null'],
    ['migration cancel', 'rejected MIGRATION:null'],
    ['credential continue', 'CREDENTIAL:VALID'],
    ['subscription upgrade', 'STORAGE:AVAILABLE'],
    ['credential:1 globalAdminRemoved', 'applied credential.CREDENTIAL:GLOBAL_ADMIN_REMOVED'],
    ['backup start; backup deactivate; backup activate; backup force', 'rejected AlreadyRunning'],
  ],
  '2 unknown events, before every gate': [
    ['backup cancel', 'rejected UnknownEvent'],
    ['backup failed', 'rejected UnknownEvent'],
    ['migration credentials.update', 'rejected UnknownEvent'],
    ['download cancel', 'rejected UnknownEvent'],
    ['download partiallySucceeded', 'rejected UnknownEvent'],
    ['download connectionLost', 'rejected UnknownEvent'],
    ['download credentialsRejected', 'rejected UnknownEvent'],
    ['download spaceFull', 'rejected UnknownEvent'],
    ['restore sourceRemoved', 'rejected UnknownEvent'],
    ['restore open anything=at-all', 'rejected UnknownEvent'],
    ['subscription spaceFull', 'rejected UnknownEvent'],
    ['subscription filled', 'rejected UnknownEvent STORAGE:AVAILABLE'],
    ['credential start', 'rejected UnknownEvent'],
  ],
  '2 backup start, climbing': [
    ['credential permissionRevoked; backup start', 'rejected NeedReauthentication BACKUP:null'],
    ['backup start; credential permissionRevoked; backup start', 'rejected AlreadyRunning'],
    ['backup:2 start; backup:2 started; backup start; backup:2 spaceFull; backup start', 'rejected AlreadyRunning'],
    ['given ready; backup deactivate; credential permissionRevoked; backup start', 'rejected MailboxDeactivated'],
    ['backup:2 start; backup:2 started; backup:2 spaceFull; backup start', 'rejected StorageFull'],
    [
      'backup:2 start; backup:2 started; backup:2 spaceFull; credential deviceCodeExpired; backup start',
      'rejected NeedReauthentication',
    ],
    ['backup start; backup started; backup error; backup start', 'accepted BACKUP:PREPARING'],
    ['backup start; backup started; backup connectionLost; backup start', 'accepted BACKUP:PREPARING'],
    ['backup start; backup started; backup credentialsRejected; backup start', 'accepted BACKUP:PREPARING'],
    ['given ready; backup start', 'accepted BACKUP:PREPARING'],
  ],
  '2 backup force, climbing': [
    ['credential permissionRevoked; backup force', 'rejected NotFound'],
    ['backup start; backup force', 'rejected AlreadyRunning'],
    ['backup start; backup started; backup force', 'rejected AlreadyRunning'],
    ['given ready; backup deactivate; credential permissionRevoked; backup force', 'rejected MailboxDeactivated'],
    ['given ready; credential globalAdminRemoved; backup force', 'rejected NeedReauthentication'],
    ['backup start; backup started; backup spaceFull; backup force', 'rejected StorageFull'],
    [
      'backup start; backup started; backup spaceFull; credential globalAdminRemoved; backup force',
      'rejected NeedReauthentication',
    ],
    ['backup start; backup started; backup credentialsRejected; backup force', 'accepted BACKUP:RUNNING'],
  ],
  '2 backup, the other commands': [
    ['backup credentials.update', 'rejected NotFound'],
    ['given ready; backup credentials.update', 'rejected NothingToFix'],
    ['backup activate', 'rejected NotFound'],
    ['given ready; backup activate', 'rejected NotDeactivated BACKUP:COMPLETED'],
    ['backup start; backup deactivate; backup deactivate', 'rejected AlreadyDeactivated'],
    ['given ready; backup deactivate; credential permissionRevoked; backup activate', 'accepted BACKUP:PREPARING'],
    [
      'backup start; credential permissionRevoked; backup started; backup credentials.update',
      'accepted BACKUP:PREPARING credential.CREDENTIAL:PERMISSION_ISSUE',
    ],
  ],
  '2 what a copy draws on': [
    ['given ready; migration start backup=2', 'rejected NothingBackedUp'],
    ['given ready; migration start backup=2; migration start', 'accepted'],
    ['backup:2 start; backup:2 started; backup:2 partiallySucceeded; download start backup=2', 'accepted'],
    ['backup:2 start; backup:2 started; backup:2 succeeded; download start', 'rejected NothingBackedUp'],
    ['backup start; backup started; backup connectionLost; restore start', 'rejected NothingBackedUp'],
    ['given ready; backup sourceRemoved; restore start', 'accepted'],
    ['given ready; migration start; migration start backup=2', 'rejected AlreadyRunning'],
    ['credential permissionRevoked; restore start', 'rejected NothingBackedUp'],
    ['given ready; restore start; credential permissionRevoked; restore start', 'rejected AlreadyRunning'],
    ['given ready; credential permissionRevoked; restore start', 'rejected NeedReauthentication'],
    ['given ready; credential permissionRevoked; migration start', 'accepted MIGRATION:ON_QUEUE'],
    ['given ready; credential permissionRevoked; download start', 'accepted DOWNLOAD:ON_QUEUE'],
    ['given ready; wait 2h; backup started; backup spaceFull; restore start', 'accepted RESTORE:ON_QUEUE'],
    ['given ready; migration start; restore start; download start; migration:2 start', 'accepted'],
  ],
  '2 cancel, credentials.update, open': [
    ['migration cancel', 'rejected NotFound'],
    ['restore cancel', 'rejected NotFound'],
    [`${running('migration')}; migration partiallySucceeded; migration cancel`, 'rejected AlreadyEnded'],
    [`${running('restore')}; restore succeeded; restore cancel`, 'rejected AlreadyEnded'],
    [`${running('restore')}; restore cancel; restore cancel`, 'rejected AlreadyEnded RESTORE:CANCELLED'],
    [`${running('restore')}; restore connectionLost; restore cancel`, 'accepted RESTORE:CANCELLED'],
    ['restore credentials.update', 'rejected NotFound'],
    [`${running('restore')}; restore spaceFull; restore credentials.update`, 'rejected NothingToFix'],
    [`${running('restore')}; restore credentialsRejected; restore credentials.update`, 'accepted RESTORE:ON_QUEUE'],
    ['download open', 'rejected NotFound'],
    [`${running('download')}; download open`, 'rejected NotFinished DOWNLOAD:RUNNING'],
    [`${running('download')}; download succeeded; download open`, 'accepted DOWNLOAD:COMPLETED'],
    [`${running('download')}; download succeeded; wait 30d; download open`, 'rejected LinkExpired'],
    [`${running('download')}; download succeeded; wait 30d; download start`, 'accepted DOWNLOAD:ON_QUEUE'],
  ],
  '2 credential and subscription': [
    ['credential reauthenticate', 'rejected NothingToFix'],
    ['credential globalAdminRemoved; credential reauthenticate', 'rejected WrongRemedy'],
    ['credential globalAdminRemoved; credential authorizeDevice', 'rejected WrongRemedy'],
    ['credential globalAdminRemoved; credential continue', 'accepted CREDENTIAL:VALID'],
    ['credential permissionRevoked; credential authorizeDevice', 'rejected WrongRemedy'],
    ['credential permissionRevoked; credential reauthenticate', 'accepted CREDENTIAL:VALID'],
    ['credential deviceCodeExpired; credential continue', 'rejected WrongRemedy'],
    ['credential deviceCodeExpired; credential authorizeDevice', 'accepted CREDENTIAL:VALID'],
    ['credential globalAdminRemoved; credential deviceCodeExpired', 'ignored CREDENTIAL:GLOBAL_ADMIN_REMOVED'],
    ['backup start; backup started; backup spaceFull; subscription deleteAccounts', 'accepted STORAGE:AVAILABLE'],
    ['subscription deleteAccounts', 'accepted STORAGE:AVAILABLE'],
  ],
  '4 retries': [
    [`${retried('migration')}; migration error`, 'applied MIGRATION:CANCELLED'],
    [`${retried('restore')}; restore error`, 'applied RESTORE:CANCELLED'],
    [`${retried('download')}; download error`, 'applied DOWNLOAD:CANCELLED'],
    [`${retried('backup')}; backup error`, 'applied BACKUP:PREPARING'],
    [`${running('migration')}; 24×(migration error; wait 30m); migration error`, 'MIGRATION:RETRYING'],
    [`${running('migration')}; migration error; wait 13h`, 'migration.MIGRATION:RUNNING'],
    [`${retried('migration')}; migration failed; wait 3h`, 'migration.MIGRATION:CANCELLED'],
    [`${running('restore')}; 24×(restore error; wait 30m); restore failed; wait 3h`, 'restore.RESTORE:RETRYING'],
    [
      `${retried('backup')}; backup error; backup started; 24×(backup error; wait 30m); backup error`,
      'BACKUP:RETRYING',
    ],
    [
      `${retried('backup')}; backup error; backup started; 25×(backup error; wait 30m); backup error`,
      'BACKUP:PREPARING',
    ],
    [`${retried('backup')}; backup connectionLost; backup force; backup error`, 'BACKUP:RETRYING'],
    [
      `${retried('restore')}; restore credentialsRejected; restore credentials.update; restore started; restore error`,
      'RESTORE:RETRYING',
    ],
    [`${retried('download')}; download failed; download start; download started; download error`, 'DOWNLOAD:RETRYING'],
    [
      `${retried('migration')}; migration connectionLost; migration start; migration started; migration error`,
      'MIGRATION:RETRYING',
    ],
  ],
  '4 timers': [
    [`${running('download')}; download error; wait 1799`, 'download.DOWNLOAD:RETRYING'],
    [`${running('download')}; download error; wait 1800`, 'download.DOWNLOAD:RUNNING'],
    ['given ready; wait 7199', 'backup.BACKUP:COMPLETED'],
    ['given ready; wait 2h', 'backup.BACKUP:PREPARING'],
    ['backup start; wait 60d', 'backup.BACKUP:PREPARING'],
    [`${running('backup')}; wait 60d`, 'backup.BACKUP:RUNNING'],
    [`${running('backup')}; backup partiallySucceeded; wait 10799`, 'backup.BACKUP:PARTIALLY_COMPLETE'],
    [`${running('backup')}; backup partiallySucceeded; wait 3h`, 'backup.BACKUP:PREPARING'],
    [`${running('backup')}; backup connectionLost; wait 3h`, 'backup.BACKUP:PREPARING'],
    [`${running('backup')}; backup connectionLost; wait 1h; backup force; wait 2h`, 'backup.BACKUP:RUNNING'],
    [`${running('backup')}; backup credentialsRejected; wait 60d`, 'backup.BACKUP:AUTHENTICATION_ERROR'],
    ['given ready; backup deactivate; wait 60d', 'backup.BACKUP:DEACTIVATED'],
    [`${running('migration')}; migration failed; wait 3h`, 'migration.MIGRATION:RETRYING'],
    [`${running('restore')}; restore failed; wait 210m`, 'restore.RESTORE:RUNNING'],
    [`${running('restore')}; restore failed; wait 209m`, 'restore.RESTORE:RETRYING'],
    [`${running('download')}; download failed; wait 60d`, 'download.DOWNLOAD:FAILED'],
    [`${running('migration')}; migration connectionLost; wait 60d`, 'migration.MIGRATION:CONNECTION_ERROR'],
    [`${running('migration')}; migration partiallySucceeded; wait 60d`, 'migration.MIGRATION:PARTIALLY_COMPLETE'],
    [`${running('restore')}; restore credentialsRejected; wait 60d`, 'restore.RESTORE:AUTHENTICATION_ERROR'],
    [`${running('restore')}; restore spaceFull; wait 60d`, 'restore.RESTORE:SPACE_FULL'],
    [`${running('download')}; download succeeded; wait 2591999`, 'download.DOWNLOAD:COMPLETED'],
    [`${running('download')}; download succeeded; wait 30d`, 'download.DOWNLOAD:EXPIRED'],
    [`${running('download')}; download succeeded; wait 29d; download open; wait 1d`, 'download.DOWNLOAD:EXPIRED'],
    [`${running('migration')}; migration error; migration cancel; wait 1d`, 'migration.MIGRATION:CANCELLED'],
  ],
  '5 what holds backups': [
    ['backup start; credential permissionRevoked; backup started', 'applied BACKUP:AUTHENTICATION_ERROR'],
    ['backup:2 start; backup:2 started; backup start; backup:2 spaceFull; backup started', 'applied BACKUP:SPACE_FULL'],
    [
      'backup:2 start; backup:2 started; backup start; backup:2 spaceFull; credential permissionRevoked; backup started',
      'applied BACKUP:AUTHENTICATION_ERROR',
    ],
    [`${running('backup')}; backup error; credential permissionRevoked`, 'backup.BACKUP:RETRYING'],
    [
      `${running('backup')}; backup error; credential permissionRevoked; wait 30m`,
      'backup.BACKUP:AUTHENTICATION_ERROR',
    ],
    [
      `${running('backup')}; backup error; backup:2 start; backup:2 started; backup:2 spaceFull; wait 30m`,
      'backup.BACKUP:SPACE_FULL',
    ],
    [`${running('backup')}; credential globalAdminRemoved`, 'applied backup.BACKUP:AUTHENTICATION_ERROR'],
    ['backup start; credential globalAdminRemoved', 'applied backup.BACKUP:PREPARING'],
    [
      `${running('backup')}; backup credentialsRejected; credential permissionRevoked; credential reauthenticate`,
      'accepted backup.BACKUP:PREPARING',
    ],
    [
      `${running('backup')}; credential permissionRevoked; backup:2 start; credential reauthenticate`,
      'accepted backup.BACKUP:PREPARING',
    ],
    [
      `${running('backup')}; backup:2 start; backup:2 started; backup spaceFull`,
      'applied BACKUP:SPACE_FULL backup:2.BACKUP:SPACE_FULL subscription.STORAGE:FULL',
    ],
    [
      `${running('backup')}; backup:2 start; backup:2 started; backup spaceFull; subscription upgrade`,
      'accepted backup:1.BACKUP:PREPARING backup:2.BACKUP:PREPARING',
    ],
    [
      `${running('backup')}; backup spaceFull; credential permissionRevoked; credential reauthenticate`,
      'accepted backup.BACKUP:SPACE_FULL',
    ],
    [`${running('backup')}; backup spaceFull; backup deactivate; subscription upgrade`, 'backup.BACKUP:DEACTIVATED'],
    [`${running('migration')}; migration spaceFull`, 'applied MIGRATION:SPACE_FULL subscription.STORAGE:AVAILABLE'],
    [`${running('migration')}; credential permissionRevoked`, 'applied migration.MIGRATION:RUNNING'],
    [`${running('restore')}; credential permissionRevoked`, 'applied restore.RESTORE:RUNNING'],
    [
      `${running('restore')}; restore credentialsRejected; credential permissionRevoked; credential reauthenticate`,
      'accepted restore.RESTORE:AUTHENTICATION_ERROR',
    ],
    [`${running('restore')}; restore spaceFull; subscription upgrade`, 'accepted restore.RESTORE:SPACE_FULL'],
    ['given ready; restore start; credential permissionRevoked; restore started', 'applied RESTORE:RUNNING'],
  ],
};

describe.each(Object.entries(facts))('%s', (_, lines) => {
  it.each(lines)('%s => %s', (script, expectation) => {
    expect(missed(`${script} => ${expectation}`)).toEqual([]);
  });
});

it('makes one retry in one wait, because its outcome has to be reported', () => {
  const changes = run(`${running('migration')}; migration error; wait 13h`).results.at(-1)?.changes ?? [];
  expect(changes.filter(({ phase }) => phase === 'MIGRATION').map(({ status }) => status)).toEqual(['RUNNING']);
});

it('makes 25 retries in twelve and a half hours, and gives up at the next error', () => {
  const { results } = run(`${running('migration')}; 25×(migration error; wait 30m); migration error`);
  const shown = results.flatMap(({ changes }) => changes).map(({ code }) => code);
  expect(shown.filter((code) => code === 'Retrying')).toHaveLength(25);
  expect(results.at(-1)).toMatchObject({ at: 25 * 1800, changes: [{ status: 'CANCELLED', code: 'Cancelled' }] });
});
