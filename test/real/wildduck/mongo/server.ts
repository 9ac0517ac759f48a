import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { type Document, ObjectId } from 'bson';
import { type Change, Collection, DuplicateKey } from './collection.ts';
import { WireReader } from './wire.ts';

/**
 * The part of MongoDB that WildDuck's API and LMTP use, in memory and on loopback. Every list is answered whole, so no
 * cursor has more to give.
 */
export class MongoStandIn {
  private readonly collections = new Map<string, Collection>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((socket) => {
      const reader = new WireReader();
      socket.on('error', () => socket.destroy());
      socket.on('data', (chunk) => {
        for (const { body, answer } of reader.read(chunk)) {
          const reply = this.run(body);
          if (answer) socket.write(answer(reply));
        }
      });
    });
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', () => resolve((this.server.address() as AddressInfo).port));
    });
  }

  close(): void {
    this.server.close();
    this.server.unref();
  }

  collection(name: string): Collection {
    const known = this.collections.get(name) ?? new Collection(name);
    this.collections.set(name, known);
    return known;
  }

  clear(): void {
    for (const collection of this.collections.values()) collection.clear();
  }

  /** What MongoDB does as time passes: it removes documents that their index lets expire. */
  expire(now: number): void {
    for (const collection of this.collections.values()) {
      for (const { key, expireAfterSeconds } of collection.indexes) {
        if (expireAfterSeconds === undefined) continue;
        const [field = ''] = Object.keys(key);
        collection.remove({ [field]: { $lte: new Date(now - expireAfterSeconds * 1000) } }, 0);
      }
    }
  }

  private run(body: Document): Document {
    const [command = ''] = Object.keys(body);
    const handler = handlers[command];
    if (!handler) return { ok: 0, code: 59, codeName: 'CommandNotFound', errmsg: `no such command: '${command}'` };
    try {
      return { ...handler(this.collection(String(body[command])), body), ok: 1 };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return { ok: 0, code: error instanceof DuplicateKey ? error.code : 8, errmsg: error.message };
    }
  }
}

type Handler = (collection: Collection, body: Document) => Document;

const hello: Handler = () => ({
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  minWireVersion: 0,
  maxWireVersion: 17,
  readOnly: false,
});

const nothing: Handler = () => ({});
const batch = (firstBatch: Document[]): Document => ({ cursor: { id: 0, ns: 'wildduck.any', firstBatch } });

/** Several writes of one command. Those that fail are reported by their index. */
function each<T>(list: readonly T[], write: (one: T, index: number) => void, ordered = true): Document {
  const writeErrors: Document[] = [];
  for (const [index, one] of list.entries()) {
    try {
      write(one, index);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message });
      if (ordered) break;
    }
  }
  return writeErrors.length === 0 ? {} : { writeErrors };
}

const handlers: { readonly [command: string]: Handler } = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: nothing,
  endSessions: nothing,
  killCursors: nothing,
  create: nothing,

  createIndexes(collection, { indexes }) {
    for (const index of indexes) collection.index(index);
    return {};
  },

  listIndexes: (collection) => batch(collection.indexes.map((index) => ({ v: 2, ...index }))),
  find: (collection, body) => batch(collection.find(body)),
  aggregate: (collection, { pipeline }) => batch(collection.aggregate(pipeline)),

  insert(collection, { documents, ordered }) {
    let n = 0;
    const errors = each(
      documents as Document[],
      (doc) => {
        collection.insert({ _id: new ObjectId(), ...doc });
        n += 1;
      },
      ordered,
    );
    return { n, ...errors };
  },

  update(collection, { updates, ordered }) {
    let n = 0;
    const upserted: Document[] = [];
    const errors = each(
      updates as Change[],
      (change, index) => {
        const { after, upserted: id } = collection.update(change);
        n += after.length;
        if (id !== undefined) upserted.push({ index, _id: id });
      },
      ordered,
    );
    return { n, nModified: n - upserted.length, ...(upserted.length > 0 ? { upserted } : {}), ...errors };
  },

  delete(collection, { deletes }) {
    let n = 0;
    for (const { q, limit } of deletes) n += collection.remove(q, limit).length;
    return { n };
  },

  findAndModify(collection, { query = {}, update, sort, remove, new: renewed, upsert, fields, arrayFilters }) {
    const project = (doc: Document | undefined): Document | null => {
      if (!doc) return null;
      const alone = new Collection('one');
      alone.insert(doc);
      return alone.find({ projection: fields })[0] ?? null;
    };
    if (remove) {
      const [gone] = collection.remove(query, 1, sort);
      return { lastErrorObject: { n: gone ? 1 : 0 }, value: project(gone) };
    }
    const { before, after, upserted } = collection.update({ q: query, u: update, upsert, arrayFilters }, sort);
    const updatedExisting = before.length > 0;
    return {
      lastErrorObject: { n: after.length, updatedExisting, ...(upserted === undefined ? {} : { upserted }) },
      value: project(renewed ? after[0] : before[0]),
    };
  },
};
