import { type Answer, apart, climb, expectEveryRule, type Ladder, type Rung } from './ladder.ts';
import { agents, armed, created, found, gone, lost, staysAfterAll, untilItExists } from './opening.ts';
import { words } from './words.ts';

const opening = [...agents, ...created('job:2 create')];

/** For each word, a table of situations with the answers to its stop. */
const ladders = words.flatMap(({ word, stopUnrequired, stopInProgress }): Ladder[] => {
  const ask = `job:2 ${word}.stop`;
  const command = `${word}.stop`;
  const other = word === 'permissions' ? 'sync' : 'permissions';
  const start = `job:2 ${word}.start`;
  const running = [start, `job:2 ${word}.started`, ...(word === 'migrateData' ? ['job:2 scan.started'] : [])];
  const situation = (what: string, lines: readonly string[], answer: Answer): Rung => [
    what,
    [...opening, ...lines, ask],
    answer,
  ];
  return [
    {
      command,
      rungs: [
        ...untilItExists(ask),
        [
          'the deletion failed; another command is active',
          [...staysAfterAll, `job:2 ${other}.start`, ask],
          stopUnrequired,
        ],
        ['nothing is active', [`job:2 ${other}.stop`, ask], stopUnrequired],
        ['it runs, and the link is unstable', [...running, lost, armed, ask], 693],
        ['the link is stable', [found, ask], 801],
        ['the fault has struck', [ask], 'accepted'],
      ],
    },
    ...apart(command, [
      situation('it is stopping already', [...running, ask, lost], stopInProgress),
      situation('it is stopping, and the agent is away', [...running, ask, gone], stopInProgress),
      situation('it has succeeded in spite of a stop', [...running, ask, ...succeeded(word)], stopUnrequired),
      situation('it is queued: the link does not matter', [start, lost], 'accepted'),
      situation('it is paused: neither link nor agent matters', [...running, lost, gone], 'accepted'),
      situation('it was active and failed', [start, `job:2 ${word}.failed code=1000`], stopUnrequired),
      situation('it was stopped', [start, ask], stopUnrequired),
    ]),
  ];
});

/**
 * A transport that is suspended, or a True-Up that is suspended or awaits review, is held and does not run (egnyte
 * 2.2).
 */
const held: readonly Ladder[] = [
  ...apart('copy.stop', [
    ['its transport is suspended', of('job:2 copy.start', 'job:2 copy.started', 'job:2 copy.suspended'), 'accepted'],
  ]),
  ...apart('sync.stop', [
    ['it is suspended', of('job:2 sync.start', 'job:2 sync.started', 'job:2 sync.suspended'), 'accepted'],
    [
      'it awaits review',
      of('job:2 sync.start', 'job:2 sync.started', 'job:2 sync.reviewRequired code=9090'),
      'accepted',
    ],
  ]),
  ...apart('migrateData.stop', [
    ['its transport is suspended', atCopy('job:2 copy.started', 'job:2 copy.suspended'), 'accepted'],
    ['its step is queued, but it runs itself', atCopy(), 693],
  ]),
].map(({ command, rungs }) => ({
  command,
  rungs: rungs.map(([what, lines, answer]): Rung => [what, [...lines, lost, `job:2 ${command}`], answer]),
}));

/** While Migrate Data is active its steps run in the phases of other words, which are not active (egnyte 2.2). */
const steps: readonly Ladder[] = words
  .filter(({ word }) => word !== 'migrateData')
  .flatMap(({ word, stopUnrequired }) =>
    apart(`${word}.stop`, [
      ['Migrate Data is at its copy', [...atCopy('job:2 copy.started'), `job:2 ${word}.stop`], stopUnrequired],
    ]),
  );

climb([...ladders, ...held, ...steps]);
expectEveryRule(
  'job',
  words.map(({ word }) => `${word}.stop`),
  [...ladders, ...held, ...steps],
);

/** Migrate Data ends through its steps, so the success of a step ends it while it is stopping. */
function succeeded(word: string): readonly string[] {
  return [`job:2 ${word === 'migrateData' ? 'scan' : word}.succeeded`];
}

function of(...lines: readonly string[]): readonly string[] {
  return [...opening, ...lines];
}

function atCopy(...lines: readonly string[]): readonly string[] {
  return of('job:2 migrateData.start skipScan=yes', 'job:2 migrateData.started', ...lines);
}
