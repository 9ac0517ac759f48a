import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { View } from '../../src/model/index.ts';
import { handlers } from '../../src/server/msw.ts';
import { shippedRoutes } from './shipped-routes.ts';

const server = setupServer();
beforeAll(() => server.listen());
beforeEach(() => server.use(...handlers('egnyte', { after: 'given ready', world: 'mine' })));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const API = 'https://api.invalid/v1/job/1';
const scan = async (headers = {}) => ((await (await fetch(API, { headers })).json()) as View).phases.SCAN;
const start = (init: RequestInit = {}) => fetch(`${API}/scan.start`, { method: 'POST', ...init });

it('a command is answered as the model does, whatever the host', async () => {
  expect((await start({ headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(202);
  const refused = await fetch(`${API}/copy.start`, { method: 'POST' });
  expect([refused.status, await refused.json()]).toEqual([409, expect.objectContaining({ code: 650, mark: 'S' })]);
});

it('requests go to the world of the options, or to the one they choose', async () => {
  await start();
  expect([await scan(), await scan({ 'lifecycle-world': 'other' })]).toEqual(['QUEUED', 'SUCCEEDED']);
});

it('events are sent as they happen', async () => {
  const response = await fetch('https://api.invalid/v1/events');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe(':\n\n');
  await start();
  expect((await reader?.read())?.value).toMatch(/"phase":"SCAN","status":"QUEUED"/);
  await reader?.cancel();
});

it('other requests are left alone', async () => {
  await expect(fetch('https://api.invalid/v2/job/1')).rejects.toThrow();
});

it('a product is answered by its routes, and with 501 without a route', async () => {
  const routes = shippedRoutes('wildduck');
  server.use(...handlers('wildduck', { after: 'given ready', routes, base: 'https://mail.invalid' }));
  const refused = await fetch('https://mail.invalid/users/nobody');
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([404, 'UserNotFound']);
  expect((await fetch('https://mail.invalid/users')).status).toBe(501);
});
