// A server to be measured, in a process of its own: the control plane, or Hono with one answer. Prints its port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { egnyte } from '../../machines/egnyte/system.ts';
import { handler as controlPlane } from '../../src/server/index.ts';

/** Reads the same JSON body and always gives the same answer, to show what the library itself costs. */
function fixed() {
  const app = new Hono();
  app.post('/v1/:entity/:id/:event', async (c) => {
    await c.req.json();
    return c.json({ type: 'about:blank', title: 'FIXED', status: 409, detail: 'always', code: 650 }, 409);
  });
  return async (request: Request) => app.fetch(request);
}

const handler = process.argv[2] === 'fixed' ? fixed() : controlPlane(egnyte, { after: 'given ready\njob scan.start' });
const server = createServer(getRequestListener(handler));
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.on('message', () => process.send?.(process.memoryUsage().rss));
