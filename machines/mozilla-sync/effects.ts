import { type Effect, type EntityView, type WorldHands, wholeOf } from '../../src/define/index.ts';
import {
  batchData,
  bsoData,
  collectionData,
  collectionOfBso,
  DEFAULT_COLLECTION,
  idOfBso,
  storageData,
} from './contents.ts';
import { fittingItems, type Item } from './items.ts';
import { backoffOf, nodeData } from './node.ts';
import { readQuota } from './quota.ts';
import { userOf } from './request.ts';
import { serverData, theServer } from './settings.ts';

/** How accepted commands and applied reports change data outside the charts. */
export const effects: { readonly [name: string]: Effect } = {
  ownCollection(_, self, params) {
    collectionData(self).owner = userOf(self, params);
  },

  postItems(world, self, params) {
    writeItems(world, self, userOf(self, params), fittingItems(params));
  },

  /** A new BSO has nothing of an earlier one with its id. */
  createBso(world, self, params) {
    const storage = storageOf(world, userOf(self, params));
    const size = wholeOf(params.size) ?? 0;
    Object.assign(bsoData(self), { size, time: world.now, ttl: wholeOf(params.ttl) ?? 0 });
    storage.used += size;
    storage.live += 1;
  },

  /** Its time changes only with what others would fetch again: its content or its sortindex. */
  changeBso(world, self, params) {
    const data = bsoData(self);
    const size = wholeOf(params.size) ?? data.size;
    storageOf(world, userOf(self, params)).used += size - data.size;
    data.size = size;
    data.ttl = wholeOf(params.ttl) ?? data.ttl;
    if (params.size !== undefined || params.sortindex !== undefined) data.time = world.now;
  },

  endPut(world, self, params) {
    const user = userOf(self, params);
    const collection = world.touch('collection', collectionOfBso(self.id));
    world.tell(collection, 'written', { user });
    world.tell(self, 'step.ended', {});
    endWrite(world, collection, user);
  },

  /** What is no longer LIVE is not counted; its collection still records the owner. */
  freeBytes(world, self) {
    const { owner } = collectionData(world.touch('collection', collectionOfBso(self.id)));
    const storage = storageOf(world, String(owner));
    storage.used -= bsoData(self).size;
    storage.live -= 1;
  },

  changeCollection(world, self, params) {
    collectionData(world.touch('collection', collectionOfBso(self.id))).time = world.now;
    storageOf(world, userOf(self, params)).time = world.now;
  },

  changeStorage(world, self, params) {
    storageOf(world, userOf(self, params)).time = world.now;
  },

  emptyStorage(world, self) {
    storageData(self).time = 0;
    for (const collection of world.all('collection')) {
      if (collectionData(collection).owner === self.id) world.tell(collection, 'storage.emptied', {});
    }
  },

  openBatch(_, self, params) {
    const { collection = DEFAULT_COLLECTION } = params;
    Object.assign(batchData(self), { owner: userOf(self, params), collection, pending: fittingItems(params) });
  },

  /** A pending item with the same id is replaced, in its position. */
  appendItems(_, self, params) {
    const { pending } = batchData(self);
    const places = new Map(pending.map(({ name }, place) => [name, place]));
    for (const item of fittingItems(params)) pending[places.get(item.name) ?? pending.length] = item;
  },

  commitBatch(world, self, params) {
    const { collection, pending } = batchData(self);
    const user = userOf(self, params);
    const target = world.touch('collection', collection);
    world.tell(target, 'written', { user });
    writeItems(world, target, user, [...pending, ...fittingItems(params)]);
    batchData(self).pending = [];
  },

  dropItems(_, self) {
    batchData(self).pending = [];
  },

  tellSettings: (world, _, params) => world.tell(theServer(world), 'settings', params),

  /** A new quota may change the status of every storage: each is measured at the end of the step. */
  keepQuota(world, self, { quota }) {
    serverData(self).quota = readQuota(quota);
    for (const { id } of world.all('storage')) world.touch('storage', id);
  },

  keepBackoff(_, self, params) {
    nodeData(self).backoff = backoffOf(params);
  },

  armFault: (world, _, params) => world.tell(theServer(world), 'fault.armed', params),
  useUpFault: (world) => world.tell(theServer(world), 'fault.met', {}),
};

/** Touches the storage, so that it is measured at the end of the step. */
const storageOf = (world: WorldHands, user: string) => storageData(world.touch('storage', user));

function writeItems(world: WorldHands, collection: EntityView, user: string, items: readonly Item[]): void {
  const written = items.map((item) => {
    const bso = world.touch('bso', idOfBso(collection.id, item.name));
    world.tell(bso, 'written', { user, ...numbersOf(item) });
    return bso;
  });
  for (const bso of written) world.tell(bso, 'step.ended', {});
  endWrite(world, collection, user);
}

/** Any write changes the collection and the storage; the first one gives the storage a status. */
function endWrite(world: WorldHands, collection: EntityView, user: string): void {
  const storage = world.touch('storage', user);
  collectionData(collection).time = world.now;
  storageData(storage).time = world.now;
  world.tell(storage, 'written', {});
}

const numbersOf = ({ size, ttl }: Item): { [key: string]: string } => ({
  ...(size === null ? {} : { size: String(size) }),
  ...(ttl === null ? {} : { ttl: String(ttl) }),
});
