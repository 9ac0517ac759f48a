import { describe, expect, it, test } from 'vitest';
import { handler } from '../../src/server/index.ts';
import { clientOf } from './asking.ts';

const JSON_BODY = { 'content-type': 'application/json' };

describe('who may ask', () => {
  const ask = clientOf(handler('egnyte'));
  const open = clientOf(handler('egnyte', { hosts: ['0.0.0.0', 'build.test'], cors: 'https://app.test' }));

  it.each(['localhost', 'localhost:4010', '127.0.0.1:4010', '[::1]:4010', 'LOCALHOST'])(
    'the host %s is served',
    async (host) => expect(await ask('GET /v1/job/1', undefined, { host })).toMatchObject({ status: 200 }),
  );

  it.each(['evil.example', 'evil.example:4010', 'localhost.evil.example', '10.0.0.1', 'localhost@evil.example', ''])(
    'the host %j is not, as it may have been rebound to this machine',
    async (host) =>
      expect(await ask('POST /v1/job/1/create', undefined, { host })).toMatchObject({
        status: 403,
        type: 'application/problem+json',
        body: { title: 'Forbidden' },
      }),
  );

  it.each(['build.test:80', '10.0.0.1:80', '[fe80::1]:80'])(
    'the host %s is served where that was allowed',
    async (host) => expect(await open('GET /v1/job/1', undefined, { host })).toMatchObject({ status: 200 }),
  );

  it('an unknown host name is refused at 0.0.0.0 too', async () =>
    expect(await open('GET /v1/job/1', undefined, { host: 'evil.example' })).toMatchObject({ status: 403 }));

  it.each(['http://localhost', 'http://localhost:5173'])('pages of %s are allowed', async (origin) => {
    const { status, headers } = await ask('POST /v1/job/1/create', undefined, { origin });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([409, origin]);
  });

  it.each([
    'http://evil.example',
    'https://localhost:5173',
    'http://localhost.evil.example',
    'http://localhost:x',
    'null',
  ])('pages of %s may not', async (origin) => {
    const { status, headers } = await ask('POST /v1/job/1/create', undefined, { origin });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('with an allowed origin, pages of localhost are refused', async () => {
    const asked = (origin: string) => open('GET /v1/job/1', undefined, { origin });
    expect(await asked('https://app.test')).toMatchObject({ status: 200 });
    expect(await asked('http://localhost:5173')).toMatchObject({ status: 403 });
  });

  it('a preflight request is answered with the allowed methods and headers', async () => {
    const asked = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' };
    const { status, headers } = await ask('OPTIONS /v1/job/1/scan.start', undefined, asked);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(headers.get('access-control-allow-headers')).toMatch(/lifecycle-world/);
  });

  it('a preflight request of another origin is refused', async () => {
    const asked = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
    expect(await ask('OPTIONS /v1/job/1/scan.start', undefined, asked)).toMatchObject({ status: 403 });
  });
});

describe('what is sent', () => {
  const ask = clientOf(handler('egnyte', { bodyTimeout: 50 }));
  const answer = handler('egnyte', { bodyTimeout: 50 });

  it.each([
    ['GET /v1/job/1/scan.start', 'POST'],
    ['PUT /v1/job/1', 'GET, HEAD'],
    ['DELETE /v1/job', 'GET, HEAD'],
    ['GET /_lifecycle/wait', 'POST'],
    ['PATCH /_lifecycle/scenario', 'POST, GET, HEAD'],
    ['POST /openapi.json', 'GET, HEAD'],
  ])('%s is another method', async (line, allow) => {
    const { status, headers, body } = await ask(line);
    expect([status, body.status, headers.get('allow')?.split(', ').sort()]).toEqual([
      405,
      405,
      allow.split(', ').sort(),
    ]);
  });

  it.each(['/', '/v1', '/v2/job', '/v1/job/1/scan.start/now', '/_lifecycle/other', '/etc/passwd', '/../../etc/passwd'])(
    'there is nothing at %s',
    async (path) => expect(await ask(`GET ${path}`)).toMatchObject({ status: 404, type: 'application/problem+json' }),
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/form-data'])(
    '%s is no JSON',
    async (type) =>
      expect(await ask('POST /v1/job/1/create', '{}', { 'content-type': type })).toMatchObject({ status: 415 }),
  );

  it('a content type may have a charset', async () =>
    expect(
      await ask('POST /v1/job/1/create', '{}', { 'content-type': 'application/json; charset=utf-8' }),
    ).toMatchObject({
      status: 409,
    }));

  it('1 MB is accepted, one byte more is not', async () => {
    const bodyOf = (bytes: number) => JSON.stringify({ destination: 'x'.repeat(bytes - '{"destination":""}'.length) });
    expect(await ask('POST /v1/job/1/create', bodyOf(1_000_000), JSON_BODY)).toMatchObject({ status: 409 });
    expect(await ask('POST /v1/job/1/create', bodyOf(1_000_001), JSON_BODY)).toMatchObject({ status: 413 });
  });

  it('the same without a content length', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(32)),
    });
    const init = { method: 'POST', body, headers: JSON_BODY, duplex: 'half' } as RequestInit;
    const response = await answer(new Request('http://localhost/v1/job/1/create', init));
    expect(response.status).toBe(413);
  });

  it('a body that never arrives times out', async () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) });
    const init = { method: 'POST', body, headers: JSON_BODY, duplex: 'half' } as RequestInit;
    const response = await answer(new Request('http://localhost/v1/job/1/create', init));
    expect([response.status, await response.json()]).toEqual([408, expect.objectContaining({ status: 408 })]);
  });
});

