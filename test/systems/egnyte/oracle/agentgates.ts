import type { Params } from '../../../oracle/types.ts';
import { param } from '../../../oracle/types.ts';
import { exists, isOccupied } from './jobstate.ts';
import { isOlder, isSemver } from './semver.ts';
import type { Agent, World } from './world.ts';

/** Why an agent refuses a command (egnyte 3). */

export function jobsOccupied(world: World, id: string): boolean {
  for (const job of world.jobs.values()) {
    if (job.agent === id && isOccupied(world, job)) return true;
  }
  return false;
}

export function upToDate(world: World, version: string): boolean {
  return world.policy.latest === null || !isOlder(version, world.policy.latest);
}

export function registerGate(world: World, agent: Agent | null, params: Params): number | null {
  const version = param(params, 'version');
  // open: an empty version counts as given, and is not SemVer
  if (version === undefined) return 863;
  if (!isSemver(version)) return 865;
  if (isOlder(version, world.policy.minVersion)) return 864;
  if (agent !== null && world.is(agent, 'AGENT', 'DEACTIVATED')) return 862;
  if (agent !== null && world.is(agent, 'AGENT', 'ACTIVE')) return 856;
  return null;
}

export function deactivateGate(world: World, id: string, agent: Agent, params: Params): number | null {
  if (param(params, 'role') === 'master') return 621;
  if (world.is(agent, 'AGENT', 'DEACTIVATED')) return 862;
  const upgrading = world.upgradeGate(id);
  if (upgrading !== null) return upgrading;
  if (jobsOccupied(world, id)) return 661;
  return null;
}

export function deleteGate(world: World, id: string, agent: Agent): number | null {
  if (!world.is(agent, 'AGENT', 'DEACTIVATED')) return 679;
  for (const job of world.jobs.values()) {
    if (job.agent === id && exists(world, job)) return 625;
  }
  return null;
}

function deactivatedOrUpgrading(world: World, id: string, agent: Agent): number | null {
  if (world.is(agent, 'AGENT', 'DEACTIVATED')) return 862;
  return world.upgradeGate(id);
}

export function upgradeGate(world: World, id: string, agent: Agent): number | null {
  const first = deactivatedOrUpgrading(world, id, agent);
  if (first !== null) return first;
  if (!world.is(agent, 'AGENT', 'ACTIVE')) return 693;
  if (upToDate(world, agent.version)) return 1011;
  if (world.is(agent, 'SCAN_SOURCE', 'RUNNING')) return 696;
  if (agent.linkUnstable) return 693;
  return null;
}

export function retireGate(world: World, id: string, agent: Agent): number | null {
  const first = deactivatedOrUpgrading(world, id, agent);
  if (first !== null) return first;
  if (world.is(agent, 'AGENT_RETIRE', 'RUNNING')) return 661;
  if (!world.is(agent, 'AGENT', 'ACTIVE')) return 693;
  if (jobsOccupied(world, id)) return 661;
  if (agent.linkUnstable) return 693;
  return null;
}

export function scanSourceGate(world: World, id: string, agent: Agent): number | null {
  const first = deactivatedOrUpgrading(world, id, agent);
  if (first !== null) return first;
  if (world.is(agent, 'SCAN_SOURCE', 'RUNNING', 'PAUSED')) return 696;
  if (!world.is(agent, 'AGENT', 'ACTIVE')) return 695;
  if (isOlder(agent.version, '2.0.0')) return 9040;
  if (agent.linkUnstable) return 694;
  return null;
}

export function speedTestGate(world: World, id: string, agent: Agent): number | null {
  const first = deactivatedOrUpgrading(world, id, agent);
  if (first !== null) return first;
  if (world.is(agent, 'SPEED_TEST', 'RUNNING', 'PAUSED', 'STOPPING')) return 1160;
  if (!world.is(agent, 'AGENT', 'ACTIVE')) return 693;
  if (agent.linkUnstable) return 693;
  return null;
}

export function speedTestStopGate(world: World, agent: Agent): number | null {
  if (world.is(agent, 'AGENT', 'DEACTIVATED')) return 862;
  if (!world.is(agent, 'SPEED_TEST', 'RUNNING', 'PAUSED')) return 620;
  if (world.is(agent, 'SPEED_TEST', 'RUNNING') && agent.linkUnstable) return 693;
  return null;
}
