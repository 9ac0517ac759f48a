import type { Lifecycle, System } from '../../model/index.ts';
import { nearest } from '../../model/near.ts';
import { hintFor } from '../problem.ts';
import type { ProductRoute, RouteFile } from './form.ts';
import { routeSchema, type Schema } from './schema.ts';
import { faultIn } from './template.ts';

/** A route file is wrong. The message names the place and the reason. */
export class RouteError extends Error {
  override readonly name = 'RouteError';
}

/** Checks a route file before any request is answered. Throws a RouteError. */
export function checkedRoutes(given: unknown, system: System): RouteFile {
  const fault = mismatch(routeSchema, given, 'routes');
  if (fault !== undefined) throw new RouteError(fault);
  const file = given as RouteFile;
  if (file.system !== system.name) throw new RouteError(`system: ${file.system}, and ${system.name} is served`);
  checkTemplates(file.rejected, 'rejected', IN_ANSWERS);
  for (const [number, route] of file.routes.entries()) {
    const place = `routes.${number}`;
    checkEvent(route, system, place);
    for (const source of Object.keys(route.when ?? {})) checkTemplates(`{${source}}`, `${place}.when`, IN_REQUESTS);
    checkTemplates([route.id ?? '', route.params ?? {}], place, IN_REQUESTS);
    checkTemplates([route.accepted, route.rejected ?? {}], place, IN_ANSWERS);
  }
  return file;
}

const REQUEST = String.raw`(?:path|query|header|body)\.[\w.*-]+|bytes|json|new|origin`;
const IN_REQUESTS = new RegExp(`^(?:${REQUEST})$`);
const IN_ANSWERS = new RegExp(`^(?:${REQUEST}|id|now|each|code|name|reason|status\\.\\w+|fact\\.\\w+)$`);

function checkEvent({ entity, event, params = {} }: ProductRoute, { entities }: System, place: string): void {
  if (entity === undefined) {
    if (event !== undefined) throw new RouteError(`${place}: an event without an entity`);
    return;
  }
  const lifecycle = Object.hasOwn(entities, entity) ? (entities[entity] as Lifecycle) : undefined;
  if (!lifecycle) throw strange(`${place}.entity`, 'entity', entity, Object.keys(entities));
  if (event === undefined) return;
  const events = { ...lifecycle.commands, ...lifecycle.reports };
  const spec = Object.hasOwn(events, event) ? events[event] : undefined;
  if (!spec) throw strange(`${place}.event`, `event of ${entity}`, event, Object.keys(events));
  if (spec.anyParams) return;
  const known = Object.keys(spec.params ?? {});
  const wrong = Object.keys(params).find((name) => !known.includes(name));
  if (wrong !== undefined) throw strange(`${place}.params`, `parameter of ${entity} ${event}`, wrong, known);
}

function strange(place: string, what: string, word: string, known: readonly string[]): RouteError {
  return new RouteError(`${place}: no ${what} ${JSON.stringify(word)}; ${hintFor(word, known, 'there are')}`);
}

/** Checks every string in a value as a template. */
function checkTemplates(value: unknown, place: string, known: RegExp): void {
  if (typeof value === 'string') {
    const fault = faultIn(value, known);
    if (fault !== undefined) throw new RouteError(`${place}: ${fault}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) checkTemplates(member, place, known);
  }
}

/** The first mismatch between a value and a schema, if any. */
function mismatch(schema: Schema, value: unknown, place: string): string | undefined {
  const { type, properties = {}, required = [], additionalProperties: others, items, minItems = 0 } = schema;
  if (schema.enum && !schema.enum.includes(value))
    return `${place}: ${shown(value)}; it is one of ${schema.enum.join(', ')}`;
  if (type === 'string') {
    if (typeof value !== 'string') return `${place}: ${shown(value)}; expected text`;
    const fits = schema.pattern === undefined || new RegExp(schema.pattern).test(value);
    return fits ? undefined : `${place}: ${shown(value)} does not fit ${schema.pattern}`;
  }
  if (type === 'integer') {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    const fits = Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
    return fits ? undefined : `${place}: ${shown(value)}; expected a whole number from ${minimum} to ${maximum}`;
  }
  if (type === 'array') {
    if (!Array.isArray(value) || value.length < minItems) return `${place}: ${shown(value)}; expected a list`;
    return first(value.entries(), ([at, item]) => mismatch(items ?? {}, item, `${place}.${at}`));
  }
  if (type !== 'object') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `${place}: ${shown(value)}; expected an object`;
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${place}: ${missing} is missing`;
  return first(Object.entries(value), ([name, member]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : others;
    if (own) return mismatch(own, member, place === 'routes' ? name : `${place}.${name}`);
    const near = nearest(name, Object.keys(properties));
    return `${place}: unknown member ${shown(name)}${near === undefined ? '' : `; did you mean ${near}?`}`;
  });
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60);

function first<T>(all: Iterable<T>, fault: (item: T) => string | undefined): string | undefined {
  for (const item of all) {
    const found = fault(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
