import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { MASTER } from './api.ts';
import type { MongoStandIn } from './mongo/server.ts';
import type { Order, Told } from './orders.ts';

/** A free port of loopback. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Redis, which keeps nothing on disk. */
async function startRedis(redis: string): Promise<{ process: ChildProcess; port: number }> {
  const port = await freePort();
  const switches = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const process = spawn(redis, switches, { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise<void>((resolve, reject) => {
    process.stdout.on('data', (chunk) => String(chunk).includes('Ready to accept') && resolve());
    process.on('error', reject);
    process.on('exit', () => reject(new Error('Redis did not start')));
  });
  return { process, port };
}

/** The running server. */
export interface Running {
  readonly apiPort: number;
  readonly lmtpPort: number;
  order(order: Order): Promise<void>;
  stop(): void;
}

/** Starts Redis and WildDuck, with this stand-in for MongoDB. */
export async function start(folder: string, redis: string, mongo: MongoStandIn, startsAt: number): Promise<Running> {
  const mongoPort = await mongo.listen();
  const store = await startRedis(redis);
  const [apiPort, lmtpPort] = [await freePort(), await freePort()];
  const settings = {
    'dbs.mongo': `mongodb://127.0.0.1:${mongoPort}/wildduck`,
    'dbs.redis': `redis://127.0.0.1:${store.port}/0`,
    'dbs.sender': 'sender',
    'api.enabled': true,
    'api.host': '127.0.0.1',
    'api.port': apiPort,
    'api.accessControl.enabled': true,
    'api.accessToken': MASTER,
    'lmtp.enabled': true,
    'lmtp.host': '127.0.0.1',
    'lmtp.port': lmtpPort,
    'lmtp.disableSTARTTLS': true,
    'imap.enabled': false,
    'pop3.enabled': false,
    'tasks.enabled': false,
    'webhooks.enabled': false,
    'acme.agent.enabled': false,
    'sender.enabled': true,
    'totp.cipher': 'aes192',
    'dkim.cipher': 'aes192',
  };
  const child = fork(
    fileURLToPath(new URL('server.ts', import.meta.url)),
    Object.entries(settings).map(([key, value]) => `--${key}=${value}`),
    {
      env: {
        ...process.env,
        WILDDUCK_FOLDER: folder,
        WILDDUCK_STARTS_AT: String(startsAt),
        NODE_CONFIG_DIR: `${folder}/config`,
      },
      execArgv: ['--no-deprecation'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const stop = (): void => {
    child.kill();
    store.process.kill();
    mongo.close();
  };
  /** Who waits for the next message of the process. */
  let waiting: { resolve: () => void; reject: (error: Error) => void } | undefined;
  child.on('message', (told: Told) => {
    if ('failed' in told) waiting?.reject(new Error(told.failed));
    else waiting?.resolve();
  });
  child.on('exit', () => waiting?.reject(new Error('WildDuck has ended')));
  const done = (): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
    });
  try {
    await done();
  } catch (error) {
    stop();
    throw error;
  }
  return {
    apiPort,
    lmtpPort,
    order(order) {
      const answered = done();
      child.send(order);
      return answered;
    },
    stop,
  };
}
