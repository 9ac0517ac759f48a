import type { System } from '../model/index.ts';
import { ScenarioError } from '../scenario/index.ts';
import { Access } from './access.ts';
import { bodyReader } from './body.ts';
import { control } from './control.ts';
import { entities } from './entities.ts';
import { eventStream } from './event-stream.ts';
import { type Context, cors, Hono, methodNotAllowed } from './hono.ts';
import { openApi } from './openapi/index.ts';
import type { ServerOptions } from './options.ts';
import { Problem, problemOf, problemResponse } from './problem.ts';
import type { Served } from './served.ts';
import { Gates } from './world.ts';
import { Worlds } from './worlds.ts';

/** Milliseconds. */
const BODY_TIMEOUT = 10_000;

export type Handler = (request: Request) => Promise<Response>;

/**
 * Makes a control plane that answers as the model does: commands, views, events, an OpenAPI description, and the requests
 * for tests under `/_lifecycle`.
 *
 * @throws ScenarioError where the scenario that worlds begin with cannot be read.
 */
export function handlerOf(system: System, options: ServerOptions = {}): Handler {
  const { after = '', clock, bodyTimeout = BODY_TIMEOUT } = options;
  const worlds = new Worlds({ system, after, clock, gates: new Gates(system) });
  // Made at once, so that a scenario that cannot be read is told before anybody asks.
  worlds.named('');
  const access = new Access(options);
  const served: Served = {
    system,
    nameOf: (c) => c.req.header('lifecycle-world') ?? c.req.query('world') ?? '',
    worldOf: (c) => worlds.named(served.nameOf(c)),
    end: (c) => worlds.end(served.nameOf(c)),
  };

  const app = new Hono();
  if (options.log) app.use(logging(options.log));
  app.use(async (c, next) => {
    const host = c.req.header('host');
    if (!access.allowsHost(host)) throw new Problem(403, `the host ${JSON.stringify(host)} is not served here`);
    const origin = c.req.header('origin');
    if (origin !== undefined && access.allowedOrigin(origin, host) === undefined) {
      throw new Problem(403, `pages of ${JSON.stringify(origin)} may not ask here; allow them with the option cors`);
    }
    await next();
  });
  const sharing = cors({
    origin: (origin, c) => access.allowedOrigin(origin, c.req.header('host')),
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['content-type', 'lifecycle-world', 'last-event-id'],
    maxAge: 600,
  });
  app.use((c, next) => (c.req.header('origin') === undefined ? next() : sharing(c, next)));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => notAllowed(c, methods) }));
  app.use(bodyReader(bodyTimeout));
  app.get('/v1/events', eventStream(served));
  entities(app, served);
  control(app, served);
  app.get('/openapi.json', openApi(served));
  app.notFound((c) => problemResponse(problemOf(404, `there is nothing at ${c.req.path}; see /openapi.json`)));
  app.onError(failed);
  return async (request) => app.fetch(request);
}

const notAllowed = ({ req }: Context, methods: readonly string[]): Response =>
  problemResponse(problemOf(405, `${req.path} takes ${methods.join(', ')}, not ${req.method}`), {
    allow: methods.join(', '),
  });

function failed(error: Error): Response {
  if (error instanceof Problem) return problemResponse(problemOf(error.status, error.message), error.headers);
  if (error instanceof ScenarioError) return problemResponse(problemOf(400, saysOf(error)));
  return problemResponse(problemOf(500, 'this is a fault of the server itself; please report it with your request'));
}

/** A step of a request has no place that would help; a line of a scenario has. */
const saysOf = (error: ScenarioError): string =>
  error.file === 'session' ? error.message.slice(`${error.place()}: `.length) : error.message;

const logging =
  (log: (line: string) => void) =>
  async (c: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    const { pathname, search } = new URL(c.req.url);
    log(`${c.req.method} ${pathname}${search} ${c.res.status}`);
  };
