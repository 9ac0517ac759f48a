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

/** The clock stands still between two orders: what takes a second here takes none there. */
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
// As WildDuck's own start does it: the parser of this name is no part of newer versions of Node.
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

/** The unique indexes decide codes, those with a span forget. */
async function makeIndexes(): Promise<void> {
  const { indexes } = require('js-yaml').load(readFileSync('indexes.yaml', 'utf8'));
  for (const { collection, index } of indexes) {
    await db.database.collection(collection).createIndexes([index]);
  }
}

async function start(): Promise<void> {
  // Loaded before anything connects: on a busy machine that takes longer than a connection waits.
  const servers = ['lmtp', 'api'].map((name) => require(`./${name}`));
  const plugins = require('./lib/plugins');
  // The list of breached passwords is on the network: here one word is on it.
  require('./lib/tools').checkPwnedPassword = async (password: string) => ({ count: password === 'breached' ? 1 : 0 });
  await called((done) => db.connect(done));
  await makeIndexes();
  require('./lib/certs');
  plugins.init('receiver');
  await called((done) => plugins.handler.load(done));
  for (const server of servers) await called((done) => server(done));
}

/**
 * Moves the clock on. What Redis forgets it forgets by its own clock: every span there is one of whole seconds, so what
 * has run down since is put back on. A millisecond goes by with every step: what is over at a second is over in it.
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
