import { expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { handler } from '../../src/server/index.ts';
import { fc } from '../random/fast-check.ts';
import { seedOr } from '../random/seed.ts';

const SEED = seedOr(20_261_129);
const REQUESTS = 20_000;

const { egnyte } = systems;
/** Kinds with each of their events. */
const addressed = Object.values(egnyte.entities).flatMap(({ kind, commands, reports }) =>
  [...Object.keys(commands), ...Object.keys(reports)].map((event) => ({ kind, event })),
);
const events = addressed.map(({ event }) => event);
const strange = [
  '__proto__',
  'constructor',
  'toString',
  '..',
  '%2e%2e',
  '%00',
  '%',
  '%zz',
  'é',
  '🦆',
  ' ',
  '',
  'a:b',
  'events',
];
const word = (known: readonly string[]) =>
  fc.oneof(fc.constantFrom(...known), fc.constantFrom(...strange), fc.string({ unit: 'grapheme', maxLength: 12 }));
const encoded = (text: fc.Arbitrary<string>) =>
  fc.oneof(
    text.map(encodeURIComponent),
    text.map((raw) => raw.replace(/[?#\s]/g, '')),
  );
const paths = fc.oneof(
  fc
    .tuple(encoded(word(Object.keys(egnyte.entities))), encoded(word(['1', '2'])), encoded(word(events)))
    .map((parts) => `v1/${parts.join('/')}`),
  fc
    .tuple(encoded(word(Object.keys(egnyte.entities))), encoded(word(['1', '2'])))
    .map((parts) => `v1/${parts.join('/')}`),
  encoded(
    word(['v1', 'v1/job', 'openapi.json', '_lifecycle', '_lifecycle/reset', '_lifecycle/scenario', '_lifecycle/wait']),
  ),
);
const bodies = fc.oneof(
  fc.json(),
  fc.string(),
  fc.constantFrom('', '{}'),
  fc.constantFrom(
    '{"__proto__":{"a":1}}',
    '{"__proto__":"1"}',
    '{"constructor":"1"}',
    '{"agent":"1"}',
    '{"for":"1d"}',
    '{',
    '[]',
    'null',
    '{"to":"job"}',
  ),
  fc
    .record({ for: fc.oneof(fc.nat(), fc.string(), fc.constant(-1), fc.constant(1e300)) })
    .map((body) => JSON.stringify(body)),
);
const type = fc.constantFrom('application/json', 'application/json', 'application/json', 'text/plain', '');
const world = fc.constantFrom('', '__proto__', 'a', 'b', ' ');
/** Requests in which any part may be wrong. */
const wild = fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'),
  path: paths,
  body: bodies,
  type,
  world,
});
/** Existing commands and reports, mostly with a readable body: they change the world that the other requests meet. */
const sound = fc.record({
  method: fc.constant('POST'),
  path: fc.constantFrom(...addressed).map(({ kind, event }) => `v1/${kind}/1/${event}`),
  body: fc.oneof({ weight: 4, arbitrary: fc.constant('{}') }, bodies),
  type,
  world,
});
const requests = fc.oneof({ weight: 3, arbitrary: wild }, sound);

const STATUSES = [200, 202, 204, 400, 403, 404, 405, 409, 413, 415, 429];

it('20,000 random requests are each answered as the description says, and the server goes on', async () => {
  const answer = handler(egnyte, { after: 'given ready' });
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requests, async ({ method, path, body, type, world }) => {
      const hasBody = method !== 'GET' && method !== 'HEAD';
      let request: Request;
      try {
        request = new Request(`http://localhost/${path}`, {
          method,
          headers: { 'lifecycle-world': world, ...(type === '' ? {} : { 'content-type': type }) },
          ...(hasBody ? { body } : {}),
        });
      } catch {
        // No client can send it.
        return;
      }
      const response = await answer(request);
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      expect(STATUSES).toContain(response.status);
      if (response.status < 400 || method === 'HEAD') {
        await response.body?.cancel();
        return;
      }
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({
        type: expect.any(String),
        title: expect.any(String),
        status: response.status,
        detail: expect.any(String),
      });
    }),
    { seed: SEED, numRuns: REQUESTS },
  );
  for (const status of [200, 202, 204, 400, 404, 405, 409, 415])
    expect(seen.get(status), String(status)).toBeGreaterThan(10);
  const last = await answer(new Request('http://localhost/v1/job/1'));
  expect([last.status, Object.hasOwn(Object.prototype, 'a')]).toEqual([200, false]);
}, 300_000);
