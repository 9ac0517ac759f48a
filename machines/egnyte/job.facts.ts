import {
  type EntityView,
  type EventSpec,
  type Fact,
  fits,
  flag,
  paramsFit,
  type Question,
  says,
} from '../../src/define/index.ts';
import { isThere, statusOfAgent, upgradeOfAgent, upgradeStatuses } from './agent.facts.ts';
import { jobCreate, jobProperties, scheduleCreate } from './params.ts';
import { isGlob, isRegularExpression } from './patterns.ts';
import { isForbidden, policyOf, samePath } from './policy.ts';
import { startsIn } from './schedule.ts';
import { works } from './work.ts';

/** A job's data outside its chart. */
export type JobData = {
  agent: string;
  project: string | null;
  destination: string | null;
  /** The order of its latest accepted `create` among all jobs. */
  created: number;
  /** Counted by the last successful scan. */
  files: number;
  bytes: number;
  /** When that scan ended. */
  scannedAt: number;
  /** How many hours a scan stays recent enough to be skipped. */
  skipScanPeriod: number;
  schedule: { first: number; next: number; period: number; left: number } | null;
};

export const freshJob = (): JobData => ({
  agent: jobCreate.agent.default,
  project: null,
  destination: null,
  created: 0,
  files: 0,
  bytes: 0,
  scannedAt: 0,
  skipScanPeriod: Number(jobCreate.skipScanPeriod.default),
  schedule: null,
});

export const jobData = (job: EntityView): JobData => job.data as JobData;

/** The agent that the job names, deleted or not; undefined if there never was one. */
export const agentOfJob = ({ world, self }: Question): EntityView | undefined =>
  world.find('agent', jobData(self).agent);

/** The agent and the project that a `create` names. */
const newAgent = ({ world, params }: Question): EntityView | undefined =>
  world.find('agent', params.agent ?? jobCreate.agent.default);

function newProject({ world, params }: Question): 'none' | 'unknown' | 'deleting' | 'known' {
  if (params.project === undefined) return 'none';
  const project = world.find('project', params.project);
  if (!project?.is('known')) return 'unknown';
  return project.is('deleting') ? 'deleting' : 'known';
}

/** Another existing job was created earlier with the same destination (egnyte 2.4). */
function destinationTaken({ world, self }: Question): boolean {
  const { destination, created } = jobData(self);
  if (destination === null) return false;
  return world.all('job').some((other) => {
    const taken = jobData(other);
    if (other === self || taken.destination === null || taken.created >= created) return false;
    return other.is('exists') && samePath(taken.destination, destination);
  });
}

function activeJobsAtLimit({ world, self }: Question): boolean {
  const limit = policyOf(world).maxActiveJobs;
  let active = 0;
  if (active >= limit) return true;
  for (const other of world.all('job')) {
    if (other === self || !other.is('active')) continue;
    active += 1;
    if (active >= limit) return true;
  }
  return false;
}

/** Whether the given keys and values are those of the table (egnyte 2.1). */
function config({ params }: Question, specs: NonNullable<EventSpec['params']>): 'none' | 'wrong' | 'fit' {
  if (Object.keys(params).length === 0) return 'none';
  return paramsFit({ params: specs }, params) ? 'fit' : 'wrong';
}

/** The last successful scan ended within the skip period; 0 hours never match (egnyte 2.6). */
function scanRecent({ world, self }: Question): boolean {
  const { scannedAt, skipScanPeriod } = jobData(self);
  return skipScanPeriod > 0 && world.now - scannedAt <= skipScanPeriod * 3600;
}

const times = ({ params: { times = scheduleCreate.times.default } }: Question): boolean =>
  fits({ whole: { min: 1, max: 20 } }, times);

