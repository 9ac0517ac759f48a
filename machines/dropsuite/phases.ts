import type { Code } from '../../src/define/index.ts';

/** Statuses of the tasks and the vendor's word for each (dropsuite 1). */
const words = {
  PREPARING: 'Preparing Backup',
  ON_QUEUE: 'On Queue',
  RUNNING: 'In Progress/Running',
  COMPLETED: 'Completed',
  PARTIALLY_COMPLETE: 'Partially Complete',
  RETRYING: 'Retrying',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
  CONNECTION_ERROR: 'Connection Error',
  AUTHENTICATION_ERROR: 'Authentication Error',
  SPACE_FULL: 'Space Full',
  EXPIRED: 'Expired',
  DEACTIVATED: 'Deactivated',
} as const;

const { PREPARING, ON_QUEUE, RUNNING, COMPLETED, RETRYING, FAILED, CANCELLED, EXPIRED, DEACTIVATED } = words;
const { PARTIALLY_COMPLETE, CONNECTION_ERROR, AUTHENTICATION_ERROR, SPACE_FULL } = words;
const held = { CONNECTION_ERROR, AUTHENTICATION_ERROR, SPACE_FULL };
const toMailbox = { ON_QUEUE, RUNNING, COMPLETED, PARTIALLY_COMPLETE, RETRYING, FAILED, CANCELLED, ...held };

export const backupPhases = {
  BACKUP: { PREPARING, RUNNING, COMPLETED, PARTIALLY_COMPLETE, RETRYING, ...held, DEACTIVATED },
} as const satisfies Phases;

export const migrationPhases = { MIGRATION: toMailbox } as const satisfies Phases;

export const restorePhases = { RESTORE: toMailbox } as const satisfies Phases;

export const downloadPhases = {
  DOWNLOAD: { ON_QUEUE, RUNNING, COMPLETED: 'Completed/Link', RETRYING, FAILED, CANCELLED, EXPIRED },
} as const satisfies Phases;

const reauthenticate = 'Need Reauthentication';

export const credentialPhases = {
  CREDENTIAL: {
    VALID: null,
    GLOBAL_ADMIN_REMOVED: reauthenticate,
    PERMISSION_ISSUE: reauthenticate,
    DEVICE_CODE_EXPIRED: reauthenticate,
  },
} as const satisfies Phases;

export const subscriptionPhases = { STORAGE: { AVAILABLE: null, FULL: null } } as const satisfies Phases;

type Phases = { readonly [phase: string]: { readonly [status: string]: Code | null } };
