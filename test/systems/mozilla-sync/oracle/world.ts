import { OracleWorld, type Thing } from '../../../oracle/world.ts';

export type { Thing } from '../../../oracle/world.ts';

export interface Storage extends Thing {
  time: number;
  /** whether a put, post or commit of the account was ever accepted; STORAGE follows from then on */
  follows: boolean;
}

export interface Collection extends Thing {
  owner: string;
  time: number;
}

export interface Bso extends Thing {
  id: string;
  collection: string;
  size: number;
  time: number;
}

/** An item to write; null means not given. */
export interface Item {
  /** the full id of the BSO, with its collection */
  id: string;
  size: number | null;
  ttl: number | null;
}

export interface Batch extends Thing {
  owner: string;
  collection: string;
  pending: Item[];
}

/** Accounts, what they store, and the nodes that serve them. */
export class World extends OracleWorld {
  readonly accounts = new Map<string, Thing>();
  readonly storages = new Map<string, Storage>();
  readonly collections = new Map<string, Collection>();
  readonly bsos = new Map<string, Bso>();
  readonly batches = new Map<string, Batch>();
  readonly nodes = new Map<string, Thing>();
  captcha = false;
  strictUsernames = true;
  quota: number | null = null;
  fault: string | null = null;

  /** The phase gets the status after `seconds`, unless it changes before. */
  expire(thing: Thing, phase: string, seconds: number, status: string): void {
    this.arm(thing, phase, this.now + seconds, () => this.set(thing, phase, status));
  }

  /** The end of a step: items with no time to live expire, and every STORAGE follows. */
  override endStep(): void {
    // open: an item with ttl=0 expires before STORAGE is computed, so a storage with nothing else becomes EMPTY
    // directly
    while (this.fireFirst(this.now));
    super.endStep();
  }

  /** Every STORAGE follows what it holds (mozilla-sync 4.7). */
  override settle(): void {
    for (const [name, storage] of this.storages) {
      if (!storage.follows) continue;
      this.set(storage, 'STORAGE', this.storageStatus(name));
    }
  }

  private storageStatus(name: string): string {
    const sizes = this.liveSizes(name);
    if (sizes.size === 0) return 'EMPTY';
    if (this.quota === null) return 'UNDER_QUOTA';
    const left = this.quota - total(sizes);
    if (left <= 0) return 'OVER_QUOTA';
    return left < 1048576 ? 'NEAR_QUOTA' : 'UNDER_QUOTA';
  }

  registered(name: string): boolean {
    return this.accounts.get(name)?.phases.get('ACCOUNT') === 'REGISTERED';
  }

  /** The collection of that name, if it is present. */
  collection(name: string): Collection | null {
    const collection = this.collections.get(name);
    return collection?.phases.get('COLLECTION') === 'PRESENT' ? collection : null;
  }

  /** The BSO of that id, if it is LIVE. */
  live(id: string): Bso | null {
    const bso = this.bsos.get(id);
    return bso?.phases.get('BSO') === 'LIVE' ? bso : null;
  }

  /** The batch of that id, if it is OPEN. */
  openBatch(id: string): Batch | null {
    const batch = this.batches.get(id);
    return batch?.phases.get('BATCH') === 'OPEN' ? batch : null;
  }

  storage(name: string): Storage {
    let storage = this.storages.get(name);
    if (storage === undefined) {
      storage = { entity: `storage:${name}`, phases: new Map(), time: 0, follows: false };
      this.storages.set(name, storage);
    }
    return storage;
  }

  /** The size of each LIVE BSO of an account, by its id. */
  liveSizes(user: string): Map<string, number> {
    const sizes = new Map<string, number>();
    for (const bso of this.bsos.values()) {
      if (bso.phases.get('BSO') !== 'LIVE') continue;
      if (this.collection(bso.collection)?.owner === user) sizes.set(bso.id, bso.size);
    }
    return sizes;
  }

  used(user: string): number {
    return total(this.liveSizes(user));
  }
}

export function total(sizes: Map<string, number>): number {
  let sum = 0;
  for (const size of sizes.values()) sum += size;
  return sum;
}
