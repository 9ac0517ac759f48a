import { type Condition, numbered } from '../../src/define/index.ts';
import { type Gate, refusals } from './rules.ts';

/** A task does not exist until its first `start` is accepted. */
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

/** Why a backup's command is refused; the first rule that holds decides (dropsuite 2). */
export const backupRules = numbered({
  start: refusals('I', toRun),
  force: refusals('I', [unknown('BACKUP'), ...toRun]),
  'credentials.update': refusals('S', [unknown('BACKUP'), nothingToFix('BACKUP')]),
  deactivate: refusals('D', [unknown('BACKUP'), ['AlreadyDeactivated', { BACKUP: 'DEACTIVATED' }]]),
  activate: refusals('D', [unknown('BACKUP'), ['NotDeactivated', { BACKUP: { not: 'DEACTIVATED' } }]]),
});

const toDraw = (phase: string): readonly Gate[] => [
  ['AlreadyRunning', { [phase]: ['ON_QUEUE', 'RUNNING', 'RETRYING'] }],
  ['NothingBackedUp', { namedBackedUp: false }],
];

const ended = (phase: string): Condition => ({ [phase]: ['COMPLETED', 'PARTIALLY_COMPLETE', 'CANCELLED'] });
const toCancel = (phase: string): readonly Gate[] => [unknown(phase), ['AlreadyEnded', ended(phase)]];

export const migrationRules = numbered({
  start: refusals('I', toDraw('MIGRATION')),
  cancel: refusals('I', toCancel('MIGRATION')),
});

export const restoreRules = numbered({
  start: refusals('I', [...toDraw('RESTORE'), reauthentication]),
  cancel: refusals('D', toCancel('RESTORE')),
  'credentials.update': refusals('S', [unknown('RESTORE'), nothingToFix('RESTORE')]),
});

/** The vendor states that only a finished link opens; the words of the refusals are ours. */
export const downloadRules = numbered({
  start: refusals('I', toDraw('DOWNLOAD')),
  open: refusals('S', [
    unknown('DOWNLOAD'),
    ['LinkExpired', { DOWNLOAD: 'EXPIRED' }],
    ['NotFinished', { DOWNLOAD: { not: 'COMPLETED' } }],
  ]),
});
