import { type HttpHandler, http } from 'msw';
import type { SystemLike } from '../systems.ts';
import { handler } from './index.ts';
import type { ServerOptions } from './options.ts';

/** Options for MSW. There are no hosts or origins to allow: MSW sees only the requests of its own page. */
export interface MockOptions extends Omit<ServerOptions, 'hosts' | 'cors'> {
  /** The world of requests that do not choose one. */
  readonly world?: string;
  /**
   * Where the product is, as `https://api.example.com`: every request to it is answered. Default: the paths of the control
   * plane and of the routes, wherever they are.
   */
  readonly base?: string;
}

/**
 * Handlers for MSW that answer as the model does, in a page or in a test, without a server.
 *
 * @throws ScenarioError if the scenario that worlds start with cannot be read; RouteError if the routes are wrong.
 * @example
 * import { setupWorker } from 'msw/browser';
 * await setupWorker(...handlers('egnyte', { after: 'given ready' })).start();
 */
export function handlers(system: SystemLike, { world, base, ...options }: MockOptions = {}): HttpHandler[] {
  const answer = handler(system, options);
  const product = options.routes?.routes.map(({ path }) => `*${path}`) ?? [];
  const paths = base === undefined ? [...OWN, ...new Set(product)] : [`${base.replace(/\/$/, '')}/*`];
  return paths.map((path) => http.all(path, ({ request }) => answer(asked(request, world))));
}

const OWN = ['*/v1/*', '*/_lifecycle', '*/_lifecycle/*', '*/openapi.json'];

/** The request without the headers that name its origin and host, which are not checked here. */
function asked(request: Request, world: string | undefined): Request {
  const headers = new Headers(request.headers);
  headers.delete('host');
  headers.delete('origin');
  if (world !== undefined && !headers.has('lifecycle-world') && !new URL(request.url).searchParams.has('world')) {
    headers.set('lifecycle-world', world);
  }
  return new Request(request, { headers });
}
