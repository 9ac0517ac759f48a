import { egnyte } from '../../../machines/egnyte/index.ts';
import { apart, climb, expectEveryRule, type Ladder, type Rung } from './ladder.ts';
import { back, created, found, gone, lost, top } from './opening.ts';

const newer = 'domain set latest=4.0.0';
const leaves = 'agent deactivate';

/**
 * The first rungs of the commands that send the agent a message. Throughout, its link is unstable, its speed test has
 * not ended and, while it is upgraded, it is offline.
 */
const untilUpgraded = (ask: string): readonly Rung[] => [
  ['the agent is unknown', [ask], 502],
  ['it was DEACTIVATED while everything was under way', [back, ...busy, 'agent retire', leaves, lost, ask], 862],
  ['it is deleted', ['agent delete', ask], 502],
  ['a new agent has its id; its upgrade runs', [back, newer, 'agent speedTest.start', 'agent upgrade', lost, ask], 680],
  ['its next upgrade is scheduled', [back, found, 'job:2 create', 'agent upgrade', lost, gone, ask], 681],
];

const busy = ['agent scanSource.start', 'agent speedTest.start'];

/** The scheduled upgrade begins as soon as nothing is occupied, and ends with the next registration. */
const upgraded = ['job:2 create.stopped', back, back];

const registers: readonly Ladder[] = [
  {
    command: 'register',
    rungs: [
      ['no version, and it is DEACTIVATED', ['domain set minVersion=2.0.0', back, leaves, 'agent register'], 863],
      ['some version', ['agent register version=3.20'], 865],
      ['a version by SemVer', ['agent register version=1.99.99'], 864],
      ['a version that is high enough', ['agent register version=2.0.0'], 862],
      ...top('agent register version=2.0.0', 'it is deleted', 'agent delete'),
    ],
  },
  {
    command: 'register',
    rungs: [
      ['no version, and it is ACTIVE', ['domain set minVersion=2.0.0', back, 'agent register'], 863],
      ['an empty version', ['agent register version=""'], 865],
      ['a version by SemVer', ['agent register version=2.0.0-rc.1'], 864],
      ['a version that is high enough', ['agent register version=2.0.0+build'], 856],
      ...top('agent register version=2.0.0', 'it is away', gone),
    ],
  },
];

const deactivates: readonly Ladder[] = [
  {
    command: 'deactivate',
    rungs: [
      ['the agent is unknown', ['agent deactivate role=master'], 502],
      ['it is known', [back, newer, 'job:2 create', 'agent upgrade', 'agent deactivate role=master'], 621],
      ['its role is not master', ['agent deactivate role=agent'], 681],
      ['nothing is occupied, so the upgrade begins', ['job:2 create.stopped', leaves], 680],
      ['the upgrade is over', [back, 'job:2 create', gone, leaves], 661],
      ...top(leaves, 'nothing is occupied', 'job:2 create.stopped'),
    ],
  },
  {
    command: 'deactivate',
    rungs: [
      [
        'it is DEACTIVATED, a job is occupied',
        [back, ...created('job:2 create'), leaves, 'job:2 delete', 'agent deactivate role=master'],
        621,
      ],
      ['its role is not master', [leaves], 862],
    ],
  },
];

const deletes: readonly Ladder[] = [
  {
    command: 'delete',
    rungs: [
      ['the agent is unknown', ['agent delete'], 502],
      ['it is ACTIVE', [back, ...created('job:2 create'), 'agent delete'], 679],
      ['it is away', [gone, 'agent delete'], 679],
      ['it is DEACTIVATED', [leaves, 'agent delete'], 625],
      ['its job waits for its deletion, for ever', ['job:2 delete', 'agent delete'], 625],
    ],
  },
  {
    command: 'delete',
    rungs: [
      [
        'a job is being deleted',
        [back, ...created('job:2 create'), 'job:2 delete', 'job:2 delete.started', 'agent delete'],
        679,
      ],
      ...top('agent delete', 'the job is gone, and it is DEACTIVATED', 'job:2 delete.succeeded', leaves),
    ],
  },
];

