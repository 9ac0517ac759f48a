import { egnyte } from '../../../machines/egnyte/index.ts';
import { apart, climb, expectEveryRule, type Ladder, type Rung } from './ladder.ts';
import { agents, armed, back, created, found, gone, lost, staysAfterAll, untilItExists } from './opening.ts';
import { whileActive } from './standings.ts';
import { words } from './words.ts';

const there = [...agents, ...created('job:2 create')];
const situations = (command: string, lines: readonly Rung[], opening: readonly string[] = there): Ladder[] =>
  apart(
    command,
    lines.map(([what, more, answer]): Rung => [what, [...opening, ...more], answer]),
  );

const wrongConfig = 'sanitize=no syncDeletes=on confluence=on excludeGlob=[ excludeRegex=(';
const unknownAgent = `job:2 create agent=9 project=9 colour=red ${wrongConfig}`;
const unknownProject = `job:2 create agent=2 project=9 colour=red ${wrongConfig}`;
const known = `job:2 create agent=2 project=1 colour=red ${wrongConfig}`;

const create: readonly Ladder[] = [
  {
    command: 'create',
    rungs: [
      ['it waits for its creation', [...agents, 'job:2 create', lost, unknownAgent], 661],
      ['it is being created', ['job:2 create.started', unknownAgent], 661],
      ['its creation is paused', [gone, unknownAgent], 677],
      [
        'it waits for its deletion',
        [back, ...created('job:2 create').slice(2), found, 'job:2 delete', unknownAgent],
        661,
      ],
      ['it is being deleted', ['job:2 delete.started', lost, unknownAgent], 661],
      ['its deletion is paused', [gone, unknownAgent], 678],
      ['it exists', [back, 'job:2 delete.failed code=2070', unknownAgent], 505],
      ['it is deleted', [found, 'job:2 delete', 'job:2 delete.started', 'job:2 delete.succeeded', unknownAgent], 502],
      [
        'the agent is known',
        ['domain set latest=4.0.0', 'agent:2 upgrade', 'agent:2 link.unstable', unknownProject],
        800,
      ],
      ['the project is known', ['project create name=N', 'project delete', known], 661],
      ['the project stays', ['project delete.failed', known], 680],
      ['the upgrade is over, the next one scheduled', [...scheduled(), known], 681],
      ['nothing is scheduled', [...begun(), known], 692],
      ['the agent is ACTIVE', ['agent:2 register version=3.20.0', known], 724],
      ['every key is known', [`job:2 create agent=2 project=1 ${wrongConfig}`], 517],
      ['only one of the two is on', ['job:2 create agent=2 confluence=on excludeGlob=[ excludeRegex=('], 635],
      ['the glob is whole', ['job:2 create agent=2 excludeGlob=[a] excludeRegex=('], 636],
      ['the expression is whole', ['job:2 create agent=2 excludeGlob=[a] excludeRegex=(a)'], 693],
      ['the link is stable', ['agent:2 link.stable', armed, 'job:2 create agent=2'], 801],
      ['the fault has struck', ['job:2 create agent=2'], 'accepted'],
    ],
  },
  ...situations(
    'create',
    [
      [
        'a job that failed to be created',
        ['job:2 create', 'job:2 create.failed code=2010', 'job:2 create'],
        'accepted',
      ],
      ['a job whose creation was given up', ['job:2 create', 'job:2 create.stopped', 'job:2 create'], 'accepted'],
      ['an agent that was deleted', ['agent deactivate', 'agent delete', 'job:2 create'], 502],
      ['an agent that is DEACTIVATED', ['agent deactivate', 'job:2 create'], 692],
      [
        'a project that was deleted',
        ['project create', 'project delete', 'project delete.succeeded', 'job:2 create project=1'],
        800,
      ],
      ['a known transport', ['job:2 create transport=async'], 'accepted'],
      ['an unknown transport', ['job:2 create transport=pigeon'], 724],
      ['a key that is empty', ['job:2 create sanitize=""'], 724],
      ['a glob that is empty', ['job:2 create excludeGlob=""'], 635],
    ],
    agents,
  ),
];

