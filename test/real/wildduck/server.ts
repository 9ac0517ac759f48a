import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Order, Told } from './orders.ts';

/*
 * The process in which WildDuck runs: its API and its LMTP, from the folder that it was installed in, with a clock that
 * can be moved. The switches of its configuration stand on the command line.
 */

const folder = process.env.WILDDUCK_FOLDER ?? '';
const require = createRequire(join(folder, 'server.js'));

/** The clock stands still between two orders, however long they take here. */
let now = Number(process.env.WILDDUCK_STARTS_AT);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given: []) {
    if (given.length === 0) super(now);
    else super(...given);
  }
  static override now = (): number => now;
  static override [Symbol.hasInstance] = (value: unknown): boolean =>
    Object.prototype.toString.call(value) === '[object Date]';
} as DateConstructor;

process.chdir(folder);
// As WildDuck's own start does: newer versions of Node lack the parser of this name.
const { binding } = process as unknown as { binding: (name: string) => unknown };
Object.assign(process, {
  binding: (name: string) => (name === 'http_parser' ? require('http-parser-js') : binding.call(process, name)),
});

require('npmlog').level = 'silent';
const config = require('wild-config');
config.log.level = 'silent';
const db = require('./lib/db');

type Callback = (error?: Error | null) => void;
const called = (run: (callback: Callback) => void): Promise<void> =>
  new Promise((resolve, reject) => run((error) => (error ? reject(error) : resolve())));

/** Unique indexes decide codes; those with a span let documents expire. */
async function makeIndexes(): Promise<void> {
  const { indexes } = require('js-yaml').load(readFileSync('indexes.yaml', 'utf8'));
  for (const { collection, index } of indexes) {
    await db.database.collection(collection).createIndexes([index]);
  }
}

async function start(): Promise<void> {
  // Loaded before anything connects, because on a busy machine it takes longer than a connection waits.
  const servers = ['lmtp', 'api'].map((name) => require(`./${name}`));
  const plugins = require('./lib/plugins');
  // The list of breached passwords is on the network. Here it has one word.
  require('./lib/tools').checkPwnedPassword = async (password: string) => ({ count: password === 'breached' ? 1 : 0 });
  await called((done) => db.connect(done));
  await makeIndexes();
  require('./lib/certs');
  plugins.init('receiver');
  await called((done) => plugins.handler.load(done));
  for (const server of servers) await called((done) => server(done));
}

/**
 * Advances the clock. Redis lets keys expire by its own clock, in spans of whole seconds, so the real time that has passed
 * is added again. Every step also takes a millisecond, so that whatever ends at a second has ended in it.
 */
async function wait(seconds: number): Promise<void> {
  now += seconds * 1000 + 1;
  const { redis } = db;
  for (const key of await redis.keys('*')) {
    const left = Math.ceil((await redis.pttl(key)) / 1000);
    if (left <= 0) continue;
    if (left <= seconds) await redis.del(key);
    else await redis.expire(key, left - seconds);
  }
}

async function purge(user: string): Promise<void> {
  const { ObjectId } = require('mongodb');
  const task = { _id: new ObjectId() };
  const data = { user: new ObjectId(user) };
  await called((done) => require('./lib/tasks/user-delete')(task, data, { loggelf: () => {} }, done));
}

const obey = async (order: Order): Promise<void> => {
  if ('wait' in order) await wait(order.wait);
  else if ('purge' in order) await purge(order.purge);
  else await db.redis.flushdb();
};

const tell = (told: Told): void => void process.send?.(told);

process.on('message', (order: Order) => {
  obey(order).then(
    () => tell({ done: true }),
    (error) => tell({ failed: String(error?.stack ?? error) }),
  );
});
process.on('disconnect', () => process.exit());

start().then(
  () => tell({ done: true }),
  (error) => tell({ failed: String(error?.stack ?? error) }),
);
