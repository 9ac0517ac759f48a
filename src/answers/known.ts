import {
  type EntityOutline,
  entityAddressOf,
  type Lifecycle,
  type Outline,
  placeInView,
  type System,
  stateOf,
  statusOf,
  type Value,
} from '../model/index.ts';
import type { PartialView } from '../reach/index.ts';

/** What is known of an entity: a view that may be partial. */
export interface KnownView {
  readonly entity: string;
  readonly phases?: { readonly [phase: string]: string | null };
  readonly facts?: { readonly [fact: string]: Value };
  /** A fact that the view shows outside `facts`, under its own name. */
  readonly [beside: string]: unknown;
}

/** A view in the form of a query. Throws a TypeError if it has a name or a value that the entity does not have. */
export function partialOf(
  lifecycle: Lifecycle,
  { entity: _, phases = {}, facts = {}, ...beside }: KnownView,
): PartialView {
  const known: Record<string, Value> = {};
  for (const [phase, status] of Object.entries(phases)) {
    if (!Object.hasOwn(lifecycle.phases, phase)) {
      throw new TypeError(
        `view.phases.${phase} is unknown: the phases are ${Object.keys(lifecycle.phases).join(', ')}`,
      );
    }
    const statuses = statusesOf(lifecycle, phase);
    if (!statuses.includes(status)) throw new TypeError(`view.phases.${phase} is one of ${statuses.join(', ')}`);
    known[phase] = status;
  }
  for (const [name, value] of Object.entries({ ...facts, ...beside })) {
    const fact = Object.hasOwn(lifecycle.facts, name) ? lifecycle.facts[name] : undefined;
    if (!fact || placeInView(fact) === undefined) {
      throw new TypeError(`the view's ${name} is unknown: its facts are ${factsOf(lifecycle).join(', ') || 'none'}`);
    }
    if (!fact.values.includes(value as Value)) {
      throw new TypeError(`the view's ${name} is one of ${fact.values.join(', ')}`);
    }
    known[name] = value as Value;
  }
  return known;
}

/** The statuses of a phase; null is that of a phase that has not run. */
export const statusesOf = ({ chart }: EntityOutline, phase: string): (string | null)[] =>
  Object.keys(chart.states[phase]?.states ?? {}).map(statusOf);

/** The facts that a view shows. */
export const factsOf = ({ facts }: EntityOutline): string[] =>
  Object.keys(facts).filter((name) => placeInView(facts[name] as EntityOutline['facts'][string]) !== undefined);

/** What is known, in the words of the command line: `SCAN:PAUSED agent=INACTIVE`. */
export const saysKnown = (lifecycle: Pick<EntityOutline, 'phases'>, known: PartialView): string =>
  Object.entries(known)
    .map(([name, value]) =>
      Object.hasOwn(lifecycle.phases, name) ? `${name}:${stateOf(value as string | null)}` : `${name}=${String(value)}`,
    )
    .join(' ');

/** The names of a status with this code: a phase of the entity, or a fact that shows the status of another entity. */
export function statusesWith(
  { entities }: Outline,
  kind: string,
  code: string,
): { name: string; value: string | null }[] {
  const lifecycle = entities[kind] as EntityOutline;
  const own = phasesWith(lifecycle, code).map(([name, value]) => ({ name, value }));
  if (own.length > 0) return own;
  return Object.values(entities).flatMap((other) => {
    const fact = lifecycle.facts[other.kind];
    if (other === lifecycle || !fact || placeInView(fact) !== 'beside') return [];
    return phasesWith(other, code)
      .filter(([, status]) => fact.values.includes(status))
      .map(([, value]) => ({ name: other.kind, value }));
  });
}

const phasesWith = ({ phases }: EntityOutline, code: string): (readonly [string, string | null])[] =>
  Object.entries(phases).flatMap(([phase, table]) =>
    Object.entries(table).flatMap(([status, each]) =>
      each !== null && String(each) === code ? [[phase, statusOf(status)] as const] : [],
    ),
  );

/**
 * The view that a vendor's status codes describe: `[901, 932, 925]` is a job whose scan succeeded, whose copy is paused,
 * and whose agent is active. Without an entity, it is of the first kind that has all of these statuses.
 *
 * @throws RangeError if no entity has all of these statuses at one time.
 */
export function viewFromCodes(system: System, codes: readonly (string | number)[], entity?: string): KnownView {
  const address = entity === undefined ? undefined : entityAddressOf(system, entity);
  for (const kind of address ? [address.kind] : Object.keys(system.entities)) {
    const found = codes.map((code) => statusesWith(system, kind, String(code)));
    const names = new Set(found.flatMap(([first]) => (first ? [first.name] : [])));
    if (found.some(({ length }) => length !== 1) || names.size < codes.length) continue;
    const statuses = found.flat();
    const { phases } = system.entities[kind] as Lifecycle;
    const part = (isOwn: boolean) =>
      Object.fromEntries(
        statuses.filter(({ name }) => Object.hasOwn(phases, name) === isOwn).map(({ name, value }) => [name, value]),
      );
    const { id } = address ?? entityAddressOf(system, kind);
    return { entity: `${kind}:${id}`, phases: part(true), ...part(false), facts: {} };
  }
  const whose = address?.kind ?? 'entity';
  throw new RangeError(`no ${whose} of ${system.name} has the statuses ${codes.join(', ')} at one time`);
}
