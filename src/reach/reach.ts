import type { System } from '../model/index.ts';
import type { Read } from '../space/lines.ts';
import { ScenarioFinder } from './confirm.ts';
import { Query, type ReachedAnswer, type Situations } from './query.ts';
import { type ClosedOptions, closedSpace, reachAll, reachFrom } from './reachability.ts';
import type { SystemAnswers } from './shipped.ts';

const known = new WeakMap<System, Map<string, Query>>();

/** The query over every situation of an entity; computed once. With `shipped` the set is taken from there. */
export function reach(system: System, kind: string, read: Read, shipped?: SystemAnswers): Query {
  const queries = known.get(system) ?? new Map<string, Query>();
  known.set(system, queries);
  const found = queries.get(kind);
  if (found) return found;
  const entity = shipped?.entities[kind];
  const query = new Query(entity ? reachFrom(system, kind, entity) : reachAll(system, kind), system, kind, read);
  queries.set(kind, query);
  return query;
}

const closed = new WeakMap<System, Map<string, Query>>();

/** The query over a closed space; computed once. */
export function reachClosed(system: System, kind: string, read: Read, options: ClosedOptions = {}): Query {
  const queries = closed.get(system) ?? new Map<string, Query>();
  closed.set(system, queries);
  const key = JSON.stringify([kind, options]);
  const found = queries.get(key);
  if (found) return found;
  const query = new Query(closedSpace(system, kind, options), system, kind, read);
  queries.set(key, query);
  return query;
}

const confirmers = new WeakMap<Query, ScenarioFinder>();

/**
 * The lines of a shortest route into the situations, run in a real world. With an answer, the command must be answered so
 * at the end. Undefined if there is no route, or if no scenario that was tried leads there.
 */
export function scenarioTo(
  situations: Situations,
  answer?: Pick<ReachedAnswer, 'command' | 'rule'>,
): readonly string[] | undefined {
  const { query } = situations;
  const confirmer = confirmers.get(query) ?? new ScenarioFinder(query);
  confirmers.set(query, confirmer);
  const route = situations.nearest();
  return route && confirmer.scenario(route, situations, answer)?.lines;
}
