import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import { bodyGate, fitting, headersGate, meetsQuota, sizesOf, writeItem, writeTo } from './items.ts';
import { modified, requestGate } from './request.ts';
import type { Item, World } from './world.ts';

/** A batch (mozilla-sync 5). */

const twoHours = 2 * 3600;

export function batchStep(world: World, id: string, type: string, params: Params): Answer {
  if (type !== 'open' && type !== 'append' && type !== 'commit') return rejected(1);
  const user = param(params, 'user') ?? '1';
  const batch = world.openBatch(id);
  let collection = param(params, 'collection');
  if (collection === undefined) collection = type === 'open' || batch === null ? '1' : batch.collection;

  const owners: string[] = [];
  const present = world.collection(collection);
  if (present !== null) owners.push(present.owner);
  if (batch !== null) owners.push(batch.owner);
  const code =
    requestGate(world, { user, owners, collection, item: null, batch: true }, params) ??
    bodyGate(params) ??
    headersGate(params);
  if (code !== null) return rejected(code);
  if (modified(params, present?.time ?? 0)) return rejected(412);
  const items = fitting(params, collection);

  if (type === 'open') {
    if (batch !== null) return rejected(4);
    if (world.quota !== null && world.used(user) + sizesOf(items) >= world.quota) return rejected(14);
    open(world, id, user, collection, items);
    return accepted;
  }
  if (batch === null || batch.collection !== collection) return rejected(0);
  if (type === 'append') {
    if (world.quota !== null && items.length > 0) {
      const others = batch.pending.filter((old) => !items.some((item) => item.id === old.id));
      if (world.used(user) + sizesOf(others) + sizesOf(items) >= world.quota) return rejected(14);
    }
    append(batch.pending, items);
    return accepted;
  }
  if (meetsQuota(world, user, batch.pending, items)) return rejected(14);
  writeTo(world, user, collection);
  for (const item of batch.pending) writeItem(world, collection, item, false);
  for (const item of items) writeItem(world, collection, item, false);
  world.set(batch, 'BATCH', 'COMMITTED');
  return accepted;
}

function open(world: World, id: string, owner: string, collection: string, items: Item[]): void {
  const batch = world.batches.get(id) ?? { entity: `batch:${id}`, phases: new Map(), owner, collection, pending: [] };
  world.batches.set(id, batch);
  world.startAfresh(batch);
  batch.owner = owner;
  batch.collection = collection;
  batch.pending = items;
  world.set(batch, 'BATCH', 'OPEN');
  world.expire(batch, 'BATCH', twoHours, 'EXPIRED');
}

/** An item with the same id is replaced as a whole, in its place. */
function append(pending: Item[], items: Item[]): void {
  for (const item of items) {
    const place = pending.findIndex((old) => old.id === item.id);
    if (place < 0) pending.push(item);
    else pending[place] = item;
  }
}