const configured = (rungs: readonly Rung[]): Ladder[] => situations('config.update', rungs);

const configUpdate: readonly Ladder[] = [
  {
    command: 'config.update',
    rungs: [
      ...untilItExists('job:2 config.update', 'job:2 create sanitize=always-fly'),
      ['the deletion failed; a command is active', [...staysAfterAll, 'job:2 sync.start', 'job:2 config.update'], 661],
      ['nothing is active', ['job:2 sync.stop', 'job:2 config.update'], 508],
      ['some key is given', [`job:2 config.update colour=red ${wrongConfig}`], 724],
      ['every key is known', [`job:2 config.update ${wrongConfig}`], 518],
      ['sanitize stays', ['job:2 config.update sanitize=always-fly syncDeletes=on confluence=on excludeGlob={'], 517],
      ['only one of the two is on', ['job:2 config.update syncDeletes=on excludeGlob={ excludeRegex=['], 635],
      ['the glob is whole', ['job:2 config.update syncDeletes=on excludeGlob={a} excludeRegex=['], 636],
      ['the expression is whole', [lost, armed, 'job:2 config.update excludeGlob={a} excludeRegex=[a]'], 801],
      ['the fault has struck', ['job:2 config.update excludeGlob={a} excludeRegex=[a]'], 'accepted'],
    ],
  },
  ...apart('config.update', whileActive('job:2 config.update', 661)),
  ...configured([
    ...['agent=1', 'project=1', 'destination=/A', 'transport=async'].map(
      (key): Rung => [`only create takes ${key}`, [`job:2 config.update ${key}`], 724],
    ),
    ['a value that is not in the table', ['job:2 config.update emptyFolders=yes'], 724],
    [
      'confluence on where syncDeletes is: it turns syncDeletes off',
      ['job:2 config.update syncDeletes=on', 'job:2 config.update confluence=on'],
      'accepted',
    ],
    [
      'syncDeletes on where confluence is',
      ['job:2 config.update confluence=on', 'job:2 config.update syncDeletes=on'],
      517,
    ],
    [
      'both swapped in one command',
      ['job:2 config.update confluence=on', 'job:2 config.update syncDeletes=on confluence=off'],
      'accepted',
    ],
    ['away from fly', ['job:2 config.update sanitize=fly', 'job:2 config.update sanitize=no'], 'accepted'],
    ['to always-fly', ['job:2 config.update sanitize=source', 'job:2 config.update sanitize=always-fly'], 'accepted'],
    ['a glob that is empty', ['job:2 config.update excludeGlob=""'], 635],
    ['a brace in a class', ['job:2 config.update excludeGlob=[{]'], 'accepted'],
    ['a brace that a class hides', ['job:2 config.update excludeGlob={[}]'], 635],
    ['a class that a backslash leaves open', ['job:2 config.update excludeGlob=[\\]'], 635],
    ['a class that is not opened', ['job:2 config.update excludeGlob=\\['], 'accepted'],
    ['a brace that closes nothing', ['job:2 config.update excludeGlob=}]'], 'accepted'],
    ['a glob that ends in a backslash', ['job:2 config.update excludeGlob=a\\'], 635],
    ['a glob that ends in two', ['job:2 config.update excludeGlob=a\\\\'], 'accepted'],
    ['an expression that is empty', ['job:2 config.update excludeRegex=""'], 'accepted'],
    ['an agent that is away', [gone, 'job:2 config.update emptyFolders=on'], 'accepted'],
  ]),
];

const occupied = ['domain set latest=4.0.0', 'job:3 create', 'agent upgrade'];

