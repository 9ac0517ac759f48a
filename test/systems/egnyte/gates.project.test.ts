import { egnyte } from '../../../machines/egnyte/index.ts';
import { apart, climb, expectEveryRule, type Ladder, type Rung } from './ladder.ts';
import { back, created, found, gone, lost, top } from './opening.ts';

const there = [back, 'project create name=N'];
const simulates = 'project simulateScan.start';
const validates = 'project validate.start';
const source = 'project config.update sanitize=source';

/** The first rungs of every command but `create`; at the end the agent is offline and its link unstable. */
const untilItIsThere = (ask: string): readonly Rung[] => [
  ['the project is unknown', [back, 'domain set latest=4.0.0', ask], 800],
  ['it is being deleted', ['project create', 'project delete', ask], 661],
  ['it is deleted', ['project delete.succeeded', ask], 800],
  ['it was created anew, and is being deleted', ['project create', 'project delete', lost, gone, ask], 661],
];

/** Ends the deletion: the project stays, and its agent is connected. */
const stays = ['project delete.failed', back, found];

/** One upgrade of the agent runs, and the next one is scheduled. */
const untilUpgraded = (ask: string, mended: string, ...lines: readonly string[]): readonly Rung[] => [
  [mended, [...lines, 'agent upgrade', lost, ask], 680],
  ['the next upgrade is scheduled', [back, found, 'job:2 create', 'agent upgrade', lost, gone, ask], 681],
];

/** The scheduled upgrade begins as soon as nothing is occupied, and ends with the next registration. */
const upgraded = ['job:2 create.stopped', back, back];

const another = 'project create name=M agent=9 destination=/D/x';

const creates: readonly Ladder[] = [
  {
    command: 'create',
    rungs: [
      [
        'it is being deleted',
        [...there, 'project:2 create name=M', 'project delete', 'domain destination.forbidden path=/d', another],
        661,
      ],
      ['it is there', ['project delete.failed', another], 642],
      ['another has its name', ['project delete', 'project delete.succeeded', another], 642],
      ['that one is being deleted', ['project:2 delete', another], 642],
      ['that one is gone', ['project:2 delete.succeeded', another], 502],
      ['the agent is known', ['project create name=M destination=/D/x'], 722],
      ...top('project create name=M destination=/E', 'the destination may be written', lost, gone),
    ],
  },
  ...apart('create', [
    ['the name in capitals', [...there, 'project:2 create name=n'], 'accepted'],
    ['two without a name', [back, 'project create', 'project:2 create'], 'accepted'],
    ['the agent was deleted', [back, 'agent deactivate', 'agent delete', 'project create'], 502],
    ['the agent is DEACTIVATED', [back, 'agent deactivate', 'project create'], 'accepted'],
  ]),
];

const simulations: readonly Ladder[] = [
  {
    command: 'simulateScan.start',
    rungs: [
      ...untilItIsThere(simulates),
      ['it stays, and a simulated scan runs', [...stays, simulates, lost, simulates], 650],
      ['the scan is paused by an upgrade', [found, 'agent upgrade', lost, simulates], 650],
      ...untilUpgraded(simulates, 'the scan failed', back, 'project simulateScan.failed code=9110', found),
      ['the upgrade is over', [...upgraded, gone, simulates], 721],
      ['the agent is back', [back, simulates], 693],
      ...top(simulates, 'the link is stable', found),
    ],
  },
  ...apart('simulateScan.start', [
    ['the agent is gone', [...there, 'agent deactivate', 'agent delete', simulates], 721],
    ['the agent is DEACTIVATED', [...there, 'agent deactivate', simulates], 721],
  ]),
];

const recommends = [simulates, 'project simulateScan.succeeded'];
const outdated = [...recommends, 'domain features.changed'];

const splits: readonly Ladder[] = [
  {
    command: 'splitJobs',
    rungs: [
      ...untilItIsThere('project splitJobs'),
      ['it stays, and is scanned once more', [...stays, ...outdated, simulates, 'project splitJobs'], 650],
      ['the scan is paused', [lost, gone, 'project splitJobs'], 650],
      ['the scan failed', [back, 'project simulateScan.failed code=9120', 'project splitJobs'], 723],
      ['a scan succeeded', [found, ...outdated, 'project splitJobs'], 729],
      ...top('project splitJobs', 'so did one since the features changed', ...recommends, lost, gone),
    ],
  },
  ...apart('splitJobs', [
    ['there was no scan', [...there, 'project splitJobs'], 723],
    [
      'no jobs are recommended',
      [...there, simulates, 'project simulateScan.succeeded jobs=0', 'project splitJobs'],
      723,
    ],
    [
      'no jobs are recommended, and the features changed',
      [...there, simulates, 'project simulateScan.succeeded jobs=0', 'domain features.changed', 'project splitJobs'],
      723,
    ],
    [
      'the features changed while the scan ran',
      [...there, simulates, 'domain features.changed', 'project simulateScan.succeeded jobs=3', 'project splitJobs'],
      'accepted',
    ],
  ]),
];

