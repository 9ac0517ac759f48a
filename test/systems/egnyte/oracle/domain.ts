import type { Answer, Params } from '../../../oracle/types.ts';
import { applied, param, rejected } from '../../../oracle/types.ts';
import type { World } from './world.ts';

/** Reports to the domain (egnyte 6). */
export function domainStep(world: World, type: string, params: Params): Answer {
  // open: there is one policy, whatever the id of the domain
  if (type === 'set') {
    const { policy } = world;
    policy.maxActiveJobs = Number(param(params, 'maxActiveJobs') ?? policy.maxActiveJobs);
    policy.maxFiles = Number(param(params, 'maxFiles') ?? policy.maxFiles);
    policy.maxBytes = Number(param(params, 'maxBytes') ?? policy.maxBytes);
    policy.minVersion = param(params, 'minVersion') ?? policy.minVersion;
    policy.latest = param(params, 'latest') ?? policy.latest;
    return applied;
  }
  if (type === 'destination.forbidden' || type === 'destination.allowed') {
    world.destinations.push({ path: param(params, 'path') ?? '', forbidden: type === 'destination.forbidden' });
    return applied;
  }
  if (type === 'features.changed') {
    for (const project of world.projects.values()) project.outdated = true;
    return applied;
  }
  if (type === 'fault') {
    world.fault = Number(param(params, 'code'));
    return applied;
  }
  return rejected(620);
}
