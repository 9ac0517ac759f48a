import type { Condition } from '../../src/model/index.ts';
import { type Gate, refusals } from './rules.ts';

/** A task is unknown until its first `start` is accepted. */
const unknown = (phase: string): Gate => [
  'NotFound',
  { all: [{ [phase]: null }], called: `the ${phase.toLowerCase()} was never started` },
];

const reauthentication: Gate = ['NeedReauthentication', { needReauthentication: true }];
const nothingToFix = (phase: string): Gate => ['NothingToFix', { [phase]: { not: 'AUTHENTICATION_ERROR' } }];

const toRun: readonly Gate[] = [
  ['AlreadyRunning', { BACKUP: ['PREPARING', 'RUNNING'] }],
  ['MailboxDeactivated', { BACKUP: 'DEACTIVATED' }],
  reauthentication,
  ['StorageFull', { storageFull: true }],
];

/** Why a backup's command is refused, in order: the first that holds is the answer (rulebook 2). */
export const backupRules = {
  start: refusals('start', 'I', toRun),
  force: refusals('force', 'I', [unknown('BACKUP'), ...toRun]),
  'credentials.update': refusals('credentials.update', 'S', [unknown('BACKUP'), nothingToFix('BACKUP')]),
  deactivate: refusals('deactivate', 'D', [unknown('BACKUP'), ['AlreadyDeactivated', { BACKUP: 'DEACTIVATED' }]]),
  activate: refusals('activate', 'D', [unknown('BACKUP'), ['NotDeactivated', { BACKUP: { not: 'DEACTIVATED' } }]]),
} as const;

const toDraw = (phase: string): readonly Gate[] => [
  ['AlreadyRunning', { [phase]: ['ON_QUEUE', 'RUNNING', 'RETRYING'] }],
  ['NothingBackedUp', { namedBackedUp: false }],
];

const ended = (phase: string): Condition => ({ [phase]: ['COMPLETED', 'PARTIALLY_COMPLETE', 'CANCELLED'] });
const toCancel = (phase: string): readonly Gate[] => [unknown(phase), ['AlreadyEnded', ended(phase)]];

export const migrationRules = {
  start: refusals('start', 'I', toDraw('MIGRATION')),
  cancel: refusals('cancel', 'I', toCancel('MIGRATION')),
} as const;

export const restoreRules = {
  start: refusals('start', 'I', [...toDraw('RESTORE'), reauthentication]),
  cancel: refusals('cancel', 'D', toCancel('RESTORE')),
  'credentials.update': refusals('credentials.update', 'S', [unknown('RESTORE'), nothingToFix('RESTORE')]),
} as const;

/** That a finished link alone opens is stated; only the words of the refusals are ours. */
export const downloadRules = {
  start: refusals('start', 'I', toDraw('DOWNLOAD')),
  open: refusals('open', 'S', [
    unknown('DOWNLOAD'),
    ['LinkExpired', { DOWNLOAD: 'EXPIRED' }],
    ['NotFinished', { DOWNLOAD: { not: 'COMPLETED' } }],
  ]),
} as const;
