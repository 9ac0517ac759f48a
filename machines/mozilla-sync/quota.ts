import { type EntityView, type Params, type WorldView, wholeOf } from '../../src/define/index.ts';
import { batchData, sizeOfLive, storageData, usedBy } from './contents.ts';
import { fittingItems, type Item, sizeOf } from './items.ts';
import { quotaOf } from './settings.ts';

/** The quota is near if less than this is left (mozilla-sync 4.7). */
const NEAR = 1_048_576;

/** Whether the account's quota is used up. */
export function isOverQuota(world: WorldView, user: string): boolean {
  return reaches(world, usedBy(world, user));
}

/** The status of a storage, from its contents. */
export function usageOf(world: WorldView, storage: EntityView): 'EMPTY' | 'UNDER_QUOTA' | 'NEAR_QUOTA' | 'OVER_QUOTA' {
  const { live, used } = storageData(storage);
  if (live === 0) return 'EMPTY';
  const left = (quotaOf(world) ?? Number.POSITIVE_INFINITY) - used;
  if (left <= 0) return 'OVER_QUOTA';
  return left < NEAR ? 'NEAR_QUOTA' : 'UNDER_QUOTA';
}

/**
 * Whether the quota is reached before one of the fitting items is written, one after another, in order. Items that are
 * written first, such as the pending items of a commit, are not held back by it.
 */
export function meetsQuota(
  world: WorldView,
  user: string,
  collection: string,
  params: Params,
  ahead: Item[] = [],
): boolean {
  const sizes = new Map<string, number>();
  let used = usedBy(world, user);
  const write = ({ name, size }: Item): void => {
    const old = sizes.get(name) ?? sizeOfLive(world, collection, name) ?? 0;
    sizes.set(name, size ?? old);
    used += (size ?? old) - old;
  };
  ahead.forEach(write);
  for (const item of fittingItems(params)) {
    if (reaches(world, used)) return true;
    write(item);
  }
  return false;
}

/** Whether a batch cannot be opened: even an empty one needs some quota left. */
export const opensOverQuota = (world: WorldView, user: string, params: Params): boolean =>
  reaches(world, usedBy(world, user) + sizeOf(fittingItems(params)));

/** Whether the pending items would reach the quota, together with items that are added or that replace old ones. */
export function appendsOverQuota(world: WorldView, user: string, batch: EntityView, params: Params): boolean {
  const items = fittingItems(params);
  const replaced = new Set(items.map(({ name }) => name));
  const others = batchData(batch).pending.filter(({ name }) => !replaced.has(name));
  return items.length > 0 && reaches(world, usedBy(world, user) + sizeOf(others) + sizeOf(items));
}

/** The value of `quota=`: a number, or no quota. */
export const readQuota = (quota: string | undefined): number | null => wholeOf(quota) ?? null;

function reaches(world: WorldView, bytes: number): boolean {
  const quota = quotaOf(world);
  return quota !== null && bytes >= quota;
}
