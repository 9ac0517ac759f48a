import { beforeEach, describe, expect, it, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { gate, simulate } from '../../src/index.ts';
import { handler } from '../../src/server/index.ts';
import { type Client, clientOf } from './asking.ts';

let ask: Client;

beforeEach(() => {
  ask = clientOf(handler('egnyte', { after: 'given ready' }));
});

describe('a request for an event', () => {
  it('is answered 202 with the result of the step if a command is accepted', async () => {
    const { status, body } = await ask('POST /v1/job/1/scan.start', {});
    const [result] = [...simulate('given ready\njob scan.start')].slice(-1);
    expect([status, body]).toEqual([202, result]);
  });

  it('needs no body', async () => expect(await ask('POST /v1/job/1/scan.start')).toMatchObject({ status: 202 }));

  it('is answered 409 with the code if a command is rejected', async () => {
    await ask('POST /v1/job/1/scan.start');
    const { status, type, body } = await ask('POST /v1/job/1/copy.start');
    expect([status, type]).toEqual([409, 'application/problem+json']);
    expect(body).toEqual({
      type: 'urn:migration-lifecycles:egnyte:650',
      title: 'SCAN_INPROGRESS_ERR',
      status: 409,
      detail: 'the scan is queued or running',
      code: 650,
      name: 'SCAN_INPROGRESS_ERR',
      mark: 'S',
      outcome: 'rejected',
    });
  });

  it('is answered 202 if a report is applied', async () =>
    expect(await ask('POST /v1/agent/1/disconnect')).toMatchObject({ status: 202, body: { outcome: 'applied' } }));

  it('is answered 200 if a report is ignored', async () =>
    expect(await ask('POST /v1/job/1/scan.stopped')).toMatchObject({ status: 200, body: { outcome: 'ignored' } }));

  it('accepts parameters, including numbers', async () => {
    const { body } = await ask('POST /v1/job/1/scan.succeeded', { files: 5, bytes: '6' });
    expect(body.params).toEqual({ files: '5', bytes: '6' });
  });

  it('is answered as the system answers a command that it does not know', async () =>
    expect(await ask('POST /v1/job/1/scan.strat', {})).toMatchObject({ status: 409, body: { code: 620 } }));

  it('accepts a parameter whose name has another meaning in JSON scenarios', async () => {
    const wildduck = clientOf(handler('wildduck', { after: 'given ready' }));
    expect(await wildduck('POST /v1/message/1/move', { user: '1', to: 'x' })).toMatchObject({
      status: 409,
      body: { outcome: 'rejected', code: 'NoSuchMailbox' },
    });
  });

  const malformed: [what: string, line: string, body: object | string, detail: RegExp][] = [
    ['an unknown kind of entity', 'POST /v1/jbo/1/scan.start', {}, /unknown entity "jbo"; did you mean job\?/],
    ['an id with a blank', 'POST /v1/job/a%20b/scan.start', {}, /the id "a b"/],
    ['another id where there is one entity', 'POST /v1/domain/2/set', { maxFiles: 1 }, /there is only one domain/],
    ['an unknown parameter', 'POST /v1/job/1/scan.start', { now: 1 }, /now/],
    ['a parameter that is missing', 'POST /v1/domain/1/fault', {}, /code/],
    ['a value that its parameter does not take', 'POST /v1/domain/1/set', { maxFiles: 'many' }, /many/],
    ['a parameter that is an object', 'POST /v1/job/1/create', { agent: {} }, /"agent" is an object/],
    [
      'a parameter that is too large',
      'POST /v1/job/1/create',
      '{"agent":1e999}',
      /"agent" is a number that is too large/,
    ],
    ['a parameter that is null', 'POST /v1/job/1/create', { agent: null }, /"agent" is null/],
    ['a line break', 'POST /v1/job/1/create', { destination: 'a\nb' }, /line break/],
    ['a list', 'POST /v1/job/1/create', [], /object/],
    ['a name of every object', 'POST /v1/__proto__/1/create', {}, /unknown entity/],
  ];

  it.each(malformed)('is answered 400 if it has %s', async (_, line, body, detail) => {
    const json = { 'content-type': 'application/json' };
    const reply = typeof body === 'string' ? await ask(line, body, json) : await ask(line, body);
    expect([reply.status, reply.type]).toEqual([400, 'application/problem+json']);
    expect(reply.body).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: expect.stringMatching(detail),
    });
  });

  it('is answered 400 if it is not JSON', async () =>
    expect(await ask('POST /v1/job/1/create', '{"agent"', { 'content-type': 'application/json' })).toMatchObject({
      status: 400,
      body: { detail: expect.stringMatching(/^the body is no JSON: /) },
    }));

  it.each(['/v1/job/1/create', '/_lifecycle/scenario'])('is answered 400 if it is not UTF-8: %s', async (path) => {
    const body = Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d);
    const headers = { 'content-type': 'application/json' };
    const request = new Request(`http://localhost${path}`, { method: 'POST', body, headers });
    const response = await handler('egnyte')(request);
    expect([response.status, await response.json()]).toEqual([
      400,
      { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'the body is not UTF-8' },
    ]);
  });

  it('changes nothing if it is malformed', async () => {
    await ask('POST /v1/job/1/scan.start', { now: 1 });
    expect((await ask('GET /_lifecycle/scenario')).body).toBe('given ready\n');
  });
});

