import { type Answer, apart, climb, expectEveryRule, type Ladder, type Rung } from './ladder.ts';
import { agents, armed, back, found, gone, lost, staysAfterAll, untilItExists } from './opening.ts';
import { whileActive, wrong } from './standings.ts';
import { words } from './words.ts';

const everywhere = (answer: Answer): Answer[] => words.map(() => answer);
const inactive = words.map(({ agentInactive }) => agentInactive);

/** A stopped scan leaves the counts of the one before, so that both 655 and 629 apply. */
const queued = ['job:2 scan.start', 'job:2 scan.stop', 'job:2 permissions.start', ...wrong, lost, gone];
const scan = ['job:2 scan.start', 'job:2 scan.started', 'job:2 scan.succeeded'];
const scanned = ['domain set maxActiveJobs=5', found, ...scan, 'domain set maxActiveJobs=0', lost];

/**
 * What is repaired, how, and the answers for each word: scan, sanitize, copy, sync, two permissions, Migrate Data,
 * empty folders.
 */
const gates: readonly (readonly [mended: string, lines: readonly string[], answers: readonly Answer[]])[] = [
  ['the deletion failed; another command is active', [...staysAfterAll, ...queued], everywhere(654)],
  ['nothing is active', ['job:2 permissions.stop'], everywhere(681)],
  ['the scheduled upgrade has begun', [back], everywhere(680)],
  ['the upgrade is over, but the agent is away', [back, gone], inactive],
  ['the agent is back', [back], everywhere(632)],
  ['confluence is on', ['job:2 config.update confluence=on'], [628, 655, 643, 643, 628, 628, 643, 643]],
  ['the destination is allowed', ['domain destination.allowed path=/'], [628, 655, 655, 629, 628, 628, 629, 655]],
  ['a scan succeeded', scanned, [628, 628, 629, 629, 628, 628, 629, 628]],
  ['the limit is as many files as there are', ['domain set maxFiles=1'], [628, 628, 640, 640, 628, 628, 640, 628]],
  ['the limit is as many bytes as there are', ['domain set maxBytes=1'], everywhere(628)],
  ['the limit is as many jobs as are active', ['domain set maxActiveJobs=1'], everywhere(628)],
  ['the limit is one job more', ['domain set maxActiveJobs=2', armed], everywhere(693)],
  ['the link is stable', [found], everywhere(801)],
  ['the fault has struck', [], everywhere('accepted')],
];

const opening = [...agents, 'domain set latest=4.0.0', 'job:1 create agent=2 destination=/shared/'];

const skipped = ['create destination=/A', 'create.started', 'create.succeeded', 'scan.skipped'].map(
  (it) => `job:2 ${it}`,
);
const later = skipped.map((line) => line.replace('job:2', 'job:3').replace('/A', '/a/'));
const earlier = skipped.map((line) => line.replace('job:2', 'job:1'));
const gives = ['job:1 delete', 'job:1 delete.started', 'job:1 delete.succeeded'];

const ladders = words.flatMap(({ word }, column): Ladder[] => {
  const ask = `job:2 ${word}.start`;
  const answered = gates.map(([mended, lines, answers]): Rung => [mended, [...lines, ask], answers[column] as Answer]);
  return [
    {
      command: `${word}.start`,
      rungs: [...untilItExists(ask, 'job:2 create destination=/Shared', opening), ...answered],
    },
    ...apart(`${word}.start`, whileActive(ask)),
    ...apart(`${word}.start`, [
      ['the scan was skipped', [...agents, ...skipped, ask], 'accepted'],
      ['a later job has the same destination', [...agents, ...skipped, ...later, ask], 'accepted'],
      ['an earlier one is gone', [...agents, ...earlier, ...skipped, ...gives, ask], 'accepted'],
    ]),
  ];
});

climb(ladders);
expectEveryRule(
  'job',
  words.map(({ word }) => `${word}.start`),
  ladders,
);
