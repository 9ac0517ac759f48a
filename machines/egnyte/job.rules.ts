import type { Condition, Mark, Refusal } from '../../src/define/index.ts';
import { isBusy, isHeld, isNotActive, isRunning, isStopping, type Work, works } from './work.ts';

const rule = (gate: string, code: number, mark: Mark, when: Condition): Refusal => ({ gate, when, code, mark });

const exists: Condition = { CREATE_MIGRATION: 'SUCCEEDED', FINALIZE_MIGRATION: { not: 'SUCCEEDED' } };

/** The lifecycle gates L1 to L3, which come first for every command. */
const neverCreated = rule('L1', 2017, 'I', {
  called: 'the job neither exists nor is being created',
  any: [
    { CREATE_MIGRATION: { not: ['QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED'] } },
    { FINALIZE_MIGRATION: 'SUCCEEDED' },
  ],
});
const inTransit = [
  rule('L2', 661, 'S', { CREATE_MIGRATION: ['QUEUED', 'RUNNING'] }),
  rule('L2', 677, 'S', { CREATE_MIGRATION: 'PAUSED' }),
  rule('L3', 661, 'S', { FINALIZE_MIGRATION: ['QUEUED', 'RUNNING'] }),
  rule('L3', 678, 'S', { FINALIZE_MIGRATION: 'PAUSED' }),
];
const lifecycle = [neverCreated, ...inTransit];

const upgrading = (gate: string): Refusal[] => [
  rule(gate, 680, 'S', { agentUpgrade: 'RUNNING' }),
  rule(gate, 681, 'S', { agentUpgrade: 'SCHEDULED' }),
];

/** While a command is active, its status decides which of its codes is given. */
const activity = (gate: string, busy: (work: Work) => number): Refusal[] =>
  works.flatMap((work) => [
    rule(gate, busy(work), 'S', isBusy(work)),
    rule(gate, work.stopInProgress as number, 'S', isStopping(work)),
    rule(gate, work.stopRequired as number, 'S', isHeld(work)),
  ]);

const toDestination = ['copy', 'sync', 'migrateData', 'emptyFolders'];
const needsScan = ['sanitize', 'copy', 'emptyFolders'];
const withinLimits = ['copy', 'sync', 'migrateData'];
const where = (words: readonly string[], { word }: Work, ...rules: Refusal[]): Refusal[] =>
  words.includes(word) ? rules : [];

/** Gates of `WORD.start` (egnyte 2.3). */
const start = (work: Work): Refusal[] => [
  ...lifecycle,
  ...activity('start 1', ({ inProgress }) => inProgress as number),
  ...upgrading('start 2'),
  rule('start 3', work.agentInactive as number, 'S', { agent: { not: 'ACTIVE' } }),
  rule('start 4', 632, 'D', { destinationTaken: true, confluence: 'off' }),
  ...where(toDestination, work, rule('start 5', 643, 'S', { destinationForbidden: true })),
  ...where(needsScan, work, rule('start 6', 655, 'S', { SCAN: { not: ['SUCCEEDED', 'SKIPPED'] } })),
  ...where(
    withinLimits,
    work,
    rule('start 7', 629, 'S', { filesOverLimit: true }),
    rule('start 7', 640, 'S', { bytesOverLimit: true }),
  ),
  rule('start 8', 628, 'S', { activeJobsAtLimit: true }),
  rule('start 9', 693, 'S', { linkUnstable: true }),
];

/** A stop cannot be sent to the agent over an unstable link. */
const unsent = (work: Work): Refusal => rule('stop 3', 693, 'I', { all: [isRunning(work), { linkUnstable: true }] });

/** Gates of `WORD.stop` (egnyte 2.3). */
const stop = (work: Work): Refusal[] => [
  ...lifecycle,
  rule('stop 1', work.stopUnrequired as number, 'S', isNotActive(work)),
  rule('stop 2', work.stopInProgress as number, 'S', isStopping(work)),
  unsent(work),
];

const bothOn = (gate: string): Refusal =>
  rule(gate, 517, 'S', {
    called: 'syncDeletes and confluence would both be on',
    any: [
      { $syncDeletes: 'on', $confluence: 'on' },
      { $syncDeletes: 'on', $confluence: null, confluence: 'on' },
    ],
  });
