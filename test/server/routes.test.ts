import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Ajv2020 } from 'ajv/dist/2020.js';
import FirefoxSync from 'firefox-sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { handler } from '../../src/server/index.ts';
import { checkedRoutes } from '../../src/server/routes/check.ts';
import { routeSchema } from '../../src/server/routes/schema.ts';
import { type Client, clientOf } from './asking.ts';
import { schemaText } from './schema-text.ts';
import { shippedNames, shippedRoutes } from './shipped-routes.ts';

const fitsSchema = new Ajv2020({ strictTypes: false }).compile(routeSchema);
const { wildduck } = systems;

/** A small file, with a change in it. */
const changed = (change: object, route: object = {}) => ({
  title: 'A product',
  system: 'wildduck',
  rejected: { status: 400, body: { code: '{code}' } },
  routes: [{ method: 'GET', path: '/users/:id', entity: 'user', id: '{path.id}', accepted: {}, ...route }],
  ...change,
});

describe('a file of routes', () => {
  it('has a published schema, which is the one it is checked with', () =>
    expect(readFileSync(new URL('../../routes/schema.json', import.meta.url), 'utf8')).toBe(schemaText));

  it.each(shippedNames)('%s of the package fits the schema, and its system', (name) => {
    const routes = shippedRoutes(name);
    expect([fitsSchema(routes), fitsSchema.errors]).toEqual([true, null]);
    expect(checkedRoutes(routes, systems[name as 'wildduck'])).toBe(routes);
  });

  it.each<[change: object, route: object, says: string]>([
    [{ titel: '' }, {}, 'routes: unknown member "titel"; did you mean title?'],
    [{ title: 1 }, {}, 'title: 1; expected text'],
    [{ routes: [] }, {}, 'routes: []; expected a list'],
    [{ flags: { true: 'yes' } }, {}, 'flags: false is missing'],
    [{}, { method: 'FETCH' }, 'routes.0.method: "FETCH"; it is one of GET, POST, PUT, PATCH, DELETE'],
    [{}, { path: 'users' }, 'routes.0.path: "users" does not fit ^/'],
    [{}, { accepted: { status: 99 } }, 'routes.0.accepted.status: 99; expected a whole number from 200 to 599'],
    [{}, { accepted: { text: '' } }, 'routes.0.accepted: unknown member "text"'],
    [{}, { params: { a: 1 } }, 'routes.0.params.a: 1; expected text'],
  ])('with %j and %j is refused by the schema and by us', (change, route, says) => {
    const file = changed(change, route);
    expect(fitsSchema(file)).toBe(false);
    expect(() => checkedRoutes(file, wildduck)).toThrow(says);
  });

  it.each<[change: object, route: object, says: string]>([
    [{ system: 'egnyte' }, {}, 'system: egnyte, and wildduck is served'],
    [{}, { entity: 'usr' }, 'routes.0.entity: no entity "usr"; did you mean user?'],
    [{}, { event: 'craete' }, 'routes.0.event: no event of user "craete"; did you mean create?'],
    [{}, { id: '{pth.id}' }, 'routes.0: {pth.id}: there is no source pth.id'],
    [{}, { id: '{path.id' }, 'routes.0: {path.id: a brace that holds no source'],
    [{}, { id: '{path.id|upper}' }, 'routes.0: {path.id|upper}: there is no filter upper'],
    [{}, { id: '{code}' }, 'routes.0: {code}: there is no source code'],
    [{}, { when: { code: '1' } }, 'routes.0.when: {code}: there is no source code'],
  ])('with %j and %j cannot be used with the system', (change, route, says) =>
    expect(() => checkedRoutes(changed(change, route), wildduck)).toThrow(says),
  );

  it('names an event that no entity has', () => {
    const { entity: _, ...route } = { ...changed({}).routes[0], event: 'create' };
    expect(() => checkedRoutes(changed({ routes: [route] }), wildduck)).toThrow('routes.0: an event without an entity');
  });

  it('names a parameter that the event does not have', () => {
    const route = { entity: 'server', id: '1', event: 'set', params: { aspLimits: '1' } };
    expect(() => checkedRoutes(changed({}, route), wildduck)).toThrow('did you mean aspLimit?');
  });
});

