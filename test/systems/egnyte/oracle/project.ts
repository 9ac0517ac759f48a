import type { Answer, Params } from '../../../oracle/types.ts';
import { applied, ignored, param, rejected } from '../../../oracle/types.ts';
import { activeWord, beingCreated, exists } from './jobstate.ts';
import { isForbidden } from './text.ts';
import { reason } from './words.ts';
import type { Project, World } from './world.ts';
import { fiveMinutes } from './world.ts';

/** A project (egnyte 5). */

function isCommand(type: string): boolean {
  if (type === 'create' || type === 'simulateScan.start' || type === 'splitJobs') return true;
  return type === 'validate.start' || type === 'validate.stop' || type === 'config.update' || type === 'delete';
}

function isReport(type: string): boolean {
  if (type === 'simulateScan.succeeded' || type === 'simulateScan.failed') return true;
  if (type === 'validate.succeeded' || type === 'validate.failed' || type === 'validate.stopped') return true;
  return type === 'delete.succeeded' || type === 'delete.failed';
}

export function projectStep(world: World, id: string, type: string, params: Params): Answer {
  const project = world.project(id);
  if (isReport(type)) return project === null ? ignored : report(world, project, type, params);
  if (!isCommand(type)) return rejected(620);
  if (project?.deleting) return rejected(661);
  if (type === 'create') {
    return world.command(createGate(world, project, params), () => create(world, id, params));
  }
  if (project === null) return rejected(800);
  if (type === 'simulateScan.start') {
    return world.command(simulateGate(world, project), () => runProjectPhase(world, project, 'SIMULATE_SCAN'));
  }
  if (type === 'splitJobs') return world.command(splitGate(world, project), () => undefined);
  if (type === 'validate.start') {
    return world.command(validateGate(world, project), () => runProjectPhase(world, project, 'VALIDATE_PROJECT'));
  }
  if (type === 'validate.stop') {
    return world.command(validateStopGate(world, project), () => {
      world.set(project, 'VALIDATE_PROJECT', world.is(project, 'VALIDATE_PROJECT', 'PAUSED') ? 'STOPPED' : 'STOPPING');
    });
  }
  if (type === 'config.update') {
    return world.command(configGate(world, id, project, params), () => {
      project.sanitize = param(params, 'sanitize') ?? project.sanitize;
    });
  }
  return world.command(deleteGate(world, id, project), () => {
    project.deleting = true;
  });
}

/** SIMULATE_SCAN or VALIDATE_PROJECT starts or continues, with five minutes from now. */
export function runProjectPhase(world: World, project: Project, phase: string): void {
  world.set(project, phase, 'RUNNING');
  const error = phase === 'SIMULATE_SCAN' ? 720 : 725;
  world.arm(project, phase, world.now + fiveMinutes, () => world.set(project, phase, 'FAILED', error));
}

function createGate(world: World, project: Project | null, params: Params): number | null {
  if (project !== null) return 642;
  const name = param(params, 'name');
  for (const other of world.projects.values()) {
    // open: projects without a name do not share one
    if (other.there && name !== undefined && other.name === name) return 642;
  }
  if (world.agent(param(params, 'agent') ?? '1') === null) return 502;
  if (isForbidden(world, param(params, 'destination') ?? null)) return 722;
  return null;
}

function create(world: World, id: string, params: Params): void {
  const project: Project = {
    entity: `project:${id}`,
    phases: new Map(),
    there: true,
    deleting: false,
    name: param(params, 'name') ?? null,
    agent: param(params, 'agent') ?? '1',
    sanitize: null,
    emptyRecommendation: true,
    outdated: false,
  };
  world.projects.set(id, project);
  world.set(project, 'CREATE_PROJECT', 'SUCCEEDED');
}

function simulateGate(world: World, project: Project): number | null {
  if (world.is(project, 'SIMULATE_SCAN', 'RUNNING', 'PAUSED')) return 650;
  const upgrade = world.upgradeGate(project.agent);
  if (upgrade !== null) return upgrade;
  if (!world.agentActive(project.agent)) return 721;
  if (world.linkUnstable(project.agent)) return 693;
  return null;
}