const deletion: readonly Ladder[] = [
  {
    command: 'delete',
    rungs: [
      ...untilItExists('job:2 delete'),
      ['the deletion failed; a command is active', [...staysAfterAll, 'job:2 sync.start', lost, 'job:2 delete'], 661],
      ['nothing is active', ['job:2 sync.stop', found, ...occupied, lost, 'job:2 delete'], 681],
      ['the scheduled upgrade has begun', ['job:3 create.stopped', 'job:2 delete'], 680],
      ['the upgrade is over', [back, 'job:2 delete'], 693],
      ['the link is stable', [found, armed, 'job:2 delete'], 801],
      ['the fault has struck', ['job:2 delete'], 'accepted'],
    ],
  },
  ...apart('delete', whileActive('job:2 delete', 661)),
  ...situations('delete', [
    ['an agent that is away, its link unstable', [lost, gone, 'job:2 delete'], 'accepted'],
    ['an agent that is DEACTIVATED', ['agent deactivate', 'job:2 delete'], 'accepted'],
  ]),
];

const review = ['job:2 sync.start', 'job:2 sync.started', 'job:2 sync.reviewRequired code=9100'];

const confirm: readonly Ladder[] = [
  {
    command: 'sync.confirm',
    rungs: [
      ...untilItExists('job:2 sync.confirm'),
      ['the deletion failed; nothing is active', [...staysAfterAll, 'job:2 sync.confirm'], 620],
      ['True-Up is paused', ['job:2 sync.start', 'job:2 sync.started', gone, lost, 'job:2 sync.confirm'], 620],
      ['True-Up awaits review', [back, ...review.slice(2), gone, 'job:2 sync.confirm'], 689],
      ['the agent is back', [back, 'job:2 sync.confirm'], 693],
      ['the link is stable', [found, armed, 'job:2 sync.confirm'], 801],
      ['the fault has struck', ['job:2 sync.confirm'], 'accepted'],
    ],
  },
  ...situations('sync.confirm', [
    [
      'an upgrade is scheduled, which cannot begin before the review is over',
      ['domain set latest=4.0.0', ...review, 'agent upgrade', lost, gone, 'job:2 sync.confirm'],
      681,
    ],
    ['it was confirmed', [...review, 'job:2 sync.confirm', 'job:2 sync.confirm'], 620],
    ['it was stopped', [...review, 'job:2 sync.stop', 'job:2 sync.confirm'], 620],
  ]),
];

const planned = 'job:2 schedule.create start=+1h frequency=daily';
const begins = [planned, 'wait 1h'];
const wrongPlan = 'job:2 schedule.create start=-1h frequency=hourly times=0 sanitize=no';

const scheduleCreate: readonly Ladder[] = [
  {
    command: 'schedule.create',
    rungs: [
      ...untilItExists(wrongPlan, 'job:2 create sanitize=always-fly'),
      ['the deletion failed; there is a schedule', [...staysAfterAll, planned, wrongPlan], 511],
      ['the schedule runs', ['wait 1h', wrongPlan], 511],
      ['it is paused', ['job:2 migrateData.started', gone, wrongPlan], 511],
      ['it is stopping', [`${back} scheduler=off`, 'job:2 scan.started', 'job:2 schedule.stop', wrongPlan], 511],
      ['it has stopped', ['job:2 scan.stopped', lost, wrongPlan], 516],
      ['the scheduler is on', [gone, back, wrongPlan], 514],
      ['the frequency is one of four', ['job:2 schedule.create frequency=monthly times=21 sanitize=fly'], 513],
      ['the times are from 1 to 20', ['job:2 schedule.create frequency=weekly times=20 sanitize=fly'], 515],
      ['the start is in the future', ['job:2 schedule.create start=+1 frequency=once times=20 sanitize=source'], 519],
      ['sanitize does not differ', [armed, `${planned} sanitize=always-fly`], 801],
      ['the fault has struck', [`${planned} sanitize=always-fly`], 'accepted'],
    ],
  },
  ...situations('schedule.create', [
    ['no frequency', ['job:2 schedule.create start=+1h'], 514],
    ['once, checked for its times all the same', ['job:2 schedule.create start=+1h frequency=once times=0'], 513],
    ['times not in plain digits', ['job:2 schedule.create start=+1h frequency=daily times=1.0'], 513],
    ['no start', ['job:2 schedule.create frequency=daily'], 515],
    ['a start without its sign', ['job:2 schedule.create start=1h frequency=daily'], 515],
    ['a start that is now', ['job:2 schedule.create start=+0d frequency=daily'], 515],
    ['sanitize that differs, but is not locked', [`${planned} sanitize=fly`], 'accepted'],
    ['sanitize that is not given, but is locked', ['job:2 config.update sanitize=always-fly', planned], 'accepted'],
    ['an agent that is away', [gone, planned], 'accepted'],
    ['a command that is active', ['job:2 sync.start', planned], 'accepted'],
    ['a schedule that was refused', [...begins.slice(0, 1), gone, 'wait 1h', planned], 'accepted'],
  ]),
];

