import type { Answer, Params } from '../../../oracle/types.ts';
import { applied, ignored, param, rejected } from '../../../oracle/types.ts';
import {
  deactivateGate,
  deleteGate,
  jobsOccupied,
  registerGate,
  retireGate,
  scanSourceGate,
  speedTestGate,
  speedTestStopGate,
  upgradeGate,
  upToDate,
} from './agentgates.ts';
import { setJob } from './jobstate.ts';
import { runProjectPhase } from './project.ts';
import { reason } from './words.ts';
import type { Agent, World } from './world.ts';
import { fiveMinutes } from './world.ts';

/** An agent (egnyte 3). */

function isCommand(type: string): boolean {
  if (type === 'register' || type === 'deactivate' || type === 'delete') return true;
  if (type === 'upgrade' || type === 'retire' || type === 'scanSource.start') return true;
  return type === 'speedTest.start' || type === 'speedTest.stop';
}

function isReport(type: string): boolean {
  if (type === 'disconnect' || type === 'link.unstable' || type === 'link.stable') return true;
  if (type === 'scanSource.succeeded' || type === 'scanSource.failed' || type === 'retire.confirmed') return true;
  return type === 'speedTest.succeeded' || type === 'speedTest.failed' || type === 'speedTest.stopped';
}

export function agentStep(world: World, id: string, type: string, params: Params): Answer {
  const agent = world.agent(id);
  if (isReport(type)) return agent === null ? ignored : report(world, id, agent, type, params);
  if (!isCommand(type)) return rejected(620);
  if (type === 'register') {
    return world.command(registerGate(world, agent, params), () => register(world, id, agent, params));
  }
  if (agent === null) return rejected(502);
  if (type === 'delete') {
    return world.command(deleteGate(world, id, agent), () => {
      world.set(agent, 'AGENT', 'DELETED');
      // open: a deleted agent keeps its last statuses, so a retirement in progress no longer times out
      world.dropTimers(agent);
    });
  }
  if (type === 'deactivate') {
    return world.command(deactivateGate(world, id, agent, params), () => leave(world, id, agent, 'DEACTIVATED'));
  }
  if (type === 'upgrade') return world.command(upgradeGate(world, id, agent), () => upgrade(world, id, agent));
  if (type === 'retire') return world.command(retireGate(world, id, agent), () => retire(world, id, agent));
  if (type === 'scanSource.start') {
    return world.command(scanSourceGate(world, id, agent), () => runScanSource(world, agent));
  }
  if (type === 'speedTest.start') {
    return world.command(speedTestGate(world, id, agent), () => {
      world.set(agent, 'SPEED_TEST', 'RUNNING');
    });
  }
  return world.command(speedTestStopGate(world, agent), () => {
    world.set(agent, 'SPEED_TEST', world.is(agent, 'SPEED_TEST', 'PAUSED') ? 'STOPPED' : 'STOPPING');
  });
}

function register(world: World, id: string, known: Agent | null, params: Params): void {
  const agent = known ?? newAgent(world, id);
  agent.version = param(params, 'version') ?? '';
  agent.scheduler = param(params, 'scheduler') !== 'off';
  if (world.is(agent, 'AGENT_UPGRADE', 'RUNNING')) {
    world.set(agent, 'AGENT_UPGRADE', upToDate(world, agent.version) ? 'SUCCEEDED' : 'FAILED');
  }
  if (world.is(agent, 'AGENT_RETIRE', 'RUNNING')) world.set(agent, 'AGENT_RETIRE', 'FAILED');
  world.set(agent, 'AGENT', 'ACTIVE');
  resume(world, id, agent);
}

/** A new agent under the id of a deleted one starts afresh. */
function newAgent(world: World, id: string): Agent {
  const agent: Agent = {
    entity: `agent:${id}`,
    phases: new Map(),
    version: '',
    scheduler: true,
    linkUnstable: false,
    retireConfirmed: false,
  };
  world.agents.set(id, agent);
  return agent;
}

function upgrade(world: World, id: string, agent: Agent): void {
  if (jobsOccupied(world, id)) world.set(agent, 'AGENT_UPGRADE', 'SCHEDULED');
  else runUpgrade(world, id, agent);
}

function runUpgrade(world: World, id: string, agent: Agent): void {
  world.set(agent, 'AGENT_UPGRADE', 'RUNNING');
  world.arm(agent, 'AGENT_UPGRADE', world.now + fiveMinutes, () => world.set(agent, 'AGENT_UPGRADE', 'TIMEOUT'));
  leave(world, id, agent, 'INACTIVE');
}

/** A SCHEDULED upgrade starts at the end of the step that made it possible. */
export function startScheduledUpgrades(world: World): void {
  for (const [id, agent] of world.agents) {
    if (!world.is(agent, 'AGENT_UPGRADE', 'SCHEDULED') || !world.is(agent, 'AGENT', 'ACTIVE')) continue;
    if (!jobsOccupied(world, id)) runUpgrade(world, id, agent);
  }
}

