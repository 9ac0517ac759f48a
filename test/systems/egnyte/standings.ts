import type { Rung } from './ladder.ts';
import { agents, created, gone, lost } from './opening.ts';
import { words } from './words.ts';

/** The state of the active command: busy, stopping or held. */
type Standing = readonly [what: string, lines: readonly string[], code: number, busy?: 'busy'];

/** Other reasons to refuse: an earlier job with the same destination, a scheduled upgrade, and every limit. */
export const wrong = [
  'job:1 create.started',
  'job:1 create.succeeded',
  'agent upgrade',
  'domain destination.forbidden path=/',
  'domain set maxActiveJobs=0 maxFiles=0 maxBytes=0',
];

const copying = ['job:2 copy.start', ...wrong, 'job:2 copy.started'];
const asynchronous = ['job:2 copy.start', 'job:2 copy.started', 'job:2 copy.suspended', ...wrong];
const atCopy = ['job:2 migrateData.start skipScan=yes', ...wrong, 'job:2 migrateData.started', 'job:2 copy.started'];
const syncing = ['job:2 sync.start', ...wrong, 'job:2 sync.started'];

const standings: readonly Standing[] = [
  ...words.flatMap(({ word, inProgress, stopInProgress, stopRequired }): Standing[] => {
    const start = [`job:2 ${word}.start`, ...wrong];
    const running = [...start, `job:2 ${word}.started`, ...(word === 'migrateData' ? ['job:2 scan.started'] : [])];
    return [
      [`${word} is queued`, [...start, gone, lost], inProgress, 'busy'],
      [`${word} runs`, [...running, lost], inProgress, 'busy'],
      [`${word} is stopping`, [...running, `job:2 ${word}.stop`, lost, gone], stopInProgress],
      [`${word} is paused`, [...running, lost, gone], stopRequired],
    ];
  }),
  ['the upload is suspended', [...copying, 'job:2 copy.suspended', lost], 670],
  ['the upload is suspended, the agent away', [...copying, 'job:2 copy.suspended', gone], 670],
  ['the upload goes on', [...copying, 'job:2 copy.suspended', 'job:2 copy.resumed', lost], 652, 'busy'],
  ['the upload of Migrate Data is suspended', [...atCopy, 'job:2 copy.suspended', lost], 675],
  ['the upload of Migrate Data goes on', [...atCopy, 'job:2 copy.suspended', 'job:2 copy.resumed', lost], 673, 'busy'],
  ['Migrate Data is paused at its copy', [...atCopy, gone], 675],
  ['Migrate Data is stopping at its copy', [...atCopy, 'job:2 migrateData.stop', lost], 674],
  ['True-Up is suspended', [...syncing, 'job:2 sync.suspended', lost, gone], 671],
  ['True-Up resumes', [...syncing, 'job:2 sync.suspended', 'job:2 sync.resumed', lost], 653, 'busy'],
  ['True-Up awaits review', [...syncing, 'job:2 sync.reviewRequired code=9080', lost, gone], 671],
];

const opening = [...agents, 'domain set latest=4.0.0', 'job:1 create agent=2 destination=/shared/'];
const create = 'job:2 create destination=/Shared';

/**
 * A command of a job while another command is active, for every state of the active one. A start is refused with the
 * active command's code for that state (start 1); `config.update` and `delete` with 661 if it is busy (C0).
 */
export const whileActive = (ask: string, busyIs?: number): readonly Rung[] => [
  ...standings.map(
    ([what, lines, code, busy]): Rung => [
      what,
      [...opening, ...created(create), ...lines, ask],
      busy && busyIs !== undefined ? busyIs : code,
    ],
  ),
  [
    'the asynchronous copy is suspended',
    [...opening, ...created(`${create} transport=async`), ...asynchronous, ask],
    670,
  ],
];