const stop = 'job:2 schedule.stop';
const byMigrateData = [...begins, 'job:2 migrateData.started', 'job:2 scan.started'];
const bySync = ['job:2 copy.start', 'job:2 copy.started', 'job:2 copy.succeeded', ...begins, 'job:2 sync.started'];

const scheduleStop: readonly Ladder[] = [
  {
    command: 'schedule.stop',
    rungs: [
      ...untilItExists(stop),
      ['the deletion failed; there is no schedule', [...staysAfterAll, stop], 620],
      ['it has begun, and Migrate Data runs', [...byMigrateData, lost, stop], 693],
      ['the link is stable', [found, armed, stop], 801],
      ['the fault has struck', [stop], 'accepted'],
    ],
  },
  ...situations('schedule.stop', [
    ['it waits for its time, and the link is unstable', [planned, lost, stop], 'accepted'],
    ['True-Up runs, and the link is unstable', [...bySync, lost, stop], 693],
    ['True-Up runs', [...bySync, stop], 'accepted'],
    ['True-Up is suspended, and the link is unstable', [...bySync, 'job:2 sync.suspended', lost, stop], 'accepted'],
    ['True-Up is paused, and the link is unstable', [...bySync, lost, gone, stop], 'accepted'],
    ['True-Up is stopping', [...bySync, stop, stop], 620],
    ['True-Up is stopping by its own word', [...bySync, 'job:2 sync.stop', stop], 620],
    ['Migrate Data is queued, and the link is unstable', [...begins, lost, stop], 'accepted'],
    ['Migrate Data is paused, and the link is unstable', [...byMigrateData, lost, gone, stop], 'accepted'],
    ['Migrate Data is stopping', [...byMigrateData, stop, stop], 620],
    ['Migrate Data is stopping, the agent away', [...byMigrateData, 'job:2 migrateData.stop', gone, stop], 620],
    ['it was refused', [planned, gone, 'wait 1h', stop], 620],
    ['it was stopped', [planned, stop, stop], 620],
  ]),
];

const ladders = [...create, ...configUpdate, ...deletion, ...confirm, ...scheduleCreate, ...scheduleStop];
const others = Object.keys(egnyte.entities.job.rules).filter((command) =>
  words.every(({ word }) => command !== `${word}.start` && command !== `${word}.stop`),
);

climb(ladders);
expectEveryRule('job', others, ladders);

/** At agent 2, which reconnects with a job to create, so that its next upgrade has to wait. */
function scheduled(): readonly string[] {
  return [
    'agent:2 register version=3.20.0',
    'agent:2 link.stable',
    'job:3 create agent=2',
    'agent:2 upgrade',
    'agent:2 link.unstable',
    'agent:2 disconnect',
  ];
}

/** The upgrade begins and fails; the agent is offline. */
function begun(): readonly string[] {
  return [
    'job:3 create.stopped',
    'agent:2 register version=3.20.0',
    'agent:2 register version=3.20.0',
    'agent:2 disconnect',
  ];
}
