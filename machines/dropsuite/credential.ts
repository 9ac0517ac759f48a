import { type Lifecycle, numbered } from '../../src/define/index.ts';
import { credentialPhases } from './phases.ts';
import { refusals } from './rules.ts';

/** Each problem has one remedy (dropsuite 2). */
const remedies = {
  continue: 'GLOBAL_ADMIN_REMOVED',
  reauthenticate: 'PERMISSION_ISSUE',
  authorizeDevice: 'DEVICE_CODE_EXPIRED',
} as const;

const fix = (command: keyof typeof remedies) =>
  refusals('S', [
    ['NothingToFix', { CREDENTIAL: 'VALID' }],
    ['WrongRemedy', { CREDENTIAL: { not: remedies[command] } }],
  ]);

/** The organization's one credential. All backups depend on it and are told of its changes. */
export const credential = {
  kind: 'credential',
  singleton: '1',
  chart: {
    id: 'dropsuite-credential',
    states: {
      CREDENTIAL: {
        initial: 'VALID',
        states: {
          VALID: {
            on: {
              globalAdminRemoved: 'GLOBAL_ADMIN_REMOVED',
              permissionRevoked: 'PERMISSION_ISSUE',
              deviceCodeExpired: 'DEVICE_CODE_EXPIRED',
            },
          },
          GLOBAL_ADMIN_REMOVED: { on: { continue: 'VALID' } },
          PERMISSION_ISSUE: { on: { reauthenticate: 'VALID' } },
          DEVICE_CODE_EXPIRED: { on: { authorizeDevice: 'VALID' } },
        },
      },
    },
  },
  phases: credentialPhases,
  commands: {
    continue: { says: 'signs in again after the global admin is gone' },
    reauthenticate: { says: "signs in again with the backup admin's name and password" },
    authorizeDevice: { says: 'authorizes the device again and has it verified' },
  },
  reports: {
    globalAdminRemoved: { says: 'the global admin was deleted, or is no longer an admin' },
    permissionRevoked: { says: 'the backup admin has lost a permission that is needed' },
    deviceCodeExpired: { says: 'the device code was deleted or has expired' },
  },
  rules: numbered({
    continue: fix('continue'),
    reauthenticate: fix('reauthenticate'),
    authorizeDevice: fix('authorizeDevice'),
  }),
  facts: {},
  is: { valid: { CREDENTIAL: 'VALID' } },
  words: { CREDENTIAL: "the organization's credential" },
} as const satisfies Lifecycle;
