// The program itself, asked over the loopback interface.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { end, lifecycle, start } from '../cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const ready = join(folder, 'ready.txt');
writeFileSync(ready, 'given ready\n');

type Child = ReturnType<typeof start>;
const running = new Set<Child>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Served {
  readonly child: Child;
  readonly url: string;
  readonly port: number;
  /** All that was printed so far. */
  readonly lines: () => string[];
}

async function serve(...args: string[]): Promise<Served> {
  const child = start(['serve', '--port', '0', ...args]);
  running.add(child);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    printed += part;
  });
  const lines = () => printed.trimEnd().split('\n');
  await expect.poll(() => lines().length).toBeGreaterThanOrEqual(4);
  const [, url = '', port = ''] = /at (http:\/\/[\d.]+:(\d+));/.exec(printed) ?? [];
  return { child, url, port: Number(port), lines };
}

/** The phases of an entity. */
async function phasesAt(address: string): Promise<Record<string, string | null>> {
  const view = (await (await fetch(address)).json()) as { phases: Record<string, string | null> };
  return view.phases;
}

/** What a raw socket is answered. */
function say(port: number, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(words));
    text(socket).then(resolve, reject);
  });
}

describe('lifecycle serve', () => {
  it('prints its address and three example requests that work', async () => {
    const { url, lines } = await serve('--after', ready);
    const [title, ...toTry] = lines();
    expect(title).toBe(`Egnyte Migration App at ${url}; Ctrl-C ends it`);
    expect(toTry).toEqual([
      `  curl ${url}/v1/job/1`,
      `  curl -X POST ${url}/v1/job/1/create`,
      `  curl -X POST ${url}/_lifecycle/wait -H 'Content-Type: application/json' -d '{"for":"5m"}'`,
    ]);
    expect((await phasesAt(`${url}/v1/job/1`)).SCAN).toBe('SUCCEEDED');
    expect((await fetch(`${url}/v1/job/1/create`, { method: 'POST' })).status).toBe(409);
    const headers = { 'content-type': 'application/json' };
    const waited = await fetch(`${url}/_lifecycle/wait`, { method: 'POST', headers, body: '{"for":"5m"}' });
    expect(await waited.json()).toMatchObject({ wait: '300s' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends at once and quietly with %s, listeners or not', async (signal) => {
    const { child, url } = await serve();
    const heard = text((await fetch(`${url}/v1/events`)).body as never).catch(() => 'cut off');
    const ended = end(child);
    const complaints = text(child.stderr);
    child.kill(signal);
    expect([await ended, await complaints]).toEqual([0, '']);
    await heard;
  });

  it('refuses a host name that may result from DNS rebinding', async () => {
    const { port } = await serve();
    const status = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', path: '/v1/job/1', headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  it('logs a line for each request with --log', async () => {
    const { url, lines } = await serve('--log');
    await fetch(`${url}/v1/job/1`);
    await expect.poll(() => lines().at(-1)).toBe('GET /v1/job/1 200');
  });

  it('lets timers run by the real clock on request', async () => {
    const { url } = await serve('--after', ready, '--clock', 'real', '--speed', '1000');
    const status = async () => (await phasesAt(`${url}/v1/agent/1`)).AGENT_RETIRE;
    await fetch(`${url}/v1/agent/1/retire`, { method: 'POST' });
    const before = await status();
    await expect.poll(status).not.toBe(before);
  });

  it('accepts a route file in TypeScript', async () => {
    const file = join(folder, 'routes.ts');
    const route = {
      method: 'POST',
      path: '/scan',
      entity: 'job',
      event: 'scan.start',
      accepted: { body: '{status.SCAN}' },
    };
    const routes = { title: 'Ours', system: 'egnyte', rejected: { body: '{code}' }, routes: [route] };
    writeFileSync(file, `const routes: object = ${JSON.stringify(routes)};\nexport default routes;\n`);
    const { url } = await serve('--after', ready, '--routes', file);
    const scan = async () => (await fetch(`${url}/scan`, { method: 'POST' })).text();
    expect([await scan(), await scan()]).toEqual(['"QUEUED"', '650']);
  });

  it('accepts the routes of the package by name', async () => {
    const { url } = await serve('--system', 'wildduck', '--routes', 'wildduck');
    expect((await fetch(`${url}/users/nobody`)).status).toBe(404);
  });

  it('answers other requests during a search', async () => {
    const { url } = await serve();
    let isFound = false;
    const way = fetch(`${url}/_lifecycle/to`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'lifecycle-world': 'a' },
      body: JSON.stringify({ entity: 'job:1', phases: { SCAN: 'FAILED', DATA_SYNC: 'PAUSED' } }),
    }).finally(() => {
      isFound = true;
    });
    for (let asked = 0; asked < 20; asked += 1) await phasesAt(`${url}/v1/job/1`);
    expect(isFound).toBe(false);
    const { view } = (await (await way).json()) as { view: { phases: object } };
    expect(view.phases).toMatchObject({ SCAN: 'FAILED', DATA_SYNC: 'PAUSED' });
  }, 120_000);

  it('answers malformed HTTP, and goes on', async () => {
    const { url, port } = await serve();
    expect(await say(port, 'no request\r\n\r\n')).toMatch(/^HTTP\/1.1 400 [\s\S]*application\/problem\+json/);
    for (const head of ['Host: a/b@c', 'Host: \u00ff', 'X: no host', 'Host: 127.0.0.1:99999']) {
      expect(await say(port, `GET / HTTP/1.1\r\nConnection: close\r\n${head}\r\n\r\n`)).toMatch(
        /^HTTP\/1.1 400 [\s\S]*application\/problem\+json[\s\S]*"detail":"this cannot be read as a request of HTTP: /,
      );
    }
    expect(await say(port, 'GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    expect(await say(port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431 /);
    expect((await fetch(`${url}/v1/job/1`)).status).toBe(200);
  });

  it('does not wait for a body or head that never arrives', async () => {
    const { port } = await serve();
    const head =
      'POST /v1/job/1/create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n';
    const [slowBody, slowHead] = await Promise.all([say(port, `${head}\r\n{`), say(port, head)]);
    expect(slowBody).toMatch(/^HTTP\/1.1 408 [\s\S]*application\/problem\+json/);
    expect(slowHead).toMatch(/^HTTP\/1.1 408 [\s\S]*application\/problem\+json/);
  });

  it('answers a body that is too large, though it is not read to its end', async () => {
    const { port } = await serve();
    const head =
      'POST /v1/job/1/create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 3000000\r\n';
    expect(await say(port, `${head}\r\n{`)).toMatch(/^HTTP\/1.1 413 /);
  });

  it.each([1_000_001, 5_000_000, 30_000_000])('a client that sends all of %i bytes reads the 413', async (bytes) => {
    const { url } = await serve();
    const request = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
    const response = await fetch(`${url}/v1/job/1/create`, { ...request, body: ' '.repeat(bytes) });
    expect([response.status, await response.json()]).toEqual([413, expect.objectContaining({ status: 413 })]);
  });
});

describe('a mistake on the command line is one line', () => {
  it.each([
    [['--port', '70000'], /--port "70000" is no port; name one from 1 to 65535/],
    [['--speed', '60'], /--speed needs --clock real/],
    [
      ['--cors', 'example.com'],
      /--cors "example\.com" is no origin; name one such as https:\/\/example\.com, without a path/,
    ],
    [['--cors', 'https://example.com/'], /is no origin/],
    [['--clock', 'wall'], /--clock "wall" is unknown; it is real/],
    [['--clock', 'real', '--speed', '0'], /--speed "0" is no speed/],
    [['--after', 'missing.txt'], /cannot read "missing.txt": no such file or directory; name a scenario file/],
    [
      ['--routes', 'wilddcuk'],
      /cannot read "wilddcuk": no such file; name a file of routes, or one of mozilla-sync, wildduck/,
    ],
    [['--routes', 'wildduck'], /wildduck: its routes are for wildduck, and egnyte is served; say --system wildduck$/m],
    [['--routes', ready], /cannot read ".*ready\.txt": it is neither JSON nor a module; /],
    [['--host', '256.1.1.1', '--port', '0'], /cannot listen at 256.1.1.1, port 0: /],
  ])('%j', async (args, says) => {
    const { status, stderr } = await lifecycle(['serve', ...args]);
    expect([status, stderr.trimEnd().split('\n').length, stderr]).toEqual([2, 1, expect.stringMatching(says)]);
  });

  it('names the place in a scenario that cannot be read', async () => {
    const file = join(folder, 'wrong.txt');
    writeFileSync(file, 'given ready\njbo create\n');
    expect((await lifecycle(['serve', '--after', file])).stderr).toMatch(/wrong\.txt:2:1: unknown entity/);
  });

  it('says that a port is in use', async () => {
    const { port } = await serve();
    expect((await lifecycle(['serve', '--port', String(port)])).stderr).toMatch(
      /EADDRINUSE; choose another with --port/,
    );
  });
});