const patterns = [rule('C5', 635, 'S', { globFits: false }), rule('C5', 636, 'S', { regexFits: false })];
const busy = activity('C0', () => 661).map((each) => ({ ...each, mark: each.code === 661 ? 'I' : 'D' }) as Refusal);

const create: Refusal[] = [
  ...inTransit,
  rule('create 1', 505, 'S', exists),
  rule('create 2', 502, 'I', { newAgentKnown: false }),
  rule('create 2', 800, 'I', { newProject: 'unknown' }),
  rule('create 2', 661, 'I', { newProject: 'deleting' }),
  rule('create 3', 680, 'S', { newAgentUpgrade: 'RUNNING' }),
  rule('create 3', 681, 'S', { newAgentUpgrade: 'SCHEDULED' }),
  rule('create 3', 692, 'S', { newAgentActive: false }),
  rule('C2', 724, 'S', { newConfig: 'wrong' }),
  rule('C4', 517, 'S', { $syncDeletes: 'on', $confluence: 'on' }),
  ...patterns,
  rule('create 5', 693, 'S', { newLinkUnstable: true }),
];

const configUpdate: Refusal[] = [
  ...lifecycle,
  ...busy,
  rule('C1', 508, 'S', { config: 'none' }),
  rule('C2', 724, 'S', { config: 'wrong' }),
  rule('C3', 518, 'S', { sanitize: 'always-fly', $sanitize: ['no', 'source', 'fly'] }),
  bothOn('C4'),
  ...patterns,
];

const deletion: Refusal[] = [
  ...lifecycle,
  ...busy,
  ...upgrading('delete'),
  rule('delete', 693, 'I', { agent: 'ACTIVE', linkUnstable: true }),
];

const confirm: Refusal[] = [
  ...lifecycle,
  rule('confirm', 620, 'I', { review: 'no' }),
  rule('confirm', 681, 'I', { agentUpgrade: 'SCHEDULED' }),
  rule('confirm', 689, 'I', { agent: { not: 'ACTIVE' } }),
  rule('confirm', 693, 'I', { linkUnstable: true }),
];

const scheduleCreate: Refusal[] = [
  ...lifecycle,
  rule('schedule 1', 511, 'S', { SCHEDULE_JOB: ['CREATED', 'RUNNING', 'PAUSED', 'STOPPING'] }),
  rule('schedule 2', 516, 'S', { schedulerEnabled: false }),
  rule('schedule 3', 514, 'S', { $frequency: { not: ['once', 'daily', 'weekly', 'monthly'] } }),
  rule('schedule 4', 513, 'S', { timesFit: false }),
  rule('schedule 5', 515, 'S', { startsLater: false }),
  rule('schedule 6', 519, 'S', { sanitize: 'always-fly', $sanitize: ['no', 'source', 'fly'] }),
];

/**
 * A schedule's stop is also a stop command for its job and is refused by that command's gates (egnyte 4). The command
 * it follows is active and not stopping, because otherwise the schedule would be stopping too. So only the last gate
 * can hold.
 */
const scheduleStop: Refusal[] = [
  ...lifecycle,
  rule('schedule stop', 620, 'I', { SCHEDULE_JOB: { not: ['CREATED', 'RUNNING', 'PAUSED'] } }),
  ...works
    .filter(({ word }) => word === 'sync' || word === 'migrateData')
    .map((work) => ({ ...unsent(work), when: { all: [{ follows: work.word }, unsent(work).when] } })),
];

/** Why a job's command is refused; the first rule that holds decides. */
export const jobRules: { readonly [command: string]: readonly Refusal[] } = {
  ...Object.fromEntries(
    works.flatMap((work) => [
      [`${work.word}.start`, start(work)],
      [`${work.word}.stop`, stop(work)],
    ]),
  ),
  create,
  'config.update': configUpdate,
  delete: deletion,
  'sync.confirm': confirm,
  'schedule.create': scheduleCreate,
  'schedule.stop': scheduleStop,
};
