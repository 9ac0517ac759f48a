import { answersOf } from '../index.ts';
import { type SystemLike, systemOf } from '../systems.ts';
import { type Handler, handlerOf } from './handler.ts';
import type { ServerOptions } from './options.ts';
import { finderOf } from './way-to.ts';

export type { Handler } from './handler.ts';
export type { RunningClock, ServerOptions } from './options.ts';
export { RouteError } from './routes/check.ts';
export type { ProductRoute, Rejected, Reply, RouteFile, Template } from './routes/form.ts';

/**
 * Makes a control plane that answers as the model does, from `Request` to `Response`: for a server, a service worker or a
 * test. `lifecycle serve` uses it.
 *
 * @throws ScenarioError if the scenario that worlds start with cannot be read.
 * @example
 * const answer = handler('egnyte', { after: 'given ready' });
 * await answer(new Request('http://localhost/v1/job/1/copy.start', { method: 'POST' }));
 */
export function handler(system: SystemLike, options: ServerOptions = {}): Handler {
  const found = systemOf(system);
  const shipped = async () => (typeof system === 'string' ? answersOf(system) : undefined);
  return handlerOf(found, options, finderOf(found, shipped));
}
