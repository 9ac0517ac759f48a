import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { atLeast, atMost, type Row, rounded, type Scale } from '../row.ts';

const REQUESTS: Record<Scale, number> = { full: 40_000, quick: 2000, tiny: 200 };
const ROUNDS: Record<Scale, number> = { full: 3, quick: 2, tiny: 1 };
const WORLDS: Record<Scale, number> = { full: 1000, quick: 1000, tiny: 10 };
const CONNECTIONS = 32;
const WAITS: Record<Scale, number> = { full: 2000, quick: 200, tiny: 10 };
const MIB = 2 ** 20;

export default {
  title: 'A control plane over HTTP',
  says:
    'Refused commands with a JSON body over the loopback interface, 32 at a time, and the same requests to the ' +
    'library alone (Hono on its Node server), which answers each with one object. Each runs in a process of its ' +
    'own, and they take turns; every answer was checked: 409, with the code 650. Then waits of a year against ' +
    'waits of a second, and many worlds at once, each begun with a scenario and asked.',
  async run(scale) {
    const best = { ours: 0, fixed: 0 };
    const waits = { year: 0, second: 0 };
    const servers = { ours: await started('ours'), fixed: await started('fixed') };
    try {
      for (let round = 0; round < ROUNDS[scale]; round += 1) {
        for (const which of ['ours', 'fixed'] as const) {
          best[which] = Math.max(best[which], await rate(servers[which].port, REQUESTS[scale]));
        }
        await waiting(servers.ours.port, WAITS[scale], waits);
      }
    } finally {
      for (const { child } of Object.values(servers)) child.kill();
    }
    const many = await started('ours');
    let memory: number;
    try {
      for (let world = 1; world < WORLDS[scale]; world += 1) await refused(many.port, agent, `world ${world}`);
      memory = (await memoryOf(many.child)) / MIB;
    } finally {
      many.child.kill();
    }
    const share = best.ours / best.fixed;
    return {
      columns: ['server', 'requests a second'],
      lines: [
        ['lifecycle serve', rounded(best.ours)],
        ['Hono, one object', rounded(best.fixed)],
        ['lifecycle serve, a wait of a year', rounded((WAITS[scale] * ROUNDS[scale]) / waits.year)],
        ['lifecycle serve, a wait of a second', rounded((WAITS[scale] * ROUNDS[scale]) / waits.second)],
      ],
      bars: [
        atLeast('share of the requests a second of the library alone', 0.5, share, ''),
        atMost('a wait of a year, over a wait of a second', 1.2, waits.year / waits.second, '×'),
        atMost(`memory with ${WORLDS[scale]} worlds`, 500, memory, ' MiB'),
      ],
      notes: [],
    };
  },
} satisfies Row;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

async function started(which: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, '../serving.ts'), [which], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [port] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, port: Number(String(port)) };
}

async function memoryOf(child: ChildProcess): Promise<number> {
  child.send('memory');
  const [bytes] = (await once(child, 'message')) as [number];
  return bytes;
}

/** Requests per second, with the given number in flight at a time. */
async function rate(port: number, count: number): Promise<number> {
  const began = performance.now();
  let left = count;
  const asking = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await refused(port, agent);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, asking));
  return count / ((performance.now() - began) / 1000);
}

/** Adds the seconds for waits of a year and of a second, sent in turns, in a world of their own. */
async function waiting(port: number, count: number, waits: { year: number; second: number }): Promise<void> {
  for (let asked = 0; asked < count; asked += 1) {
    for (const [unit, span] of [['year', '365d'] as const, ['second', '1s'] as const]) {
      const began = performance.now();
      const { wait } = await sent(port, '/_lifecycle/wait', { for: span });
      waits[unit] += (performance.now() - began) / 1000;
      if (wait === undefined) throw new Error(`a wait of ${span} was not applied`);
    }
  }
}

async function sent(port: number, path: string, body: object): Promise<{ readonly wait?: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'lifecycle-world': 'waits' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { readonly wait?: string };
}

/** Sends a command that is refused, and checks the answer. */
function refused(port: number, over: Agent, world = ''): Promise<void> {
  const headers = { 'content-type': 'application/json', 'content-length': 2, 'lifecycle-world': world };
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent: over, port, host: '127.0.0.1', method: 'POST', path: '/v1/job/1/copy.start', headers },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part) => {
          body += part;
        });
        response.on('end', () => {
          if (response.statusCode === 409 && body.includes('"code":650')) resolve();
          else reject(new Error(`answered ${response.statusCode}: ${body}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end('{}');
  });
}
