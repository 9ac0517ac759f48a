import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, applied, param, rejected } from '../../../oracle/types.ts';
import { fits, id as idForm } from './form.ts';
import { invalid } from './invalid.ts';
import type { Thing } from './things.ts';
import type { World } from './world.ts';

/** §6, entities without an owner: alias, dkim, cert, webhook; and §7, the server. */

function thing(world: World, kind: string, id: string): Thing {
  const entity = `${kind}:${id}`;
  const known = world.plain.get(entity) ?? { entity, id, phases: new Map() };
  world.plain.set(entity, known);
  return known;
}

export function plainStep(world: World, kind: string, id: string, type: string, params: Params): Answer {
  const phase = kind.toUpperCase();
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  const known = thing(world, kind, id);
  const there = world.is(known, phase, 'PRESENT');
  if ((type === 'get' && kind !== 'webhook') || type === 'delete') {
    if (!fits(params, {})) return invalid;
    if (!there) return rejected(`${name}NotFound`);
    const answer = world.finish(`${kind} ${type}`);
    if (answer === accepted && type === 'delete') world.set(known, phase, 'DELETED');
    return answer;
  }
  if (type === 'create' && kind === 'alias') {
    if (!fits(params, {})) return invalid;
    if (there) return rejected('AliasExists');
  } else if (type === 'create' && kind === 'webhook') {
    if (!fits(params, { user: idForm }) || there) return invalid;
    const user = param(params, 'user');
    if (user !== undefined && world.user(user) === null) return rejected('UserNotFound');
  } else if (type === 'set' && (kind === 'dkim' || kind === 'cert')) {
    if (!fits(params, {})) return invalid;
  } else {
    return invalid;
  }
  const answer = world.finish(`${kind} ${type}`);
  if (answer === accepted) world.set(known, phase, 'PRESENT');
  return answer;
}

export function serverStep(world: World, type: string, params: Params): Answer {
  const { limits } = world;
  if (type === 'set') {
    for (const [key, value] of Object.entries(params)) {
      if (key === 'aspLimit') limits.aspLimit = Number(value);
      if (key === 'maxFilters') limits.maxFilters = Number(value);
      if (key === 'maxMailboxes') limits.maxMailboxes = Number(value);
      if (key === 'maxRecipients') limits.maxRecipients = Number(value);
      if (key === 'maxRcptTo') limits.maxRcptTo = Number(value);
      if (key === 'imapMaxUpload') limits.imapMaxUpload = Number(value);
      if (key === 'imapMaxDownload') limits.imapMaxDownload = Number(value);
    }
    return applied;
  }
  if (type === 'fault') {
    world.fault = param(params, 'code') ?? null;
    return applied;
  }
  return invalid;
}
