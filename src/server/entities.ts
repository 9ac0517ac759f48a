import type { EventStep, Params, StepResult } from '../model/index.ts';
import { called, SCALAR, textOf } from '../scenario/value.ts';
import { objectIn } from './body.ts';
import { eventStream } from './event-stream.ts';
import type { Context, Hono } from './hono.ts';
import { hintFor, Problem, type ProblemStatus, problemResponse, rejectionOf, requireId } from './problem.ts';
import type { Served } from './served.ts';

/** `/v1`: commands, reports, views and events. */
export function entities(app: Hono, served: Served): void {
  const { system } = served;

  /** The entity in a request's path. `unknown`: the status for an unknown kind, 400 for a command and 404 for a view. */
  const entityIn = ({ req }: Context, unknown: ProblemStatus): { readonly kind: string; readonly id: string } => {
    const { entity: kind = '', id = '' } = req.param() as { readonly entity?: string; readonly id?: string };
    const lifecycle = Object.hasOwn(system.entities, kind) ? system.entities[kind] : undefined;
    if (!lifecycle) {
      const hint = hintFor(kind, Object.keys(system.entities));
      throw new Problem(unknown, `unknown entity ${JSON.stringify(kind)}; ${hint}`);
    }
    requireId(id);
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
    // With a route of its own the library could not use its faster router.
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

/** Parameters as texts, as in a scenario. */
function paramsOf(body: { readonly [key: string]: unknown }): Params {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      const text = textOf(value);
      if (text !== undefined) return [key, text];
      throw new Problem(400, `the parameter ${JSON.stringify(key)} is ${called(value)}; expected ${SCALAR}`);
    }),
  );
}
