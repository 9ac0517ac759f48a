import type { System } from '../../src/define/index.ts';
import { defineSystem } from '../../src/define/unchecked.ts';
import { freshAgent, jobsOf, projectsOf } from './agent.facts.ts';
import { agent } from './agent.ts';
import { codes } from './codes.ts';
import { domain } from './domain.ts';
import { effects } from './effects.ts';
import { freshJob, jobData } from './job.facts.ts';
import { job } from './job.ts';
import { freshDomain, policyOf } from './policy.ts';
import { freshProject } from './project.facts.ts';
import { project } from './project.ts';

/** Written out, so that the declarations refer to each entity instead of repeating it. */
type Entities = {
  readonly agent: typeof agent;
  readonly job: typeof job;
  readonly project: typeof project;
  readonly domain: typeof domain;
};

/** The Egnyte Migration App: its entities, and how a change in one reaches another. */
export const egnyte: System<Entities> = defineSystem({
  name: 'egnyte',
  title: 'Egnyte Migration App',
  marks: {
    S: "stated in the vendor's table",
    D: 'documented elsewhere by the vendor',
    I: 'inferred: our reading, chosen so that every code can occur and no two rules overlap',
  },
  codes,
  entities: { agent, job, project, domain },
  unknownEvent: 620,
  ready: [
    'agent register version=3.20.0',
    'job create',
    'job create.started',
    'job create.succeeded',
    'job scan.started',
    'job scan.succeeded',
  ],
  effects,
  data: { agent: freshAgent, job: freshJob, project: freshProject, domain: freshDomain },
  delays: {
    scheduleStart: ({ world, self }) => (jobData(self).schedule?.next ?? world.now) - world.now,
  },
  links: [
    {
      from: 'agent',
      signals: ['left AGENT.ACTIVE', 'entered AGENT.ACTIVE'],
      to: (world, from) => [...jobsOf(world, from), ...projectsOf(world, from)],
    },
    { from: 'domain', signals: ['entered features.changed'], to: (world) => world.all('project') },
  ],

  /** An armed fault strikes the next command that passes all its gates, and is used up. */
  fault(world) {
    const domainNow = policyOf(world);
    const { fault } = domainNow;
    domainNow.fault = null;
    return fault ?? undefined;
  },

  /** A scheduled upgrade begins at the end of the step that made the agent ACTIVE with nothing occupied. */
  settle(world, touched) {
    const waiting = touched.kind === 'job' ? world.find('agent', jobData(touched).agent) : touched;
    if (waiting?.kind !== 'agent' || waiting.state('AGENT_UPGRADE') !== 'SCHEDULED') return;
    world.tell(waiting, 'upgrade.begin', {});
  },

  faults: [...new Set(codes.filter(({ kind }) => kind === 'environment-fault').map(({ code }) => code))].map(
    (code) => ({
      code,
      arm: `domain fault code=${code}`,
      mark: 'I',
    }),
  ),
  /** A scheduled upgrade waits for a job. */
  searchHints: ['domain set latest=4.0.0\njob:2 create\nagent upgrade'],
});
