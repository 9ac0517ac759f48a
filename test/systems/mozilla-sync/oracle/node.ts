import type { Answer, Params } from '../../../oracle/types.ts';
import { applied, param, rejected } from '../../../oracle/types.ts';
import { numberParam } from './number.ts';
import { faultString } from './words.ts';
import type { World } from './world.ts';

/** Reports to a node and to the server (mozilla-sync 6). */

const statuses = new Map([
  ['healthy', 'HEALTHY'],
  ['unhealthy', 'UNHEALTHY'],
  ['down', 'DOWN'],
  ['draining', 'DRAINING'],
  ['removed', 'REMOVED'],
  ['backoff', 'BACKOFF'],
]);

export function nodeStep(world: World, id: string, type: string, params: Params): Answer {
  if (type === 'fault') {
    world.fault = faultString(param(params, 'code') ?? '');
    return applied;
  }
  const status = statuses.get(type);
  if (status === undefined) return rejected(1);
  const node = world.nodes.get(id) ?? { entity: `node:${id}`, phases: new Map() };
  world.nodes.set(id, node);
  world.set(node, 'NODE', status);
  if (status === 'BACKOFF') world.expire(node, 'NODE', numberParam(params, 'seconds') ?? 1800, 'HEALTHY');
  return applied;
}

export function serverStep(world: World, type: string, params: Params): Answer {
  if (type !== 'set') return rejected(1);
  const captcha = param(params, 'captcha');
  const strictUsernames = param(params, 'strictUsernames');
  const quota = param(params, 'quota');
  // open: a key that is not given keeps its value
  if (captcha !== undefined) world.captcha = captcha === 'on';
  if (strictUsernames !== undefined) world.strictUsernames = strictUsernames === 'on';
  if (quota !== undefined) world.quota = quota === 'none' ? null : Number(quota);
  return applied;
}
