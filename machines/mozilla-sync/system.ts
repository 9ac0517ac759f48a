import type { System } from '../../src/define/index.ts';
import { defineSystem } from '../../src/define/unchecked.ts';
import { account } from './account.ts';
import { batch } from './batch.ts';
import { bso } from './bso.ts';
import { codes } from './codes.ts';
import { collection } from './collection.ts';
import {
  batchData,
  bsoData,
  collectionOfBso,
  freshBatch,
  freshBso,
  freshCollection,
  freshStorage,
} from './contents.ts';
import { effects } from './effects.ts';
import { freshNode, node, nodeData } from './node.ts';
import { server } from './server.ts';
import { freshServer } from './settings.ts';
import { storage } from './storage.ts';

/** Written out, so that the declarations refer to each entity instead of repeating it. */
type Entities = {
  readonly account: typeof account;
  readonly storage: typeof storage;
  readonly collection: typeof collection;
  readonly bso: typeof bso;
  readonly batch: typeof batch;
  readonly node: typeof node;
  readonly server: typeof server;
};

/** Mozilla Sync: accounts, what they store, and the nodes that serve it, over three generations of its servers. */
export const mozillaSync: System<Entities> = defineSystem({
  name: 'mozilla-sync',
  title: 'Mozilla Sync',
  marks: {
    S: "in the vendor's list or its API pages",
    F: {
      says: 'found in the source of',
      version:
        'syncstorage-rs 0d4b14c (2026-08), server-syncstorage 4b0aaaa (2023-02) and, for accounts, server-reg (version not recorded)',
    },
    I: 'inferred',
  },
  codes,
  entities: { account, storage, collection, bso, batch, node, server },
  unknownEvent: 1,
  unknownEventMark: 'I',
  ready: ['node healthy', 'account create password=correct-horse email=1@example.com'],
  effects,
  data: {
    storage: freshStorage,
    collection: freshCollection,
    bso: freshBso,
    batch: freshBatch,
    node: freshNode,
    server: freshServer,
  },
  delays: { ttl: ({ self }) => bsoData(self).ttl, backoff: ({ self }) => nodeData(self).backoff },
  /** Deleting an account deletes its storage; deleting a collection deletes its BSOs. */
  links: [
    {
      from: 'account',
      signals: ['entered ACCOUNT.DELETED'],
      to: (world, { id }) => [
        ...world.all('storage').filter((each) => each.id === id),
        ...world.all('batch').filter((each) => batchData(each).owner === id),
      ],
    },
    {
      from: 'collection',
      signals: ['entered COLLECTION.DELETED'],
      to: (world, { id }) => world.all('bso').filter((each) => collectionOfBso(each.id) === id),
    },
  ],

  /** A storage's status follows its contents, at the end of every step and timer (mozilla-sync 4.7). */
  settle(world, touched) {
    if (touched.kind === 'storage') world.tell(touched, 'measured', {});
  },

  /** A reset code is requested with a good password. */
  searchHints: [
    'account password.change password=correct-horse code=sent',
    'account:2 create password=battery-staple\nbso put user=2',
    'bso:tabs.x put size=1\nserver set quota=1',
  ],
});