const validations: readonly Ladder[] = [
  {
    command: 'validate.start',
    rungs: [
      ...untilItIsThere(validates),
      ...untilUpgraded(validates, 'it stays, and the upgrade runs', ...stays),
      ['the upgrade is over', [...upgraded, gone, validates], 726],
      ['the agent is back', [back, validates], 728],
      ['sanitize is set', [source, validates], 693],
      ...top(validates, 'the link is stable', found),
    ],
  },
  {
    command: 'validate.start',
    rungs: [
      ['a validation runs', [...there, source, validates, lost, validates], 661],
      ['it is paused by an upgrade', ['domain set latest=4.0.0', found, 'agent upgrade', lost, validates], 661],
      ['it is stopping', [back, found, 'project validate.stop', lost, gone, validates], 661],
      ...untilUpgraded(validates, 'it has stopped', back, found, 'project validate.stopped'),
    ],
  },
  ...apart('validate.start', [['the agent is gone', [...there, 'agent deactivate', 'agent delete', validates], 726]]),
  {
    command: 'validate.stop',
    rungs: [
      ...untilItIsThere('project validate.stop'),
      ['it stays, and no validation runs', [...stays, source, lost, 'project validate.stop'], 620],
      ['a validation runs', [found, validates, lost, 'project validate.stop'], 693],
      ...top('project validate.stop', 'the link is stable', found),
    ],
  },
  ...apart('validate.stop', [
    ['it is stopping', [...there, source, validates, 'project validate.stop', lost, 'project validate.stop'], 620],
    ['it is paused', [...there, source, validates, lost, gone, 'project validate.stop'], 'accepted'],
  ]),
];

/** Its sanitize setting is locked, and the pre-check scan of one of its jobs is the active command. */
const locked = ['project config.update sanitize=fly', ...created('job:2 create project=1').slice(0, 3)];

const configUpdates: readonly Ladder[] = [
  {
    command: 'config.update',
    rungs: [
      ...untilItIsThere('project config.update'),
      ['it stays, and one of its jobs is scanned', [...stays, ...locked, 'project config.update colour=red'], 730],
      ['nothing is active', ['job:2 scan.skipped', 'project config.update sanitize=no colour=red'], 724],
      ['the key is known', ['project config.update sanitize=no'], 727],
      ...top('project config.update sanitize=fly', 'it stays fly', lost, gone),
    ],
  },
  ...apart('config.update', [
    ['no key', [...there, 'project config.update'], 724],
    ["a value of a job's", [...there, 'project config.update sanitize=always-fly'], 724],
    ['from source', [...there, source, 'project config.update sanitize=no'], 'accepted'],
    [
      'one of its jobs is being created',
      [...there, 'job:2 create project=1', 'project config.update sanitize=no'],
      'accepted',
    ],
  ]),
];

const deletes: readonly Ladder[] = [
  {
    command: 'delete',
    rungs: [
      ...untilItIsThere('project delete'),
      [
        'it stays, one of its jobs waits',
        [...stays, source, simulates, validates, 'job:2 create project=1', 'project delete'],
        699,
      ],
      ['the job is being created', ['job:2 create.started', 'project delete'], 699],
      ['its creation is paused', [gone, 'project delete'], 699],
      ['the job exists', [back, 'job:2 create.succeeded', 'project delete'], 699],
      [
        'the job is being deleted',
        ['job:2 scan.skipped', 'job:2 delete', 'job:2 delete.started', 'project delete'],
        699,
      ],
      ['the job is gone', ['job:2 delete.succeeded', 'project delete'], 661],
      ['all is paused', [gone, 'project delete'], 661],
      ['the validation is over', [back, 'project validate.succeeded', gone, 'project delete'], 661],
      ['only a validation runs', [back, 'project simulateScan.succeeded', validates, 'project delete'], 661],
      ['it is paused', [gone, 'project delete'], 661],
      ['it is stopping', [back, 'project validate.stop', lost, gone, 'project delete'], 661],
      ...top('project delete', 'it has stopped', back, 'project validate.stopped', gone),
    ],
  },
];

const ladders = [...creates, ...simulations, ...splits, ...validations, ...configUpdates, ...deletes];

climb(ladders);
expectEveryRule('project', Object.keys(egnyte.entities.project.rules), ladders);
