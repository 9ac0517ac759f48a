import type { Code, Params } from '../../../oracle/types.ts';
import { param } from '../../../oracle/types.ts';
import { numberParam } from './number.ts';
import { wholeNumber } from './words.ts';
import type { Bso, Item, World } from './world.ts';
import { total } from './world.ts';

/** Body, headers, writing and quota (mozilla-sync 4.2, 4.3, 4.4, 4.6). */

function ids(params: Params): string[] {
  const list = param(params, 'ids') ?? '';
  return list === '' ? [] : list.split(',');
}

export function bodyGate(params: Params): Code | null {
  const list = ids(params);
  if (list.length * (numberParam(params, 'size') ?? 0) > 2625536) return 17;
  const body = param(params, 'body');
  if (body === 'notJson' || body === 'invalid') return 8;
  if (new Set(list).size !== list.length) return 8;
  return null;
}

/** Read in this order; the first bad one decides. */
export function headersGate(params: Params): Code | null {
  return (
    headerGate(params, 'records', 100) ??
    headerGate(params, 'bytes', 2621440) ??
    headerGate(params, 'totalRecords', 10000) ??
    headerGate(params, 'totalBytes', 262144000)
  );
}

function headerGate(params: Params, key: string, most: number): Code | null {
  const text = param(params, key);
  if (text === undefined) return null;
  const declared = wholeNumber(text);
  if (declared === null || declared > 4294967295) return 0;
  return declared > most ? 17 : null;
}

/** The items of a BODY that fit, in their order. */
export function fitting(params: Params, collection: string): Item[] {
  const size = numberParam(params, 'size');
  const given = param(params, 'ttl');
  const ttl = given === undefined ? null : wholeNumber(given);
  if (given !== undefined && (ttl === null || ttl > 999999999)) return [];
  const items: Item[] = [];
  let k = 0;
  for (const name of ids(params)) {
    k += 1;
    if (k > 100 || k * (size ?? 0) > 2621440) continue;
    items.push({ id: `${collection}.${name}`, size, ttl });
  }
  return items;
}

export function sizesOf(items: Item[]): number {
  let sum = 0;
  for (const item of items) sum += item.size ?? 0;
  return sum;
}

/** Whether the quota is reached before one of the items is written; `first` are written before them in any case. */
export function meetsQuota(world: World, user: string, first: Item[], items: Item[]): boolean {
  if (world.quota === null) return false;
  const sizes = world.liveSizes(user);
  for (const item of first) sizes.set(item.id, item.size ?? sizes.get(item.id) ?? 0);
  for (const item of items) {
    if (total(sizes) >= world.quota) return true;
    sizes.set(item.id, item.size ?? sizes.get(item.id) ?? 0);
  }
  return false;
}

/** What an accepted put, post or commit does to the collection and the storage before it writes items. */
export function writeTo(world: World, user: string, collection: string): void {
  let found = world.collections.get(collection);
  if (found === undefined) {
    found = { entity: `collection:${collection}`, phases: new Map(), owner: user, time: 0 };
    world.collections.set(collection, found);
  }
  if (found.phases.get('COLLECTION') !== 'PRESENT') {
    world.startAfresh(found);
    found.owner = user;
    world.set(found, 'COLLECTION', 'PRESENT');
  }
  found.time = world.now;
  const storage = world.storage(user);
  storage.time = world.now;
  storage.follows = true;
}

export function writeItem(world: World, collection: string, item: Item, sortindex: boolean): void {
  let bso: Bso | null = world.live(item.id);
  if (bso === null) {
    bso = world.bsos.get(item.id) ?? newBso(item.id, collection);
    world.bsos.set(item.id, bso);
    world.startAfresh(bso);
    bso.size = item.size ?? 0;
    bso.time = world.now;
    world.set(bso, 'BSO', 'LIVE');
  } else {
    if (item.size !== null) bso.size = item.size;
    if (item.size !== null || sortindex) bso.time = world.now;
  }
  if (item.ttl !== null) world.expire(bso, 'BSO', item.ttl, 'EXPIRED');
}

function newBso(id: string, collection: string): Bso {
  // open: bso:x and bso:1.x are two entities, though both are called x in collection 1
  return { entity: `bso:${id}`, phases: new Map(), id, collection, size: 0, time: 0 };
}
