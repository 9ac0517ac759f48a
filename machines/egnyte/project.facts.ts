import { type EntityView, type Fact, flag, type Question, says } from '../../src/define/index.ts';
import { isThere, statusOfAgent, upgradeOfAgent, upgradeStatuses } from './agent.facts.ts';
import { projectCreate } from './params.ts';
import { isForbidden } from './policy.ts';

/** A project's data outside its chart. */
export type ProjectData = { agent: string; name: string | null; destination: string | null };

export const freshProject = (): ProjectData => ({ agent: projectCreate.agent.default, name: null, destination: null });
export const projectData = (project: EntityView): ProjectData => project.data as ProjectData;

/** A project names its agent by id: whichever agent is registered under it. */
const agentOfProject = ({ world, self }: Question): EntityView | undefined =>
  world.find('agent', projectData(self).agent);

const jobsOf = ({ world, self }: Question): EntityView[] =>
  world.all('job').filter((job) => job.data.project === self.id);

/** What a project's gates read outside its phases (egnyte 5, 11). */
export const projectFacts = {
  agent: {
    values: ['ACTIVE', 'INACTIVE', 'DEACTIVATED', null],
    usual: 'ACTIVE',
    shown: 'beside',
    of: (question) => statusOfAgent(agentOfProject(question)),
    changedBy: ['agent register version=3.20.0', 'agent disconnect'],
    says: {
      ACTIVE: 'the agent is ACTIVE',
      INACTIVE: 'the agent is INACTIVE',
      DEACTIVATED: 'the agent is DEACTIVATED',
      null: 'the agent is gone',
      'not ACTIVE': 'the agent is gone or not ACTIVE',
    },
  },
  agentUpgrade: {
    values: upgradeStatuses,
    usual: null,
    of: (question) => upgradeOfAgent(agentOfProject(question)),
    changedBy: ['domain set latest=4.0.0', 'agent upgrade'],
    says: {
      RUNNING: "the agent's upgrade is running",
      SCHEDULED: "the agent's upgrade is scheduled",
      null: 'the agent is not being upgraded',
    },
  },
  linkUnstable: {
    ...flag,
    of: (question) => agentOfProject(question)?.state('link') === 'unstable',
    changedBy: ['agent link.unstable'],
    says: says("the agent's link is unstable", "the agent's link is stable"),
  },
  deleting: {
    ...flag,
    of: ({ self }) => self.state('deletion') === 'underWay',
    says: says('its deletion is under way', 'it is not being deleted'),
  },
  recommendation: {
    values: [null, 'empty', 'current', 'outdated'],
    usual: null,
    of: ({ self }) => (self.state('recommendation') === 'null' ? null : self.state('recommendation')),
    changedBy: ['domain features.changed'],
    says: { null: 'there is no recommendation' },
  },
  sanitize: {
    values: [null, 'no', 'source', 'fly'],
    usual: null,
    of: ({ self }) => (self.state('sanitize') === 'null' ? null : self.state('sanitize')),
    says: { null: 'its sanitize setting is unset' },
  },
  anyJob: {
    ...flag,
    of: (question) => jobsOf(question).some((job) => job.is('exists') || job.is('being created')),
    changedBy: ['job create project=1'],
    says: says('one of its jobs exists or is being created', 'none of its jobs exists or is being created'),
  },
  anyJobActive: {
    ...flag,
    of: (question) => jobsOf(question).some((job) => job.is('active')),
    changedBy: ['job create project=1', 'job create.started', 'job create.succeeded'],
    says: says('one of its jobs has an active command', 'none of its jobs has an active command'),
  },
  nameTaken: {
    ...flag,
    usesParams: true,
    of: ({ world, self, params }) =>
      world.all('project').some((other) => {
        if (other === self || params.name === undefined) return false;
        return other.is('known') && projectData(other).name === params.name;
      }),
    changedBy: ['project:2 create name=N'],
    says: says('another project has that name', 'no other project has that name'),
  },
  newAgentKnown: {
    values: [false, true],
    usual: true,
    usesParams: true,
    of: ({ world, params }) => isThere(world.find('agent', params.agent ?? projectCreate.agent.default)),
    changedBy: ['agent register version=3.20.0'],
    says: says('the agent that it names is known', 'the agent that it names is unknown'),
  },
  newDestinationForbidden: {
    ...flag,
    usesParams: true,
    of: ({ world, params }) => isForbidden(world, params.destination ?? null),
    changedBy: ['domain destination.forbidden path=/D'],
    says: says('the destination may not be written', 'the destination may be written'),
  },
  config: {
    values: ['wrong', 'fit'],
    usual: 'fit',
    usesParams: true,
    paramsOnly: true,
    of: ({ params }) => {
      const keys = Object.keys(params);
      const fits = keys.length > 0 && keys.every((key) => key === 'sanitize' && isSanitize(params[key]));
      return fits ? 'fit' : 'wrong';
    },
    changedBy: ['project config.update'],
    says: { wrong: 'no key is given, or a key or value is unknown', fit: 'key and value are known' },
  },
} as const satisfies { readonly [fact: string]: Fact };

const isSanitize = (value: string | undefined): boolean => value === 'no' || value === 'source' || value === 'fly';
