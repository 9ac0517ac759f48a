import type { MiddlewareHandler } from '../hono.ts';
import type { Served } from '../served.ts';
import { openApiOf } from './document.ts';

/** `/openapi.json`: made when it is first asked for. */
export function openApi({ system }: Pick<Served, 'system'>): MiddlewareHandler {
  let made: string | undefined;
  return async (c) => {
    made ??= JSON.stringify(openApiOf(system));
    return c.body(made, 200, { 'content-type': 'application/json' });
  };
}
