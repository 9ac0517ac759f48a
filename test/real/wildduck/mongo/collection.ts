import type { Document } from 'bson';
import { EJSON, ObjectId } from 'bson';
import { aggregate, find, Query, update } from 'mingo';

export interface Index {
  readonly name: string;
  readonly key: Document;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Document;
  readonly expireAfterSeconds?: number;
}

/** A duplicate key: MongoDB's error 11000. */
export class DuplicateKey extends Error {
  readonly code = 11000;
}

export interface Change {
  readonly q: Document;
  readonly u: Document;
  readonly multi?: boolean;
  readonly upsert?: boolean;
  readonly arrayFilters?: Document[];
}

export interface Changed {
  readonly before: readonly Document[];
  readonly after: readonly Document[];
  readonly upserted?: unknown;
}

/** The documents of a collection, in the order of insertion. mingo does queries and updates. */
export class Collection {
  readonly indexes: Index[] = [{ name: '_id_', key: { _id: 1 }, unique: true }];
  private docs: Document[] = [];
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  index(index: Index): void {
    if (!this.indexes.some(({ name }) => name === index.name)) this.indexes.push(index);
  }

  clear(): void {
    this.docs = [];
  }

  insert(doc: Document): void {
    this.check(doc);
    this.docs.push(doc);
  }

  find({ filter = {}, projection, sort, skip = 0, limit = 0 }: Document): Document[] {
    const cursor = find<Document>(this.docs, filter, projection ?? {});
    if (sort && Object.keys(sort).length > 0) cursor.sort(sort);
    if (skip) cursor.skip(skip);
    if (limit) cursor.limit(Math.abs(limit));
    return cursor.all();
  }

  aggregate(pipeline: Document[]): Document[] {
    return aggregate(this.docs, pipeline);
  }

  update({ q, u, multi = false, upsert = false, arrayFilters = [] }: Change, sort?: Document): Changed {
    const all = this.matching(q, sort);
    const found = multi ? all : all.slice(0, 1);
    if (found.length === 0 && upsert) {
      const made = this.made(q, u, arrayFilters);
      this.insert(made);
      return { before: [], after: [made], upserted: made._id };
    }
    return { before: found, after: found.map((doc) => this.replace(doc, changed(doc, q, u, arrayFilters))) };
  }

  remove(filter: Document, limit: number, sort?: Document): Document[] {
    const all = this.matching(filter, sort);
    const gone = new Set(limit === 0 ? all : all.slice(0, limit));
    this.docs = this.docs.filter((doc) => !gone.has(doc));
    return [...gone];
  }

  private matching(filter: Document, sort?: Document): Document[] {
    const cursor = find<Document>(this.docs, filter);
    if (sort && Object.keys(sort).length > 0) cursor.sort(sort);
    const ids = new Set(cursor.all());
    // The cursor may return copies; the documents themselves are needed.
    const own = this.docs.filter((doc) => ids.has(doc));
    if (own.length === ids.size && !sort) return own;
    const byId = new Map(this.docs.map((doc) => [keyOf(doc._id), doc]));
    return [...ids].map((doc) => byId.get(keyOf(doc._id)) as Document);
  }

  private replace(doc: Document, next: Document): Document {
    this.check(next, doc);
    this.docs[this.docs.indexOf(doc)] = next;
    return next;
  }

  /** A new document: the equalities of the query, and the update. */
  private made(q: Document, u: Document, arrayFilters: Document[]): Document {
    const base: Document = { _id: new ObjectId() };
    for (const [key, value] of Object.entries(q)) {
      if (!key.startsWith('$') && !isOperators(value)) Object.assign(base, { [key]: value });
    }
    if (!isOperators(u)) return { ...base, ...u };
    const { $setOnInsert = {}, $set = {}, ...rest } = u;
    return changed(base, {}, { ...rest, $set: { ...$setOnInsert, ...$set } }, arrayFilters);
  }

  private check(doc: Document, except?: Document): void {
    for (const index of this.indexes) {
      const key = index.unique ? entryOf(index, doc) : undefined;
      if (key === undefined) continue;
      if (this.docs.some((other) => other !== except && entryOf(index, other) === key)) {
        throw new DuplicateKey(
          `E11000 duplicate key error collection: ${this.name} index: ${index.name} dup key: ${key}`,
        );
      }
    }
  }
}

/** A copy of the document with the update applied. */
function changed(doc: Document, q: Document, u: Document, arrayFilters: Document[]): Document {
  if (!isOperators(u)) return { _id: doc._id, ...u };
  const { $setOnInsert: _, ...modifier } = u;
  const next = copyOf(doc) as Document;
  const used = Object.fromEntries(Object.entries(modifier).filter(([, fields]) => Object.keys(fields).length > 0));
  if (Object.keys(used).length > 0) update(next, placed(used, next, q), arrayFilters, q);
  return next;
}

/** The update with `$` replaced by the index of the first element that the query matches. */
function placed(modifier: Document, doc: Document, q: Document): Document {
  const place = (path: string): string => {
    const [list = '', rest] = path.split('.$.');
    if (rest === undefined) return path;
    const wanted = Object.entries(q).filter(([key]) => key.startsWith(`${list}.`));
    const query = new Query(Object.fromEntries(wanted.map(([key, value]) => [key.slice(list.length + 1), value])));
    const index = (at(doc, list) as Document[]).findIndex((each) => query.test(each));
    return `${list}.${index}.${rest}`;
  };
  return Object.fromEntries(
    Object.entries(modifier).map(([operator, fields]) => [
      operator,
      Object.fromEntries(Object.entries(fields as Document).map(([path, value]) => [place(path), value])),
    ]),
  );
}

const at = (doc: Document, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (value as Document)?.[part], doc);

const isOperators = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.startsWith('$'));

const isPlain = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Copies objects and lists; ids, dates and bytes are values. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
}

const keyOf = (value: unknown): string => EJSON.stringify({ value });

/** The document's key in the index; undefined if the index leaves it out. */
function entryOf({ key, sparse, partialFilterExpression }: Index, doc: Document): string | undefined {
  if (partialFilterExpression && !new Query(partialFilterExpression).test(doc)) return undefined;
  const values = Object.keys(key).map((path) => at(doc, path));
  if (sparse && values.every((value) => value === undefined)) return undefined;
  return keyOf(values.map((value) => value ?? null));
}
