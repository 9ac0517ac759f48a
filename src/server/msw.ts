import { type HttpHandler, http } from 'msw';
import type { SystemLike } from '../systems.ts';
import { handler } from './index.ts';
import type { ServerOptions } from './options.ts';

/** How a page, or a test, is answered by MSW. Who may ask is not asked here: MSW sees its own page's requests alone. */
export interface MockOptions extends Omit<ServerOptions, 'hosts' | 'cors'> {
  /** The world of all requests that choose none. */
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
 * @throws ScenarioError where the scenario that worlds begin with cannot be read; RouteError where the routes cannot be used.
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

/** The request without what says where it came from and was sent to. */
function asked(request: Request, world: string | undefined): Request {
  const headers = new Headers(request.headers);
  headers.delete('host');
  headers.delete('origin');
  if (world !== undefined && !headers.has('lifecycle-world') && !new URL(request.url).searchParams.has('world')) {
    headers.set('lifecycle-world', world);
  }
  return new Request(request, { headers });
}
