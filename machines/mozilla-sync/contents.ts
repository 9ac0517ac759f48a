import type { EntityView, WorldView } from '../../src/define/index.ts';
import type { Item } from './items.ts';

/** A storage's data outside its chart: the number and total size of its LIVE BSOs, and the time of its last change. */
export type StorageData = { used: number; live: number; time: number };
/** The owner of a collection while it is PRESENT, and the time of its last change. */
export type CollectionData = { owner: string | null; time: number };
/** For a LIVE BSO: its size, the time of its last change, and the last ttl given. */
export type BsoData = { size: number; time: number; ttl: number };
/** For an OPEN batch: its owner, its target, and its items. */
export type BatchData = { owner: string | null; collection: string; pending: Item[] };

export const DEFAULT_COLLECTION = '1';

export const freshStorage = (): StorageData => ({ used: 0, live: 0, time: 0 });
export const freshCollection = (): CollectionData => ({ owner: null, time: 0 });
export const freshBso = (): BsoData => ({ size: 0, time: 0, ttl: 0 });
export const freshBatch = (): BatchData => ({ owner: null, collection: DEFAULT_COLLECTION, pending: [] });

export const storageData = (storage: EntityView): StorageData => storage.data as StorageData;
export const collectionData = (collection: EntityView): CollectionData => collection.data as CollectionData;
export const bsoData = (bso: EntityView): BsoData => bso.data as BsoData;
export const batchData = (batch: EntityView): BatchData => batch.data as BatchData;

/** A BSO's id is COLLECTION.NAME; without a dot it is in the collection `1` (mozilla-sync 1). */
export const idOfBso = (collection: string, name: string): string => `${collection}.${name}`;
export const nameOfBso = (id: string): string => id.slice(id.lastIndexOf('.') + 1);
export const collectionOfBso = (id: string): string =>
  id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : DEFAULT_COLLECTION;

/** The total bytes of the account's LIVE BSOs. */
export function usedBy(world: WorldView, user: string): number {
  const storage = world.find('storage', user);
  return storage ? storageData(storage).used : 0;
}

/** The collection, if it is PRESENT. */
export function presentCollection(world: WorldView, id: string): EntityView | undefined {
  const collection = world.find('collection', id);
  return collection?.is('present') ? collection : undefined;
}

/** Whatever is absent has the time 0. */
export function timeOfCollection(world: WorldView, id: string): number {
  const collection = presentCollection(world, id);
  return collection ? collectionData(collection).time : 0;
}

/** The size of a LIVE BSO; undefined for others. */
export function sizeOfLive(world: WorldView, collection: string, name: string): number | undefined {
  const bso = world.find('bso', idOfBso(collection, name));
  return bso?.is('live') ? bsoData(bso).size : undefined;
}
