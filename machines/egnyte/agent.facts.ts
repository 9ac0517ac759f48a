import { type EntityView, type Fact, flag, says, type WorldView } from '../../src/define/index.ts';
import { policyOf } from './policy.ts';
import { isOlder, isSemver } from './semver.ts';

/** An agent's data outside its chart. */
export type AgentData = { version: string | null };

export const freshAgent = (): AgentData => ({ version: null });
export const agentData = (agent: EntityView): AgentData => agent.data as AgentData;

/** An agent exists from its first registration until it is deleted. */
export const isThere = (agent: EntityView | undefined): agent is EntityView => agent?.is('known') === true;

/** The status of an agent that something depends on; null if the agent does not exist. */
export const statusOfAgent = (agent: EntityView | undefined): string | null =>
  isThere(agent) ? agent.state('AGENT') : null;

export const upgradeStatuses = ['RUNNING', 'SCHEDULED', null] as const;

export function upgradeOfAgent(agent: EntityView | undefined): string | null {
  if (!isThere(agent)) return null;
  const status = agent.state('AGENT_UPGRADE');
  return status === 'RUNNING' || status === 'SCHEDULED' ? status : null;
}

export const jobsOf = (world: WorldView, agent: EntityView): EntityView[] =>
  world.all('job').filter((job) => job.data.agent === agent.id);

export const projectsOf = (world: WorldView, agent: EntityView): EntityView[] =>
  world.all('project').filter((project) => project.data.agent === agent.id);

/** A version is up to date if it is not older than the policy `latest`, or if that is not set (egnyte 3). */
const isUpToDate = (world: WorldView, version: string | null): boolean => {
  const { latest } = policyOf(world);
  return latest === null || (version !== null && !isOlder(version, latest));
};

/** What an agent's gates read outside its phases (egnyte 3, 11). */
export const agentFacts = {
  linkUnstable: {
    ...flag,
    of: ({ self }) => self.state('link') === 'unstable',
    changedBy: ['agent link.unstable'],
    says: says('its link is unstable', 'its link is stable'),
  },
  upToDate: {
    ...flag,
    of: ({ world, self }) => isUpToDate(world, agentData(self).version),
    changedBy: ['domain set latest=4.0.0'],
    says: says('its version is up to date', 'its version is older than the latest'),
  },
  scanSourceSupported: {
    values: [false, true],
    usual: true,
    of: ({ self }) => {
      const { version } = agentData(self);
      return version === null || !isOlder(version, '2.0.0');
    },
    changedBy: ['agent register version=1.5.0'],
    says: says('its version can scan the source', 'its version is below 2.0.0'),
  },
  anyJobExists: {
    ...flag,
    of: ({ world, self }) => jobsOf(world, self).some((job) => job.is('exists')),
    changedBy: ['job create', 'job create.started', 'job create.succeeded', 'job scan.skipped'],
    says: says('one of its jobs exists', 'none of its jobs exists'),
  },
  anyJobOccupied: {
    ...flag,
    of: ({ world, self }) => jobsOf(world, self).some((job) => job.is('occupied')),
    changedBy: ['job create', 'job create.stopped', 'job scan.start', 'job scan.stop', 'job delete'],
    says: says(
      'one of its jobs is being created, being deleted, or has an active command',
      'none of its jobs is occupied',
    ),
  },
  versionGiven: {
    values: ['missing', 'unreadable', 'readable'],
    usual: 'readable',
    usesParams: true,
    paramsOnly: true,
    of: ({ params: { version } }) =>
      version === undefined ? 'missing' : isSemver(version) ? 'readable' : 'unreadable',
    changedBy: ['agent register', 'agent register version=three'],
    says: {
      missing: 'no version is given',
      unreadable: 'the version is not SemVer',
      readable: 'the version is SemVer',
    },
  },
  versionBelowMinimum: {
    ...flag,
    usesParams: true,
    of: ({ world, params: { version } }) =>
      version !== undefined && isSemver(version) && isOlder(version, policyOf(world).minVersion),
    changedBy: ['agent register version=0.9.0', 'domain set minVersion=4.0.0'],
    says: says('the version is below the minimum', 'the version is not below the minimum'),
  },
  newVersionUpToDate: {
    values: [false, true],
    usual: true,
    usesParams: true,
    of: ({ world, params }) => isUpToDate(world, params.version ?? null),
    changedBy: ['agent register version=4.0.0', 'domain set latest=4.0.0'],
    says: says(
      'the version that it comes with is up to date',
      'the version that it comes with is older than the latest',
    ),
  },
} as const satisfies { readonly [fact: string]: Fact };