function retire(world: World, id: string, agent: Agent): void {
  agent.retireConfirmed = false;
  world.set(agent, 'AGENT_RETIRE', 'RUNNING');
  world.arm(agent, 'AGENT_RETIRE', world.now + fiveMinutes, () => {
    world.set(agent, 'AGENT_RETIRE', agent.retireConfirmed ? 'SUCCEEDED' : 'TIMEOUT');
  });
  leave(world, id, agent, 'INACTIVE');
}

function runScanSource(world: World, agent: Agent): void {
  world.set(agent, 'SCAN_SOURCE', 'RUNNING');
  world.arm(agent, 'SCAN_SOURCE', world.now + fiveMinutes, () => world.set(agent, 'SCAN_SOURCE', 'FAILED', 697));
}

/** AGENT gets a status other than ACTIVE; if it was ACTIVE, every phase RUNNING on it becomes PAUSED. */
function leave(world: World, id: string, agent: Agent, status: string): void {
  const wasActive = world.is(agent, 'AGENT', 'ACTIVE');
  world.set(agent, 'AGENT', status);
  if (!wasActive) return;
  if (world.is(agent, 'SCAN_SOURCE', 'RUNNING')) world.set(agent, 'SCAN_SOURCE', 'PAUSED');
  if (world.is(agent, 'SPEED_TEST', 'RUNNING')) world.set(agent, 'SPEED_TEST', 'PAUSED');
  for (const job of world.jobs.values()) {
    if (job.agent !== id) continue;
    for (const [phase, at] of [...job.phases]) {
      // The schedule follows its command's phase and nothing else.
      if (phase !== 'SCHEDULE_JOB' && at === 'RUNNING') setJob(world, job, phase, 'PAUSED');
    }
  }
  for (const project of world.projects.values()) {
    if (project.agent !== id || !project.there) continue;
    if (world.is(project, 'SIMULATE_SCAN', 'RUNNING')) world.set(project, 'SIMULATE_SCAN', 'PAUSED');
    if (world.is(project, 'VALIDATE_PROJECT', 'RUNNING')) world.set(project, 'VALIDATE_PROJECT', 'PAUSED');
  }
}

function resume(world: World, id: string, agent: Agent): void {
  if (world.is(agent, 'SCAN_SOURCE', 'PAUSED')) runScanSource(world, agent);
  if (world.is(agent, 'SPEED_TEST', 'PAUSED')) world.set(agent, 'SPEED_TEST', 'RUNNING');
  for (const job of world.jobs.values()) {
    if (job.agent !== id) continue;
    for (const [phase, at] of [...job.phases]) {
      if (phase === 'SCHEDULE_JOB' || at !== 'PAUSED') continue;
      if (phase === 'DATA_SYNC' && job.awaitingReview) continue;
      setJob(world, job, phase, 'RUNNING');
    }
  }
  // open: a project names its agent by id, so a new agent with a deleted one's id resumes what the old one left
  for (const project of world.projects.values()) {
    if (project.agent !== id || !project.there) continue;
    for (const phase of ['SIMULATE_SCAN', 'VALIDATE_PROJECT']) {
      if (world.is(project, phase, 'PAUSED')) runProjectPhase(world, project, phase);
    }
  }
}

function report(world: World, id: string, agent: Agent, type: string, params: Params): Answer {
  if (type === 'link.unstable' || type === 'link.stable') {
    agent.linkUnstable = type === 'link.unstable';
    return applied;
  }
  if (type === 'retire.confirmed') {
    if (!world.is(agent, 'AGENT_RETIRE', 'RUNNING')) return ignored;
    agent.retireConfirmed = true;
    return applied;
  }
  if (!world.is(agent, 'AGENT', 'ACTIVE')) return ignored;
  if (type === 'disconnect') {
    leave(world, id, agent, 'INACTIVE');
    return applied;
  }
  if (type === 'scanSource.succeeded') {
    if (!world.is(agent, 'SCAN_SOURCE', 'RUNNING')) return ignored;
    if (param(params, 'snapshot') === 'missing') world.set(agent, 'SCAN_SOURCE', 'FAILED', 698);
    else world.set(agent, 'SCAN_SOURCE', 'SUCCEEDED');
    return applied;
  }
  if (type === 'scanSource.failed') {
    const error = reason('SCAN_SOURCE', param(params, 'code'));
    if (error === null || !world.is(agent, 'SCAN_SOURCE', 'RUNNING')) return ignored;
    world.set(agent, 'SCAN_SOURCE', 'FAILED', error);
    return applied;
  }
  if (type === 'speedTest.stopped') {
    if (!world.is(agent, 'SPEED_TEST', 'STOPPING')) return ignored;
    world.set(agent, 'SPEED_TEST', 'STOPPED');
    return applied;
  }
  if (!world.is(agent, 'SPEED_TEST', 'RUNNING', 'STOPPING')) return ignored;
  if (type === 'speedTest.succeeded') {
    world.set(agent, 'SPEED_TEST', 'SUCCEEDED');
    return applied;
  }
  const error = reason('SPEED_TEST', param(params, 'code'));
  if (error === null) return ignored;
  world.set(agent, 'SPEED_TEST', 'FAILED', error);
  return applied;
}