/** What a job's gates read outside its phases (egnyte 2.3, 11). */
export const jobFacts = {
  agent: {
    values: ['ACTIVE', 'INACTIVE', 'DEACTIVATED', null],
    usual: 'ACTIVE',
    shown: 'beside',
    of: (question) => statusOfAgent(agentOfJob(question)),
    changedBy: ['agent deactivate', 'agent delete', 'agent register version=3.20.0', 'agent disconnect'],
    says: {
      ACTIVE: 'the agent is ACTIVE',
      INACTIVE: 'the agent is INACTIVE',
      DEACTIVATED: 'the agent is DEACTIVATED',
      null: 'the agent is unknown',
      'not ACTIVE': 'the agent is not ACTIVE',
    },
  },
  active: {
    values: [...works.map(({ word }) => word), null],
    usual: null,
    of: ({ self }) => works.find(({ word }) => self.is(`${word} active`))?.word ?? null,
    says: { null: 'no command is active' },
  },
  awaitingReview: {
    ...flag,
    of: ({ self }) => self.state('review') === 'awaiting',
    says: says('True-Up awaits review', 'True-Up does not await review'),
  },
  agentUpgrade: {
    values: upgradeStatuses,
    usual: null,
    of: (question) => upgradeOfAgent(agentOfJob(question)),
    changedBy: ['domain set latest=4.0.0', 'agent upgrade'],
    says: {
      RUNNING: "the agent's upgrade is running",
      SCHEDULED: "the agent's upgrade is scheduled",
      null: 'no upgrade',
    },
  },
  linkUnstable: {
    ...flag,
    of: (question) => agentOfJob(question)?.state('link') === 'unstable',
    changedBy: ['agent link.unstable'],
    says: says("the agent's link is unstable", "the agent's link is stable"),
  },
  destinationTaken: {
    ...flag,
    shown: false,
    of: destinationTaken,
    changedBy: [
      'job:2 create destination=/Shared/A',
      'job:2 create.started',
      'job:2 create.succeeded',
      'job create destination=/Shared/A',
    ],
    says: says('an earlier job has the same destination', 'no earlier job has the same destination'),
  },
  destinationConflict: {
    ...flag,
    of: (question) => question.self.state('confluence') === 'off' && destinationTaken(question),
    changedBy: [
      'job:2 create destination=/Shared/A',
      'job:2 create.started',
      'job:2 create.succeeded',
      'job create destination=/Shared/A',
    ],
    says: says('the destination conflicts', 'the destination does not conflict'),
  },
  destinationForbidden: {
    ...flag,
    of: ({ world, self }) => isForbidden(world, jobData(self).destination),
    changedBy: ['job create destination=/Shared/A', 'domain destination.forbidden path=/Shared'],
    says: says('the destination may not be written', 'the destination may be written'),
  },
  filesOverLimit: {
    ...flag,
    of: ({ world, self }) => jobData(self).files > policyOf(world).maxFiles,
    changedBy: [
      'job scan.succeeded files=8000001',
      'job scan.succeeded files=8000001 bytes=5000000000001',
      'job scan.succeeded files=2',
      'domain set maxFiles=1',
    ],
    says: says('the last scan counted more files than the limit', 'the files are within the limit'),
  },
  bytesOverLimit: {
    ...flag,
    of: ({ world, self }) => jobData(self).bytes > policyOf(world).maxBytes,
    changedBy: ['job scan.succeeded bytes=5000000000001', 'job scan.succeeded bytes=2', 'domain set maxBytes=1'],
    says: says('the last scan counted more bytes than the limit', 'the bytes are within the limit'),
  },
  scanRecent: {
    values: [false, true],
    usual: true,
    shown: false,
    of: scanRecent,
    changedBy: ['job scan.succeeded', 'job config.update skipScanPeriod=0', 'wait 9h'],
    says: says(
      'the last scan that succeeded is recent enough to be skipped',
      'the last scan that succeeded is too old to be skipped',
    ),
  },
  activeJobsAtLimit: {
    ...flag,
    of: activeJobsAtLimit,
    changedBy: ['domain set maxActiveJobs=0'],
    says: says('as many other jobs as the limit have an active command', 'fewer other jobs than the limit are active'),
  },
  schedulerEnabled: {
    values: [false, true],
    usual: true,
    of: (question) => agentOfJob(question)?.state('scheduler') !== 'off',
    changedBy: ['agent register version=3.20.0 scheduler=off'],
    says: says('the agent registered with its scheduler on', 'the agent registered with scheduler=off'),
  },
  sanitizeLocked: {
    ...flag,
    of: ({ self }) => self.state('sanitize') === 'always-fly',
    changedBy: ['job create sanitize=always-fly', 'job config.update sanitize=always-fly'],
    says: says('sanitize is locked to always-fly', 'sanitize is not locked'),
  },
  runsLeft: {
    ...flag,
    shown: false,
    of: ({ self }) => (jobData(self).schedule?.left ?? 0) > 0,
    changedBy: ['job schedule.create start=+1h frequency=daily times=2'],
    says: says('the schedule has runs left', 'the schedule has no runs left'),
  },
  newAgentKnown: {
    values: [false, true],
    usual: true,
    usesParams: true,
    of: (question) => isThere(newAgent(question)),
    changedBy: ['agent register version=3.20.0'],
    says: says('the agent that it names is known', 'the agent that it names is unknown'),
  },
  newAgentActive: {
    values: [false, true],
    usual: true,
    usesParams: true,
    of: (question) => statusOfAgent(newAgent(question)) === 'ACTIVE',
    changedBy: ['agent register version=3.20.0', 'agent disconnect'],
    says: says('the agent that it names is ACTIVE', 'the agent that it names is not ACTIVE'),
  },
  newAgentUpgrade: {
    values: upgradeStatuses,
    usual: null,
    usesParams: true,
    of: (question) => upgradeOfAgent(newAgent(question)),
    changedBy: ['domain set latest=4.0.0', 'agent upgrade'],
    says: {
      RUNNING: 'the upgrade of the agent that it names is running',
      SCHEDULED: 'the upgrade of the agent that it names is scheduled',
      null: 'the agent that it names is not being upgraded',
    },
  },
  newLinkUnstable: {
    ...flag,
    usesParams: true,
    of: (question) => newAgent(question)?.state('link') === 'unstable',
    changedBy: ['agent link.unstable'],
    says: says('the link of the agent that it names is unstable', 'the link of the agent that it names is stable'),
  },
  newProject: {
    values: ['none', 'unknown', 'deleting', 'known'],
    usual: 'none',
    usesParams: true,
    of: newProject,
    changedBy: ['project create name=N agent=1 destination=/D', 'job create project=1', 'project delete'],
    says: {
      none: 'it names no project',
      unknown: 'the project that it names is unknown',
      deleting: 'the project that it names is being deleted',
      known: 'the project that it names is known',
    },
  },
  newConfig: {
    values: ['none', 'wrong', 'fit'],
    usual: 'fit',
    usesParams: true,
    paramsOnly: true,
    of: (question) => config(question, jobCreate),
    changedBy: ['job create sanitize=none'],
    says: {
      none: 'no property is given',
      wrong: 'a key is unknown, or a value is not in the table',
      fit: 'every key and value is in the table',
    },
  },
  config: {
    values: ['none', 'wrong', 'fit'],
    usual: 'fit',
    usesParams: true,
    paramsOnly: true,
    of: (question) => config(question, jobProperties),
    changedBy: ['job config.update', 'job config.update colour=red'],
    says: {
      none: 'no key is given',
      wrong: 'a key is unknown or accepted only by create, or a value is not in the table',
      fit: 'every key and value is in the table',
    },
  },
  globFits: {
    values: [false, true],
    usual: true,
    usesParams: true,
    paramsOnly: true,
    of: ({ params }) => params.excludeGlob === undefined || isGlob(params.excludeGlob),
    changedBy: ['job config.update excludeGlob=['],
    says: says('excludeGlob is a glob', 'excludeGlob is empty, leaves a [ or { open, or ends in a single backslash'),
  },
  regexFits: {
    values: [false, true],
    usual: true,
    usesParams: true,
    paramsOnly: true,
    of: ({ params }) => params.excludeRegex === undefined || isRegularExpression(params.excludeRegex),
    changedBy: ['job config.update excludeRegex=('],
    says: says('excludeRegex is a regular expression', 'excludeRegex is not a regular expression'),
  },
  timesFit: {
    values: [false, true],
    usual: true,
    usesParams: true,
    paramsOnly: true,
    of: times,
    changedBy: ['job schedule.create start=+1h frequency=daily times=0'],
    says: says('times is from 1 to 20', 'times is not a whole number from 1 to 20'),
  },
  startsLater: {
    values: [false, true],
    usual: true,
    usesParams: true,
    paramsOnly: true,
    of: ({ params }) => (startsIn(params.start) ?? 0) > 0,
    changedBy: ['job schedule.create start=+0 frequency=once'],
    says: says('the start is in the future', 'the start is missing, unreadable or not in the future'),
  },
} as const satisfies { readonly [fact: string]: Fact };
