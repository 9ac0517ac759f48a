import type { EventStep, Params, StepResult } from '../model/index.ts';
import { ID } from '../model/index.ts';
import { nearest } from '../model/near.ts';
import { objectIn } from './body.ts';
import { eventStream } from './event-stream.ts';
import type { Context, Hono } from './hono.ts';
import { Problem, type ProblemStatus, problemResponse, rejectionOf } from './problem.ts';
import type { Served } from './served.ts';

/** `/v1`: commands, reports, views and events. */
export function entities(app: Hono, served: Served): void {
  const { system } = served;

  /** The entity of a request's path. An unknown kind is malformed in a command; of a view it is what is not found. */
  const entityIn = ({ req }: Context, unknown: ProblemStatus): { readonly kind: string; readonly id: string } => {
    const { entity: kind = '', id = '' } = req.param() as { readonly entity?: string; readonly id?: string };
    const lifecycle = Object.hasOwn(system.entities, kind) ? system.entities[kind] : undefined;
    if (!lifecycle) {
      const kinds = Object.keys(system.entities);
      const near = nearest(kind, kinds);
      const hint = near === undefined ? `it is one of ${kinds.join(', ')}` : `did you mean ${near}?`;
      throw new Problem(unknown, `unknown entity ${JSON.stringify(kind)}; ${hint}`);
    }
    if (!ID.test(id)) throw new Problem(400, `the id ${JSON.stringify(id)}; expected letters, digits, _, - and .`);
    const { singleton } = lifecycle;
    if (singleton !== undefined && id !== singleton) {
      throw new Problem(unknown, `there is only one ${kind}, with the id ${singleton}`);
    }
    return { kind, id };
  };

  const answered = (result: StepResult): Response => {
    if (result.outcome === 'rejected') return problemResponse(rejectionOf(system, result));
    return Response.json(result, { status: result.outcome === 'ignored' ? 200 : 202 });
  };

  const events = eventStream(served);

  app.get('/v1/:entity', (c) => {
    const kind = c.req.param('entity');
    // A route of its own would make the library's faster router give up.
    if (kind === 'events') return events(c);
    if (!Object.hasOwn(system.entities, kind)) {
      throw new Problem(
        404,
        `unknown entity ${JSON.stringify(kind)}; it is one of ${Object.keys(system.entities).join(', ')}`,
      );
    }
    return c.json(served.worldOf(c).all(kind));
  });

  app.get('/v1/:entity/:id', (c) => {
    const { kind, id } = entityIn(c, 404);
    return c.json(served.worldOf(c).seen(`${kind}:${id}`));
  });

  app.post('/v1/:entity/:id/:event', async (c) => {
    const params = paramsOf(await objectIn(c));
    const step: EventStep = { ...entityIn(c, 400), type: c.req.param('event'), params };
    return answered(served.worldOf(c).take(step));
  });
}

/** Parameters as a scenario has them: numbers count as their digits. */
function paramsOf(body: { readonly [key: string]: unknown }): Params {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value))
        return [key, String(value)];
      const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
      throw new Problem(
        400,
        `the parameter ${JSON.stringify(key)} is ${found}; expected a string, a number, true or false`,
      );
    }),
  );
}