describe('a view', () => {
  it('has the answer of the gates to every command', async () => {
    const { status, body } = await ask('GET /v1/job/1');
    const { answers, ...view } = body;
    expect(status).toBe(200);
    expect(Object.keys(answers)).toEqual(Object.keys(systems.egnyte.entities.job.commands));
    expect(answers).toEqual(gate('egnyte', view));
  });

  it('of an unknown id has phases that have not run', async () => {
    const { status, body } = await ask('GET /v1/job/99');
    expect([status, new Set(Object.values(body.phases))]).toEqual([200, new Set([null])]);
  });

  it('of an unknown kind is not found', async () => expect(await ask('GET /v1/jbo/1')).toMatchObject({ status: 404 }));

  it('is listed with the other entities of its kind', async () => {
    await ask('POST /v1/job/2/create', { agent: '1' });
    const { body } = await ask('GET /v1/job');
    expect(body.map(({ entity }: { entity: string }) => entity)).toEqual(['job:1', 'job:2']);
  });
});

describe('requests for tests', () => {
  it('move the clock', async () => {
    await ask('POST /v1/agent/1/retire');
    const { status, body } = await ask('POST /_lifecycle/wait', { for: '5m' });
    expect([status, body]).toMatchObject([200, { type: 'wait', wait: '300s' }]);
    expect((await ask('POST /v1/agent/1/disconnect')).body.at).toBe(300);
  });

  it('move the clock to the next timer', async () => {
    expect(await ask('POST /_lifecycle/wait', { for: 'next timer' })).toMatchObject({ status: 409 });
    await ask('POST /v1/agent/1/retire');
    expect((await ask('POST /_lifecycle/wait', { for: 'next timer' })).body.wait).toBe('300s');
  });

  it('play a scenario, and return the history as a scenario', async () => {
    const { body } = await ask('POST /_lifecycle/scenario', 'job scan.start\nwait 1m => job.SCAN:QUEUED\n');
    expect(body.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['accepted', 'applied']);
    expect((await ask('GET /_lifecycle/scenario')).body).toBe(
      'given ready\njob scan.start\nwait 1m => job.SCAN:QUEUED\n',
    );
  });

  it('run no step of a malformed scenario', async () => {
    const { status, body } = await ask('POST /_lifecycle/scenario', 'job scan.start\njbo scan.stop\n');
    expect([status, body.detail]).toEqual([400, expect.stringMatching(/^scenario:2:1: unknown entity/)]);
    expect((await ask('GET /_lifecycle/scenario')).body).toBe('given ready\n');
  });

  it('begin anew', async () => {
    await ask('POST /v1/job/1/scan.start');
    expect(await ask('POST /_lifecycle/reset')).toMatchObject({ status: 204 });
    expect((await ask('GET /v1/job/1')).body.phases.SCAN).toBe('SUCCEEDED');
  });

  it.each([
    ['wait', { for: 'ever' }, /"for" is "ever"; expected a duration/],
    ['wait', {}, /"for" is missing/],
    ['wait', { for: '5m', at: 1 }, /unknown member "at"/],
    ['to', { entity: 'jbo:1', phases: { SCAN: 'PAUSED' } }, /"entity" is "jbo:1"/],
    ['to', { entity: 'job:', phases: { SCAN: 'PAUSED' } }, /"entity" is "job:"/],
    ['to', { entity: 'job:a b', phases: { SCAN: 'PAUSED' } }, /"entity" is "job:a b"/],
    ['to', { entity: 'job:1:2', phases: { SCAN: 'PAUSED' } }, /"entity" is "job:1:2"/],
    ['to', { entity: 'job:1' }, /"phases" names no status/],
    ['to', { entity: 'job:1', phases: { SCN: 'PAUSED' } }, /did you mean SCAN\?/],
    ['to', { entity: 'job:1', phases: { SCAN: 'PAUSE' } }, /did you mean PAUSED\?/],
    ['to', { entity: 'job:1', phases: { __proto__: null, constructor: 'PAUSED' } }, /no phase "constructor"/],
  ])('say what is wrong with %s %j', async (path, body, detail) => {
    expect(await ask(`POST /_lifecycle/${path}`, body)).toMatchObject({
      status: 400,
      body: { detail: expect.stringMatching(detail) },
    });
  });
});

