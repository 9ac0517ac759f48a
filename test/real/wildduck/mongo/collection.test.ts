import { ObjectId } from 'bson';
import { describe, expect, it } from 'vitest';
import { Collection } from './collection.ts';

const index = (more: object = {}) => ({ name: 'view', key: { view: 1 }, unique: true, ...more });

describe('a unique index', () => {
  it('refuses a second document with the same value, and names the index', () => {
    const users = new Collection('users');
    users.index(index());
    users.insert({ _id: 1, view: 'a' });
    expect(() => users.insert({ _id: 2, view: 'a' })).toThrow(/^E11000 .*index: view /);
  });

  it('refuses an update to the value of another', () => {
    const users = new Collection('users');
    users.index(index());
    users.insert({ _id: 1, view: 'a' });
    users.insert({ _id: 2, view: 'b' });
    expect(() => users.update({ q: { _id: 2 }, u: { $set: { view: 'a' } } })).toThrow(/^E11000 /);
    expect(users.find({ filter: { _id: 2 } })).toEqual([{ _id: 2, view: 'b' }]);
  });

  it('that is sparse leaves out documents without the value', () => {
    const users = new Collection('users');
    users.index(index({ sparse: true }));
    users.insert({ _id: 1 });
    users.insert({ _id: 2 });
    expect(users.find({})).toHaveLength(2);
  });

  it('that is partial applies only to matching documents', () => {
    const users = new Collection('users');
    users.index(index({ partialFilterExpression: { on: true } }));
    users.insert({ _id: 1, view: 'a', on: true });
    users.insert({ _id: 2, view: 'a' });
    expect(() => users.insert({ _id: 3, view: 'a', on: true })).toThrow(/^E11000 /);
  });
});

describe('ids', () => {
  it('are equal by value', () => {
    const messages = new Collection('messages');
    const id = new ObjectId();
    messages.insert({ _id: 1, user: id });
    expect(messages.find({ filter: { user: new ObjectId(id.toHexString()) } })).toHaveLength(1);
  });
});

describe('an update', () => {
  it('with $ changes the element that the query matched', () => {
    const users = new Collection('users');
    users.insert({
      _id: 1,
      keys: {
        list: [
          { id: 1, n: 0 },
          { id: 2, n: 0 },
        ],
      },
    });
    users.update({ q: { _id: 1, 'keys.list.id': 2 }, u: { $set: { 'keys.list.$.n': 7 } } });
    expect(users.find({})[0]?.keys).toEqual({
      list: [
        { id: 1, n: 0 },
        { id: 2, n: 7 },
      ],
    });
  });

  it('that is an upsert and finds nothing inserts a document made of query, update and $setOnInsert', () => {
    const counters = new Collection('counters');
    const change = { q: { name: 'a' }, u: { $inc: { n: 1 }, $setOnInsert: { made: true } }, upsert: true };
    counters.update(change);
    counters.update(change);
    expect(counters.find({ projection: { _id: 0 } })).toEqual([{ name: 'a', n: 2, made: true }]);
  });

  it('does not change documents that were read before', () => {
    const users = new Collection('users');
    users.insert({ _id: 1, n: 1 });
    const [before] = users.find({});
    users.update({ q: { _id: 1 }, u: { $set: { n: 2 } } });
    expect(before).toEqual({ _id: 1, n: 1 });
  });
});