const upgrades: readonly Ladder[] = [
  {
    command: 'upgrade',
    rungs: [
      ...untilUpgraded('agent upgrade'),
      ['the upgrade is over', ['domain set latest=3.20.0', ...upgraded, gone, 'agent upgrade'], 693],
      ['it is back', [back, found, 'agent scanSource.start', lost, 'agent upgrade'], 1011],
      ['there is a newer version', [newer, 'agent upgrade'], 696],
      ['the source scan is over', ['agent scanSource.succeeded', 'agent upgrade'], 693],
      ...top('agent upgrade', 'the link is stable', found),
    ],
  },
  ...apart('upgrade', [
    ['the latest is not set', [back, 'agent upgrade'], 1011],
    ['it is newer than the latest', ['domain set latest=3.19.9', back, 'agent upgrade'], 1011],
    [
      'it is before the latest',
      ['domain set latest=3.20.0', 'agent register version=3.20.0-rc.1', 'agent upgrade'],
      'accepted',
    ],
    ['its job is occupied', [newer, back, 'job:2 create', 'agent upgrade'], 'accepted'],
  ]),
];

const retires: readonly Ladder[] = [
  {
    command: 'retire',
    rungs: [
      ...untilUpgraded('agent retire'),
      [
        'the upgrade is over; it retires',
        [...upgraded, found, ...created('job:2 create'), 'agent retire', 'job:2 delete', lost, 'agent retire'],
        661,
      ],
      ['its time is over', ['wait 5m', 'agent retire'], 693],
      ['it is back', [back, 'agent retire'], 661],
      ['nothing is occupied', ['job:2 delete.stopped', 'agent retire'], 693],
      ...top('agent retire', 'the link is stable', found),
    ],
  },
];

const older = 'agent register version=1.5.0';

const sourceScans: readonly Ladder[] = [
  {
    command: 'scanSource.start',
    rungs: [
      ...untilUpgraded('agent scanSource.start'),
      [
        'the upgrade is over; a scan runs',
        [...upgraded, found, 'agent scanSource.start', lost, 'agent scanSource.start'],
        696,
      ],
      ['it goes on in an older version', [gone, older, 'agent scanSource.start'], 696],
      ['it is paused', [gone, 'agent scanSource.start'], 696],
      ['it is over', [older, 'agent scanSource.succeeded', gone, 'agent scanSource.start'], 695],
      ['the agent is back', ['agent register version=2.0.0-rc.1', 'agent scanSource.start'], 9040],
      ['its version is 2.0.0', [gone, 'agent register version=2.0.0', 'agent scanSource.start'], 694],
      ...top('agent scanSource.start', 'the link is stable', found),
    ],
  },
];

const speedTests: readonly Ladder[] = [
  {
    command: 'speedTest.start',
    rungs: [
      ...untilUpgraded('agent speedTest.start'),
      ['the upgrade is over; the test is paused', [...upgraded, gone, 'agent speedTest.start'], 1160],
      ['the test runs', [back, 'agent speedTest.start'], 1160],
      ['the test is stopping', [found, 'agent speedTest.stop', lost, gone, 'agent speedTest.start'], 1160],
      ['the test is over', [back, 'agent speedTest.stopped', gone, 'agent speedTest.start'], 693],
      ['the agent is back', [back, 'agent speedTest.start'], 693],
      ...top('agent speedTest.start', 'the link is stable', found),
    ],
  },
  {
    command: 'speedTest.stop',
    rungs: [
      ['the agent is unknown', ['agent speedTest.stop'], 502],
      ['it is DEACTIVATED, no test runs', [back, leaves, lost, 'agent speedTest.stop'], 862],
      ['a new agent has its id', ['agent delete', back, lost, 'agent speedTest.stop'], 620],
      ['a test runs', [found, 'agent speedTest.start', lost, 'agent speedTest.stop'], 693],
      ...top('agent speedTest.stop', 'the link is stable', found),
    ],
  },
  ...apart('speedTest.stop', [
    [
      'it is stopping already',
      [back, 'agent speedTest.start', 'agent speedTest.stop', lost, 'agent speedTest.stop'],
      620,
    ],
    [
      'it is paused, the link unstable',
      [back, 'agent speedTest.start', lost, gone, 'agent speedTest.stop'],
      'accepted',
    ],
    ['an upgrade runs', [back, newer, 'agent speedTest.start', 'agent upgrade', 'agent speedTest.stop'], 'accepted'],
  ]),
];

const ladders = [...registers, ...deactivates, ...deletes, ...upgrades, ...retires, ...sourceScans, ...speedTests];

climb(ladders);
expectEveryRule('agent', Object.keys(egnyte.entities.agent.rules), ladders);