describe('a way to statuses', () => {
  const dovecot = () => clientOf(handler('dovecot'));

  test('is in the response, and leads there', async () => {
    const here = dovecot();
    const { status, body } = await here('POST /_lifecycle/to', {
      entity: 'account:1',
      phases: { MIGRATION: 'RUNNING' },
    });
    expect([status, body.view.phases.MIGRATION]).toEqual([200, 'RUNNING']);
    expect((await here('GET /_lifecycle/scenario')).body).toBe(`${body.scenario.join('\n')}\n`);
  });

  test('is the shipped one, if there is one', async () => {
    const egnyte = clientOf(handler('egnyte'));
    const { body } = await egnyte('POST /_lifecycle/to', { entity: 'job', phases: { SCAN: 'PAUSED' } });
    expect(body.scenario).toEqual(['given ready', 'job scan.start', 'job scan.started', 'agent disconnect']);
  });

  test('leads an entity with another id there', async () => {
    const here = dovecot();
    await here('POST /_lifecycle/to', { entity: 'account:7', phases: { MIGRATION: 'RUNNING' } });
    expect((await here('GET /v1/account/7')).body.phases.MIGRATION).toBe('RUNNING');
  });

  test('is found also if facts must have unusual values', async () => {
    const dropsuite = clientOf(handler('dropsuite'));
    const { status, body } = await dropsuite('POST /_lifecycle/to', {
      entity: 'migration',
      phases: { MIGRATION: 'RUNNING' },
    });
    expect([status, body.view.phases.MIGRATION]).toEqual([200, 'RUNNING']);
  });

  test('is a conflict if there is none', async () => {
    const here = dovecot();
    await here('POST /v1/account/1/enqueue');
    const phases = { MIGRATION: 'RUNNING', DELIVERY: 'NEW', PASS: 'INTERMEDIATE' };
    expect(await here('POST /_lifecycle/to', { entity: 'account:1', phases })).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/^nothing leads account to .*: none of its [\d,]+ situations is so$/) },
    });
    expect((await here('GET /_lifecycle/scenario')).body).toBe('account enqueue\n');
  });
});
