import type { EventStep, Params, StepResult, View } from '../../model/index.ts';
import type { Context, Hono } from '../hono.ts';
import { requireId } from '../problem.ts';
import type { Served } from '../served.ts';
import type { ServedWorld } from '../world.ts';
import type { ProductRoute, Rejected, Reply, RouteFile } from './form.ts';
import { asJson } from './json.ts';
import { fill, memberOf, type TemplateSources } from './template.ts';

/** Answers the requests of a product's own API. */
export function routed(app: Hono, served: Served, file: RouteFile): void {
  for (const route of file.routes) {
    app.on(route.method, route.path, async (c, next) => {
      const world = served.worldOf(c);
      const sources = await sourcesOf(c, world, route.entity);
      return fits(route, sources) ? answered(route, file, served, world, sources) : next();
    });
  }
}

const fits = ({ when = {} }: ProductRoute, sources: TemplateSources): boolean =>
  Object.entries(when).every(([source, wanted]) => {
    const value = sources(source);
    return wanted === true ? value !== undefined : wanted === null ? value === undefined : value === wanted;
  });

function answered(
  route: ProductRoute,
  file: RouteFile,
  served: Served,
  world: ServedWorld,
  sources: TemplateSources,
): Response {
  const { entity: kind, event, params = {}, accepted } = route;
  if (kind === undefined) return replied(accepted, 200, world, sources);
  const id = String(fill(route.id ?? served.system.entities[kind]?.singleton ?? '1', sources) ?? '');
  requireId(id);
  const taken: EventStep | undefined =
    event === undefined ? undefined : { kind, id, type: event, params: paramsOf(params, file, sources) };
  const result = taken && world.take(taken);
  const shown = after(sources, id, world, world.view(`${kind}:${id}`), result);
  if (result?.outcome !== 'rejected') return replied(accepted, 200, world, shown);
  const rejected: Rejected = { ...file.rejected, ...route.rejected };
  return replied({ ...rejected, ...rejected.codes?.[String(result.error?.code)] }, 409, world, shown);
}

function paramsOf(
  templates: { readonly [name: string]: string },
  { flags }: RouteFile,
  sources: TemplateSources,
): Params {
  const word = (value: unknown): string => {
    if (typeof value === 'boolean' && flags) return value ? flags.true : flags.false;
    if (Array.isArray(value)) return value.map(word).join(',');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return Object.fromEntries(
    Object.entries(templates).flatMap(([name, template]) => {
      const value = fill(template, sources);
      return value === undefined || value === null ? [] : [[name, word(value)]];
    }),
  );
}

/** The sources of a request. */
async function sourcesOf({ req }: Context, world: ServedWorld, kind = ''): Promise<TemplateSources> {
  const text = await req.text();
  const body = parsed(text);
  const { origin } = new URL(req.url);
  return (source) => {
    const [from = '', ...path] = source.split('.');
    const name = path.join('.');
    if (from === 'path') return req.param(name as never) as string | undefined;
    if (from === 'query') return req.query(name);
    if (from === 'header') return req.header(name);
    if (from === 'body') return memberOf(body, path);
    if (from === 'json')
      return text === '' || typeof body === 'object' ? 'ok' : body === undefined ? 'notJson' : 'invalid';
    if (from === 'bytes') return new TextEncoder().encode(text).length;
    if (from === 'new') return world.freshId(kind);
    return from === 'origin' ? origin : undefined;
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The sources once the step has run. */
function after(
  sources: TemplateSources,
  id: string,
  world: ServedWorld,
  { phases, facts }: View,
  result: StepResult | undefined,
): TemplateSources {
  const { code, name } = result?.error ?? {};
  const known: { readonly [source: string]: unknown } = { id, now: world.now, code, name, reason: result?.reason };
  return (source) => {
    if (Object.hasOwn(known, source)) return known[source];
    const [from, word = ''] = source.split('.');
    if (from === 'status') return phases[word];
    return from === 'fact' ? facts[word] : sources(source);
  };
}

function replied({ headers = {}, body, status }: Reply, usual: number, world: ServedWorld, sources: TemplateSources) {
  const filled = body === null ? undefined : asJson(body, world, sources);
  const named = Object.entries(headers).map(([name, template]) => [name, String(fill(template, sources) ?? '')]);
  const type = filled === undefined ? {} : { 'content-type': 'application/json' };
  return new Response(filled === undefined ? null : JSON.stringify(filled), {
    status: status ?? usual,
    headers: { ...type, ...Object.fromEntries(named) },
  });
}