describe("WildDuck's requests", () => {
  let ask: Client;
  const ok = (more: object = {}) => ({ status: 200, body: { success: true, ...more } });
  const refused = (status: number, code: string) => ({ status, body: { code, error: expect.any(String) } });

  beforeEach(() => {
    ask = clientOf(handler('wildduck', { after: 'given ready', routes: shippedRoutes('wildduck') }));
  });

  const anna = { username: 'Anna', password: 'long-enough', address: 'anna@example.com', quota: 1000 };

  it('create a user, and log in and out', async () => {
    expect(await ask('POST /users', anna)).toMatchObject(ok({ id: 'anna' }));
    expect(await ask('POST /users', anna)).toMatchObject(refused(500, 'UserExistsError'));
    const wrong = { username: 'anna', password: 'another' };
    expect(await ask('POST /authenticate', wrong)).toMatchObject(refused(403, 'AuthFailed'));
    const { body } = await ask('POST /authenticate', { ...wrong, password: anna.password });
    const headers = { 'x-access-token': body.token };
    expect(await ask('DELETE /authenticate', undefined, headers)).toMatchObject(ok());
    expect(await ask('DELETE /authenticate', undefined, headers)).toMatchObject(refused(403, 'InvalidToken'));
  });

  it('write true and false as the model does, and a missing password as none', async () => {
    await ask('POST /users', { ...anna, password: false });
    await ask('PUT /users/anna', { disabled: true, suspended: false });
    expect((await ask('GET /_lifecycle/scenario')).body).toBe(
      'given ready\nuser:anna create address=anna@example.com quota=1000\nuser:anna update disabled=yes suspended=no\n',
    );
  });

  it('create entities with new ids', async () => {
    expect(await ask('POST /users/1/mailboxes', { path: 'Work' })).toMatchObject(ok({ id: '1' }));
    expect(await ask('POST /users/1/mailboxes', { path: 'Home' })).toMatchObject(ok({ id: '2' }));
    expect(await ask('POST /users/1/mailboxes', { path: 'Home' })).toMatchObject(refused(400, 'MailboxExistsError'));
    expect(await ask('GET /users/1/mailboxes/3')).toMatchObject(refused(404, 'NoSuchMailbox'));
    expect(await ask('DELETE /users/1/mailboxes/1.INBOX')).toMatchObject(refused(400, 'DisallowedMailboxMethod'));
  });

  it('count the recipients of a message, and know one without any', async () => {
    const to = [{ address: 'a@example.net' }, { address: 'b@example.net' }];
    await ask('POST /users/1/submit', { to, subject: 'two' });
    await ask('POST /users/1/submit', { subject: 'none' });
    expect((await ask('GET /_lifecycle/scenario')).body).toMatch(/recipients=2 .*\n.*recipients=0 /);
  });

  it('are answered 501 with a sentence if there is no route, and the control plane still answers', async () => {
    expect(await ask('GET /users')).toMatchObject({
      status: 501,
      type: 'application/problem+json',
      body: { title: 'Not Implemented', detail: "GET /users is in no route of WildDuck's API" },
    });
    expect(await ask('PATCH /users/1')).toMatchObject({ status: 501 });
    expect(await ask('GET /v1/user/1')).toMatchObject({ status: 200 });
    expect(await ask('PUT /v1/user/1')).toMatchObject({ status: 405 });
  });

  it('may have custom headers from a page', async () => {
    const { headers } = await ask('OPTIONS /users/1', undefined, {
      origin: 'http://localhost:5173',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'x-access-token',
    });
    expect(headers.get('access-control-allow-headers')).toBe('x-access-token');
    expect(headers.get('access-control-allow-methods')).toMatch(/PUT/);
  });

  it('with an invalid id are a problem, and the server goes on', async () => {
    expect(await ask('GET /users/a%20b')).toMatchObject({ status: 400 });
    expect(await ask('POST /users', '{"username"')).toMatchObject({ status: 400 });
    expect(await ask('POST /users', { username: { a: 1 } })).toMatchObject({ status: 400 });
    expect(await ask('GET /users/1')).toMatchObject(ok());
  });
});

describe('the client firefox-sync', () => {
  const answer = handler('mozilla-sync', { after: 'given ready', routes: shippedRoutes('mozilla-sync') });
  const ask = clientOf(answer);
  const server = createServer(getRequestListener(answer));
  let sync: ReturnType<typeof FirefoxSync>;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const now = Date.now();
    const oauthToken = { access_token: 'a', token_type: 'bearer', scope: '', expires_in: 3600, auth_at: now / 1000 };
    const token = {
      id: '',
      key: '',
      uid: 0,
      api_endpoint: '',
      duration: 0,
      hashalg: '',
      hashed_fxa_uid: '',
      node_type: '',
    };
    const bundle = { encryptionKey: '', hmacKey: '', kid: 'k' };
    // Its token is over: it first asks the token server for another.
    const creds = { oauthToken: { ...oauthToken, refresh_token: 'r' }, syncKeyBundle: bundle, token, tokenIssuedAt: 0 };
    sync = FirefoxSync({ tokenServerUrl: url, creds } as never);
  });
  afterAll(() => server.close());

  const put = (path: string, body: object) => sync.fetch(path, { method: 'put', body: JSON.stringify(body) } as never);

  it('gets a token, writes, and lists what it wrote', async () => {
    await put('storage/bookmarks/a', { payload: 'x' });
    await put('storage/bookmarks/b', { payload: 'y', ttl: 60 });
    expect(await sync.getCollection('bookmarks', {})).toEqual(['a', 'b']);
    expect(Object.keys(await sync.getCollections())).toEqual(['bookmarks']);
    expect(await sync.getCollectionCounts()).toEqual({ bookmarks: 2 });
    expect(await sync.getConfiguration()).toMatchObject({ max_post_records: 100 });
    expect(await sync.getRawCollectionItem('bookmarks', 'a')).toMatchObject({ id: 'a' });
  });

  it('sees the effects of time and of other reports', async () => {
    await ask('POST /_lifecycle/wait', { for: '60s' });
    expect(await sync.getCollection('bookmarks', {})).toEqual(['a']);
    await expect(sync.getRawCollectionItem('bookmarks', 'b')).rejects.toThrow('responded with 404: 0');
    await ask('POST /v1/server/1/set', { quota: 1 });
    await expect(put('storage/bookmarks/c', { payload: 'xyz' })).rejects.toThrow('responded with 403: 14');
    await ask('POST /v1/node/1/down');
    await expect(sync.getCollections()).rejects.toThrow('responded with 503: "server issue: database marked as down"');
  });

  it('gets an error for requests without a route', async () => {
    await expect(sync.getQuota()).rejects.toThrow(/responded with 501: .*is in no route of Mozilla Sync/);
  });
});
