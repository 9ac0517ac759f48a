import { reasons, reviewReasons } from '../../../machines/egnyte/phases.ts';
import type { Hints } from '../../random/hints.ts';
import { words } from './words.ts';

const texts = (codes: readonly number[]): string[] => codes.map(String);
const everyReason = texts([...Object.values(reasons).flat(), ...reviewReasons, 697, 620, 0]);
/** Reasons that only some phases have, and a few that all have, so that each is equally likely in a walk. */
const someReasons = ['1000', '2100', '50040', '1160'];
const failed = (event: string, codes: readonly number[]): [string, string[]] => [
  `${event}.failed code`,
  [...texts(codes).slice(0, 4), ...someReasons],
];

/** What a random walk through the Egnyte Migration App should meet: few entities, so that they often conflict. */
export const hints: Hints = {
  ids: {
    job: ['1', '1', '1', '2', '2', '3'],
    agent: ['1', '1', '1', '1', '1', '2', '2', '3'],
    project: ['1', '1', '2'],
  },
  share: { job: 12, agent: 5, project: 3, domain: 1 },
  openings: ['', 'given ready', 'given ready', ...deep()],
  waits: [1, 60, 299, 300, 301, 3600, 7200, 86_400, 604_800, 2_592_000],
  values: {
    code: everyReason,
    'domain fault code': ['801', '500', '8040'],
    'sync.reviewRequired code': ['9080', '9080', '9090', '9090', '9100', '9110', '1000'],
    ...Object.fromEntries([
      failed('create', reasons.CREATE_MIGRATION),
      failed('delete', reasons.FINALIZE_MIGRATION),
      failed('scan', reasons.SCAN),
      failed('sanitize', reasons.SANITIZE),
      failed('copy', reasons.MIGRATE_DATA),
      failed('sync', reasons.DATA_SYNC),
      failed('permissions', reasons.MIGRATE_PERMISSIONS),
      failed('simulatePermissions', reasons.SIMULATE_PERMISSIONS),
      failed('emptyFolders', reasons.CREATE_EMPTY_FOLDERS),
      failed('migrateData', reasons.META_MIGRATE_DATA),
      failed('scanSource', reasons.SCAN_SOURCE),
      failed('speedTest', reasons.SPEED_TEST),
      failed('simulateScan', reasons.SIMULATE_SCAN),
      failed('validate', reasons.VALIDATE_PROJECT),
    ]),
    agent: ['1', '1', '1', '2', '2', '3'],
    project: ['1', '1', '2'],
    destination: ['/A', '/a/', '/A/b', '/C'],
    path: ['/a', '/A/B/', '/c', '/'],
    name: ['N', 'n', 'M'],
    version: ['3.20.0', '3.20.0', '4.0.0', '4.0.0-rc.1', '1.5.0', '0.9.0', '2.0.0', 'three'],
    minVersion: ['1.0.0', '1.0.0', '3.0.0'],
    latest: ['3.20.0', '4.0.0', '4.0.0', '3.0.0'],
    maxActiveJobs: ['5', '5', '2', '1', '0'],
    maxFiles: ['8000000', '1'],
    maxBytes: ['5000000000000', '1'],
    files: ['0', '1', '2', '8000001'],
    bytes: ['0', '1', '2', '5000000000001'],
    jobs: ['0', '1', '3'],
    start: ['+60', '+60', '+5m', '+1h', '+1d', '+0', '1h', 'soon'],
    frequency: ['once', 'daily', 'weekly', 'monthly', 'hourly'],
    times: ['1', '2', '3', '20', '0', '21'],
    skipScanPeriod: ['0', '1', '1', '2', '8', '007', '720', '721', '1.5', '-1', ''],
    excludeGlob: ['a*', '{a,b}', '[{]', '\\[', 'a\\\\', '[', '{', '{[}]', '\\', ''],
    excludeRegex: ['^a', '(', ''],
  },
  // Events that end something are less likely, so that other events can come first.
  likely: {
    'agent deactivate': 0.05,
    'agent link.stable': 0.4,
    'agent retire': 0.3,
    'project delete': 0.3,
    'job delete': 0.2,
    'job delete.succeeded': 0.4,
    'job create.stopped': 0.1,
    'job delete.stopped': 0.1,
    ...Object.fromEntries(
      words.flatMap(({ word }) => [
        [`${word}.failed`, 0.2],
        [`${word}.succeeded`, 0.5],
        [`${word}.stop`, 0.25],
      ]),
    ),
    'sync.succeeded': 0.3,
    'sync.confirm': 0.1,
    'schedule.stop': 0.1,
    'config.update': 0.3,
    'domain fault': 0.3,
    'domain destination.forbidden': 0.5,
  },
};

/** One agent and few jobs, so that the agent's events come between those of a job. */
export const narrow: Hints = {
  ...hints,
  ids: { job: ['1', '1', '1', '1', '2'], agent: ['1'], project: ['1'] },
  share: { job: 8, agent: 5, project: 2, domain: 0 },
};

/** Situations that a walk hardly reaches by chance. */
function deep(): string[] {
  const migrated = ['job copy.start', 'job copy.started', 'job copy.succeeded'];
  const plan = (job: string, rest: string): string => `${job} schedule.create start=+1h ${rest}`;
  const project = ['project create name=N', 'project config.update sanitize=no'];
  return [
    ['domain set latest=4.0.0', 'job sync.start', 'job sync.started', 'job sync.reviewRequired code=9080'],
    [...migrated, plan('job', 'frequency=daily times=3'), 'wait 1h', 'job sync.started'],
    [...migrated, plan('job', 'frequency=once times=3'), 'wait 1h', 'job sync.started'],
    [plan('job', 'frequency=weekly times=2'), 'wait 1h', 'job migrateData.started', 'job scan.started'],
    ['job config.update sanitize=source emptyFolders=on', 'job migrateData.start', 'job migrateData.started'],
    ['job config.update skipScanPeriod=0', 'job migrateData.start skipScan=yes'],
    ['job config.update skipScanPeriod=1', 'wait 1h', 'job migrateData.start skipScan=yes'],
    [...project, 'project validate.start', 'project simulateScan.start'],
    [...exists('job:2 create destination=/A'), ...exists('job:3 create destination=/a/'), 'job:2 scan.start'],
    [
      ...exists('job:2 create'),
      plan('job:2', 'frequency=once'),
      plan('job:1', 'frequency=once'),
      'domain set maxActiveJobs=1',
    ],
  ].map((lines) => ['given ready', ...lines].join('\n'));
}

function exists(create: string): string[] {
  const [job = ''] = create.split(' ');
  return [create, ...['create.started', 'create.succeeded', 'scan.skipped'].map((event) => `${job} ${event}`)];
}
