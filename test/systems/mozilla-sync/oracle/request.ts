import type { Code, Params } from '../../../oracle/types.ts';
import { param } from '../../../oracle/types.ts';
import { isCollectionName } from './words.ts';
import type { World } from './world.ts';

/** What a request names, as far as the gates of all requests need it (mozilla-sync 3). */
export interface Named {
  user: string;
  /** the owner of each entity that is named */
  owners: string[];
  /** null for a storage */
  collection: string | null;
  /** the name of a bso within its collection; otherwise null */
  item: string | null;
  batch: boolean;
}

/** The gates of every command of storage, collection, bso and batch (mozilla-sync 3). */
export function requestGate(world: World, named: Named, params: Params): Code | null {
  if (world.fault !== null) {
    const code = world.fault;
    world.fault = null;
    return code;
  }
  if (param(params, 'host') === 'missing') return 'server issue: host header not received from client';
  const node = world.nodes.get('1')?.phases.get('NODE');
  if (node === undefined || node === 'REMOVED') return 'server issue: database lookup failed';
  if (node === 'DRAINING') return 'server issue: node reassignment';
  if (node === 'DOWN') return 'server issue: database marked as down';
  if (node === 'UNHEALTHY') return 'server issue: database is not healthy';
  if (param(params, 'client') === 'old') return 16;
  const api = param(params, 'api') ?? '1.5';
  if (api !== '1.1' && api !== '1.5') return 1;
  if (named.item !== null && (named.item.length < 1 || named.item.length > 64)) return 0;
  if (param(params, 'auth') === 'wrong' || !world.registered(named.user)) return 401;
  for (const owner of named.owners) {
    if (owner !== named.user) return 5;
  }
  if (named.batch && api === '1.1') return 11;
  if (named.collection !== null && !isCollectionName(named.collection)) return 13;
  return null;
}

export function isOld(params: Params): boolean {
  return param(params, 'api') === '1.1';
}

/** Whether it was changed since the given time; `time` is 0 if it is absent (mozilla-sync 4.5). */
export function modified(params: Params, time: number): boolean {
  const since = param(params, 'unmodifiedSince');
  return since !== undefined && time > Number(since);
}
