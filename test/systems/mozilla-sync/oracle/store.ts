import type { Answer, Code, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import { bodyGate, fitting, headersGate, meetsQuota, writeItem, writeTo } from './items.ts';
import { numberParam } from './number.ts';
import type { Named } from './request.ts';
import { isOld, modified, requestGate } from './request.ts';
import { collectionOf, itemNameOf, signedWholeNumber, wholeNumber } from './words.ts';
import type { Item, World } from './world.ts';

/** Storage, collection and bso (mozilla-sync 4.1). */

export function storageStep(world: World, name: string, type: string, params: Params): Answer {
  if (type !== 'info' && type !== 'delete') return rejected(1);
  const user = param(params, 'user') ?? name;
  const code = requestGate(world, { user, owners: [name], collection: null, item: null, batch: false }, params);
  if (code !== null) return rejected(code);
  if (type === 'info') return accepted;
  if (isOld(params) && param(params, 'confirm') !== 'yes') return rejected(4);
  if (modified(params, world.storages.get(name)?.time ?? 0)) return rejected(412);
  deleteStorage(world, name);
  return accepted;
}

/** Open batches stay. */
export function deleteStorage(world: World, name: string): void {
  for (const [id, collection] of world.collections) {
    if (collection.owner === name && world.collection(id) !== null) deleteCollection(world, id);
  }
  world.storage(name).time = 0;
}

function deleteCollection(world: World, id: string): void {
  const collection = world.collection(id);
  if (collection === null) return;
  for (const bso of world.bsos.values()) {
    if (bso.collection === id && bso.phases.get('BSO') === 'LIVE') world.set(bso, 'BSO', 'DELETED');
  }
  world.set(collection, 'COLLECTION', 'DELETED');
}

/** What a command of a collection, or of a bso in it, names. */
function inCollection(world: World, id: string, user: string): Named {
  const present = world.collection(id);
  return { user, owners: present === null ? [] : [present.owner], collection: id, item: null, batch: false };
}

export function collectionStep(world: World, id: string, type: string, params: Params): Answer {
  if (type !== 'get' && type !== 'post' && type !== 'delete') return rejected(1);
  const user = param(params, 'user') ?? '1';
  const code = requestGate(world, inCollection(world, id, user), params);
  if (code !== null) return rejected(code);
  if (type === 'post') return post(world, id, user, params);
  const present = world.collection(id);
  if (modified(params, present?.time ?? 0)) return rejected(412);
  if (type === 'get' || present === null) return accepted;
  deleteCollection(world, id);
  world.storage(user).time = world.now;
  return accepted;
}

function post(world: World, id: string, user: string, params: Params): Answer {
  const code = bodyGate(params) ?? headersGate(params);
  if (code !== null) return rejected(code);
  if (modified(params, world.collection(id)?.time ?? 0)) return rejected(412);
  const items = fitting(params, id);
  if (meetsQuota(world, user, [], items)) return rejected(14);
  writeTo(world, user, id);
  for (const item of items) writeItem(world, id, item, false);
  return accepted;
}

export function bsoStep(world: World, id: string, type: string, params: Params): Answer {
  if (type !== 'get' && type !== 'put' && type !== 'delete') return rejected(1);
  const user = param(params, 'user') ?? '1';
  const collection = collectionOf(id);
  const named = { ...inCollection(world, collection, user), item: itemNameOf(id) };
  const code = requestGate(world, named, params);
  if (code !== null) return rejected(code);
  if (type === 'put') return put(world, id, user, params);
  const live = world.live(id);
  if (modified(params, live?.time ?? 0)) return rejected(412);
  if (type === 'get') return live === null ? rejected(404) : accepted;
  if (live === null) return isOld(params) ? accepted : rejected(404);
  world.set(live, 'BSO', 'DELETED');
  const present = world.collection(collection);
  if (present !== null) present.time = world.now;
  world.storage(user).time = world.now;
  return accepted;
}

function put(world: World, id: string, user: string, params: Params): Answer {
  const code = putGate(params);
  if (code !== null) return rejected(code);
  if (modified(params, world.live(id)?.time ?? 0)) return rejected(412);
  const item: Item = { id, size: numberParam(params, 'size'), ttl: numberParam(params, 'ttl') };
  if (meetsQuota(world, user, [], [item])) return rejected(14);
  const collection = collectionOf(id);
  writeTo(world, user, collection);
  writeItem(world, collection, item, param(params, 'sortindex') !== undefined);
  return accepted;
}

function putGate(params: Params): Code | null {
  const size = numberParam(params, 'size') ?? 0;
  if (size > 2625536) return 17;
  const body = param(params, 'body');
  if (body === 'notJson' || body === 'invalid') return 8;
  if (size > 2621440) return 8;
  const ttl = wholeNumber(param(params, 'ttl') ?? '0');
  if (ttl === null || ttl > 999999999) return 8;
  const sortindex = signedWholeNumber(param(params, 'sortindex') ?? '0');
  if (sortindex === null || sortindex > 999999999 || sortindex < -999999999) return 8;
  return null;
}
