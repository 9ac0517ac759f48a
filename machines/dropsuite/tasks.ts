import type { Handlers, StateNode } from '../../src/define/index.ts';
import { backupPhases, downloadPhases, migrationPhases, restorePhases } from './phases.ts';
import { retryOr, type Task } from './task.chart.ts';

const prepares = { target: 'PREPARING', actions: ['beginAttempt'] } as const;
const queues = { target: 'ON_QUEUE', actions: ['beginAttempt'] } as const;
const starts = { target: 'ON_QUEUE', actions: ['beginAttempt', 'drawOnBackup'] } as const;
const nextRunIn = (time: string): StateNode => ({ after: { [time]: prepares } });

/** A mailbox's backup: it repeats for ever, and is held by the organization's credential and storage. */
const backup: Task = {
  id: 'dropsuite-backup',
  phase: 'BACKUP',
  statuses: Object.keys(backupPhases.BACKUP),
  begins: prepares,
  spent: prepares,
  held: [
    { target: 'AUTHENTICATION_ERROR', guard: { needReauthentication: true } },
    { target: 'SPACE_FULL', guard: { storageFull: true } },
  ],
  always: {
    start: prepares,
    force: { target: 'RUNNING', actions: ['beginAttempt'] },
    deactivate: 'DEACTIVATED',
    sourceRemoved: { target: 'DEACTIVATED', guard: { BACKUP: { not: [null, 'DEACTIVATED'] } } },
  },
  running: {
    partiallySucceeded: 'PARTIALLY_COMPLETE',
    connectionLost: 'CONNECTION_ERROR',
    credentialsRejected: 'AUTHENTICATION_ERROR',
    spaceFull: { target: 'SPACE_FULL', actions: ['fillStorage'] },
    'left CREDENTIAL.VALID': 'AUTHENTICATION_ERROR',
    'entered STORAGE.FULL': 'SPACE_FULL',
  },
  afterwards: {
    COMPLETED: nextRunIn('2h'),
    PARTIALLY_COMPLETE: nextRunIn('3h'),
    CONNECTION_ERROR: nextRunIn('3h'),
    AUTHENTICATION_ERROR: { on: { 'credentials.update': prepares, 'entered CREDENTIAL.VALID': prepares } },
    SPACE_FULL: { on: { 'entered STORAGE.AVAILABLE': prepares } },
    DEACTIVATED: { on: { activate: prepares } },
  },
  kept: {
    // Once there is something to restore from, it stays, whatever happens to the backup.
    backedUp: {
      initial: 'no',
      on: { 'entered BACKUP.COMPLETED': 'yes', 'entered BACKUP.PARTIALLY_COMPLETE': 'yes' },
      states: { no: {}, yes: {} },
    },
  },
};

const copying = { begins: queues, spent: 'CANCELLED', held: [] } as const;
const failing: Handlers = { failed: 'FAILED' };

/** Migrations and restores write to a mailbox, which may refuse them; a failed one is retried automatically. */
const toMailbox = {
  ...copying,
  always: { start: starts, cancel: 'CANCELLED' },
  running: {
    ...failing,
    partiallySucceeded: 'PARTIALLY_COMPLETE',
    connectionLost: 'CONNECTION_ERROR',
    credentialsRejected: 'AUTHENTICATION_ERROR',
    spaceFull: 'SPACE_FULL',
  },
  afterwards: { FAILED: { after: { '3h': retryOr('CANCELLED') } } },
} as const;

const migration: Task = {
  ...toMailbox,
  id: 'dropsuite-migration',
  phase: 'MIGRATION',
  statuses: Object.keys(migrationPhases.MIGRATION),
};

/** A restore's password can be corrected; a migration's cannot. */
const restore: Task = {
  ...toMailbox,
  id: 'dropsuite-restore',
  phase: 'RESTORE',
  statuses: Object.keys(restorePhases.RESTORE),
  afterwards: { ...toMailbox.afterwards, AUTHENTICATION_ERROR: { on: { 'credentials.update': queues } } },
};

/** A download writes to no mailbox; its result is a link that expires. */
const download: Task = {
  ...copying,
  id: 'dropsuite-download',
  phase: 'DOWNLOAD',
  statuses: Object.keys(downloadPhases.DOWNLOAD),
  always: { start: starts },
  running: failing,
  afterwards: { COMPLETED: { after: { '30d': 'EXPIRED' } } },
};

/** The four kinds of task. */
export const tasks = { backup, migration, restore, download } as const;
