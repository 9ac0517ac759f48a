import type { System } from '../model/index.ts';
import { ScenarioError } from '../scenario/index.ts';
import { Access } from './access.ts';
import { bodyReader } from './body.ts';
import { control } from './control.ts';
import { entities } from './entities.ts';
import { type Context, cors, Hono, methodNotAllowed } from './hono.ts';
import { openApiOf } from './openapi/document.ts';
import type { ServerOptions } from './options.ts';
import { Problem, problemOf, problemResponse } from './problem.ts';
import { checkedRoutes } from './routes/check.ts';
import { routed } from './routes/routed.ts';
import type { Served } from './served.ts';
import type { FindPath } from './way-to.ts';
import { Gates } from './world.ts';
import { Worlds } from './worlds.ts';

/** Milliseconds. */
const BODY_TIMEOUT = 10_000;

/** Paths of the control plane itself. */
const OWN = /^\/(?:v1|_lifecycle|openapi\.json)(?:\/|$)/;

export type Handler = (request: Request) => Promise<Response>;

/**
 * Makes a control plane that answers as the model does: commands, views, events, an OpenAPI description, and the requests
 * for tests under `/_lifecycle`.
 *
 * @throws ScenarioError if the scenario that worlds start with cannot be read; RouteError if the routes are wrong.
 */
export function handlerOf(system: System, options: ServerOptions, find: FindPath): Handler {
  const { after = '', clock, bodyTimeout = BODY_TIMEOUT } = options;
  const worlds = new Worlds({ system, after, clock, gates: new Gates(system) });
  // Made at once, so that an unreadable scenario is reported before the first request.
  worlds.named('');
  const routes = options.routes && checkedRoutes(options.routes, system);
  const access = new Access(options);
  const nameOf = ({ req }: Context): string => req.header('lifecycle-world') ?? req.query('world') ?? '';
  const served: Served = {
    system,
    find,
    worldOf: (c) => worlds.named(nameOf(c)),
    end: (c) => worlds.end(nameOf(c)),
  };

  const app = new Hono();
  if (options.log) app.use(logging(options.log));
  const sharing = cors({
    origin: (origin, c) => access.allowedOrigin(origin, c.req.header('host')),
    allowMethods: routes ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] : ['GET', 'POST', 'DELETE'],
    // A product may have its own headers: with routes, any requested header is allowed.
    allowHeaders: routes ? [] : ['content-type', 'lifecycle-world', 'last-event-id'],
    maxAge: 600,
  });
  const withBody = bodyReader(bodyTimeout);
  // One function: each middleware costs every request some microseconds.
  app.use((c, next) => {
    const host = c.req.header('host');
    if (!access.allowsHost(host)) throw new Problem(403, `the host ${JSON.stringify(host)} is not served here`);
    const origin = c.req.header('origin');
    if (origin === undefined) return withBody(c, next);
    if (access.allowedOrigin(origin, host) === undefined) {
      throw new Problem(403, `pages of ${JSON.stringify(origin)} may not ask here; allow them with the option cors`);
    }
    return sharing(c, async () => void (await withBody(c, next)));
  });
  if (routes) routed(app, served, routes);
  entities(app, served);
  control(app, served);
  let description: string | undefined;
  app.get('/openapi.json', (c) => {
    description ??= JSON.stringify(openApiOf(system));
    return c.body(description, 200, { 'content-type': 'application/json' });
  });
  const withOtherMethod = methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => notAllowed(c, methods) });
  app.notFound(async (c) => {
    if (routes && !OWN.test(c.req.path)) {
      return problemResponse(problemOf(501, `${c.req.method} ${c.req.path} is in no route of ${routes.title}`));
    }
    c.res = problemResponse(problemOf(404, `there is nothing at ${c.req.path}; see /openapi.json`));
    await withOtherMethod(c, async () => {});
    return c.res;
  });
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

/** The place is left out for the step of a request, and kept for a line of a scenario. */
const saysOf = (error: ScenarioError): string =>
  error.file === 'session' ? error.message.slice(`${error.place()}: `.length) : error.message;

const logging =
  (log: (line: string) => void) =>
  async (c: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    const { pathname, search } = new URL(c.req.url);
    log(`${c.req.method} ${pathname}${search} ${c.res.status}`);
  };
