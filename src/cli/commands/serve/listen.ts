import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { Complaint } from '../../../scenario/complaint.ts';
import type { Handler } from '../../../server/handler.ts';
import { PROBLEM_JSON, problemOf } from '../../../server/problem.ts';
import { interrupted } from '../../io/interrupt.ts';

/** Milliseconds. */
const HEADERS_TIMEOUT = 10_000;
const CHECK_INTERVAL = 1000;

/** Serves until SIGINT or SIGTERM. Throws a Complaint if it cannot listen there. */
export async function listen(
  handler: Handler,
  host: string,
  port: number,
): Promise<{ readonly url: string; readonly ended: Promise<void> }> {
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT, connectionsCheckingInterval: CHECK_INTERVAL, requireHostHeader: false },
    getRequestListener(handler, { errorHandler: malformed }),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (socket.writable) socket.end(complaintTo(error));
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      reject(new Complaint(`cannot listen at ${host}, port ${port}: ${code ?? message}`, NEXT));
    });
    server.listen(port, host, resolve);
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${(server.address() as AddressInfo).port}`,
    ended: interrupted().then(() => end(server)),
  };
}

const end = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const NEXT = 'choose another with --port or --host; --port 0 takes one that is free';

/** The response to a request without a usable host or path, which no handler sees. */
function malformed(error: unknown): Response {
  if (!(error instanceof RequestError)) throw error;
  const headers = { 'Content-Type': PROBLEM_JSON };
  return new Response(JSON.stringify(problemOf(400, `${UNREADABLE}: ${error.message}`)), { status: 400, headers });
}

/** The response to what is not HTTP, or too large. */
function complaintTo({ code }: NodeJS.ErrnoException): string {
  const [status, title] = REASONS[code ?? ''] ?? [400, 'Bad Request'];
  const body = JSON.stringify({ type: 'about:blank', title, status, detail: UNREADABLE });
  return `HTTP/1.1 ${status} ${title}\r\nConnection: close\r\nContent-Type: ${PROBLEM_JSON}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const UNREADABLE = 'this cannot be read as a request of HTTP';

const REASONS: { readonly [code: string]: readonly [status: number, title: string] } = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
};
