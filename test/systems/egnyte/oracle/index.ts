import { Oracle, standing } from '../../../oracle/oracle.ts';
import { agentStep, startScheduledUpgrades } from './agent.ts';
import { domainStep } from './domain.ts';
import { jobStep } from './job.ts';
import { projectStep } from './project.ts';
import { startSchedule } from './schedule.ts';
import { World } from './world.ts';

export function egnyteOracle(): Oracle {
  const world = new World();
  world.startSchedule = (job) => startSchedule(world, job);
  world.startScheduledUpgrades = () => startScheduledUpgrades(world);
  return new Oracle({
    world,
    unknown: 620,
    kinds: {
      job: {
        step: (id, type, params) => jobStep(world, id, type, params),
        phases: (id) => standing(world.jobs.get(id), ...jobPhases),
      },
      agent: {
        step: (id, type, params) => agentStep(world, id, type, params),
        phases: (id) => standing(world.agents.get(id), ...agentPhases),
      },
      project: {
        step: (id, type, params) => projectStep(world, id, type, params),
        phases: (id) => standing(world.projects.get(id), ...projectPhases),
      },
      domain: {
        step: (_, type, params) => domainStep(world, type, params),
        phases: () => ({}),
      },
    },
  });
}

const jobPhases = [
  'CREATE_MIGRATION',
  'META_MIGRATE_DATA',
  'SCAN',
  'SANITIZE',
  'MIGRATE_DATA',
  'DATA_UPLOAD',
  'ASYNC_COPY',
  'CREATE_EMPTY_FOLDERS',
  'DATA_SYNC',
  'MIGRATE_PERMISSIONS',
  'SIMULATE_PERMISSIONS',
  'FINALIZE_MIGRATION',
  'SCHEDULE_JOB',
];

const agentPhases = ['AGENT', 'AGENT_UPGRADE', 'AGENT_RETIRE', 'SCAN_SOURCE', 'SPEED_TEST'];

const projectPhases = ['CREATE_PROJECT', 'SIMULATE_SCAN', 'VALIDATE_PROJECT', 'DELETE_PROJECT'];