describe('worlds', () => {
  test('are apart from each other, by header and by query', async () => {
    const ask = clientOf(handler('egnyte', { after: 'given ready' }));
    await ask('POST /v1/job/1/scan.start', {}, { 'lifecycle-world': 'a' });
    const scan = async (line: string, headers = {}) => (await ask(line, undefined, headers)).body.phases.SCAN;
    expect(await scan('GET /v1/job/1?world=a')).toBe('QUEUED');
    expect(await scan('GET /v1/job/1', { 'lifecycle-world': 'a' })).toBe('QUEUED');
    expect(await scan('GET /v1/job/1?world=b')).toBe('SUCCEEDED');
    expect(await scan('GET /v1/job/1')).toBe('SUCCEEDED');
    expect(await scan('GET /v1/job/1?world=__proto__')).toBe('SUCCEEDED');
  });

  test('are at most a thousand, until one is ended', async () => {
    const ask = clientOf(handler('dovecot'));
    // The world without a name is one of them.
    for (let world = 1; world < 1000; world += 1) {
      expect((await ask(`GET /v1/account?world=${world}`)).status).toBe(200);
    }
    expect(await ask('GET /v1/account?world=more')).toMatchObject({ status: 429, type: 'application/problem+json' });
    expect(await ask('DELETE /_lifecycle?world=7')).toMatchObject({ status: 204 });
    expect(await ask('GET /v1/account?world=more')).toMatchObject({ status: 200 });
    expect(await ask('GET /v1/account?world=7')).toMatchObject({ status: 429 });
  });

  test('start again after they have ended', async () => {
    const ask = clientOf(handler('dovecot'));
    await ask('POST /v1/account/1/enqueue?world=a');
    await ask('DELETE /_lifecycle?world=a');
    expect((await ask('GET /v1/account?world=a')).body).toEqual([]);
  });
});

test('a scenario that cannot be read is reported before the first request', () =>
  expect(() => handler('egnyte', { after: 'jbo create' })).toThrow('scenario:1:1: unknown entity'));

test('each request is logged with its status', async () => {
  const lines: string[] = [];
  const ask = clientOf(handler('egnyte', { log: (line) => lines.push(line) }));
  await ask('POST /v1/job/1/create?world=a%0Ab');
  await ask('GET /v1/nothing');
  expect(lines).toEqual(['POST /v1/job/1/create?world=a%0Ab 409', 'GET /v1/nothing 404']);
});
