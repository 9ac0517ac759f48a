import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, applied, duration, param, rejected } from '../../../oracle/types.ts';
import type { World } from './world.ts';

/** The manager's policy (dovecot 3) and its commands (dovecot 4). */
export function managerStep(world: World, type: string, params: Params): Answer {
  if (type === 'set') {
    const maxRetries = param(params, 'maxRetries');
    if (maxRetries !== undefined) world.maxRetries = Number(maxRetries);
    const retryAfter = param(params, 'retryAfter');
    if (retryAfter !== undefined) world.retryAfter = duration(retryAfter);
    const maxRunning = param(params, 'maxRunning');
    if (maxRunning !== undefined) world.maxRunning = Number(maxRunning);
    world.onRetryLimit = param(params, 'onRetryLimit') ?? world.onRetryLimit;
    world.auth = param(params, 'auth') ?? world.auth;
    world.credentials = param(params, 'credentials') ?? world.credentials;
    world.identity = param(params, 'identity') ?? world.identity;
    return applied;
  }
  if (type === 'suspend') {
    if (world.manager === 'SUSPENDED') return rejected('AlreadySuspended');
    world.setManager('SUSPENDED');
    return accepted;
  }
  if (type === 'resume') {
    if (world.manager === 'RUNNING') return rejected('NotSuspended');
    world.setManager('RUNNING');
    return accepted;
  }
  return rejected('UnknownEvent');
}