function splitGate(world: World, project: Project): number | null {
  if (world.is(project, 'SIMULATE_SCAN', 'RUNNING', 'PAUSED')) return 650;
  if (!world.is(project, 'SIMULATE_SCAN', 'SUCCEEDED') || project.emptyRecommendation) return 723;
  if (project.outdated) return 729;
  return null;
}

function validateGate(world: World, project: Project): number | null {
  if (world.is(project, 'VALIDATE_PROJECT', 'RUNNING', 'PAUSED', 'STOPPING')) return 661;
  const upgrade = world.upgradeGate(project.agent);
  if (upgrade !== null) return upgrade;
  if (!world.agentActive(project.agent)) return 726;
  if (project.sanitize === null) return 728;
  if (world.linkUnstable(project.agent)) return 693;
  return null;
}

function validateStopGate(world: World, project: Project): number | null {
  if (!world.is(project, 'VALIDATE_PROJECT', 'RUNNING', 'PAUSED')) return 620;
  if (world.is(project, 'VALIDATE_PROJECT', 'RUNNING') && world.linkUnstable(project.agent)) return 693;
  return null;
}

function configGate(world: World, id: string, project: Project, params: Params): number | null {
  for (const job of world.jobs.values()) {
    if (job.project === id && activeWord(world, job) !== null) return 730;
  }
  const keys = Object.keys(params);
  if (keys.length === 0) return 724;
  for (const key of keys) {
    const value = param(params, key);
    if (key !== 'sanitize' || (value !== 'no' && value !== 'source' && value !== 'fly')) return 724;
  }
  if (project.sanitize === 'fly' && param(params, 'sanitize') !== 'fly') return 727;
  return null;
}

function deleteGate(world: World, id: string, project: Project): number | null {
  for (const job of world.jobs.values()) {
    if (job.project === id && (exists(world, job) || beingCreated(world, job))) return 699;
  }
  if (world.is(project, 'SIMULATE_SCAN', 'RUNNING', 'PAUSED')) return 661;
  if (world.is(project, 'VALIDATE_PROJECT', 'RUNNING', 'PAUSED', 'STOPPING')) return 661;
  return null;
}

function report(world: World, project: Project, type: string, params: Params): Answer {
  if (type === 'delete.succeeded' || type === 'delete.failed') {
    if (!project.deleting) return ignored;
    project.deleting = false;
    if (type === 'delete.succeeded') project.there = false;
    world.set(project, 'DELETE_PROJECT', type === 'delete.succeeded' ? 'SUCCEEDED' : 'FAILED');
    return applied;
  }
  if (!world.agentActive(project.agent)) return ignored;
  if (type === 'simulateScan.succeeded') {
    if (!world.is(project, 'SIMULATE_SCAN', 'RUNNING')) return ignored;
    project.emptyRecommendation = Number(param(params, 'jobs') ?? '1') === 0;
    project.outdated = false;
    world.set(project, 'SIMULATE_SCAN', 'SUCCEEDED');
    return applied;
  }
  if (type === 'simulateScan.failed') {
    const error = reason('SIMULATE_SCAN', param(params, 'code'));
    if (error === null || !world.is(project, 'SIMULATE_SCAN', 'RUNNING')) return ignored;
    world.set(project, 'SIMULATE_SCAN', 'FAILED', error);
    return applied;
  }
  if (type === 'validate.stopped') {
    if (!world.is(project, 'VALIDATE_PROJECT', 'STOPPING')) return ignored;
    world.set(project, 'VALIDATE_PROJECT', 'STOPPED');
    return applied;
  }
  if (!world.is(project, 'VALIDATE_PROJECT', 'RUNNING', 'STOPPING')) return ignored;
  if (type === 'validate.succeeded') {
    world.set(project, 'VALIDATE_PROJECT', 'SUCCEEDED');
    return applied;
  }
  const error = reason('VALIDATE_PROJECT', param(params, 'code'));
  if (error === null) return ignored;
  world.set(project, 'VALIDATE_PROJECT', 'FAILED', error);
  return applied;
}
