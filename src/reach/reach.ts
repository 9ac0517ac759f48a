import { kept, once, type System } from '../model/index.ts';
import type { Read } from '../space/lines.ts';
import { ScenarioFinder } from './confirm.ts';
import { Query, type ReachedAnswer, type Situations } from './query.ts';
import { type ClosedOptions, closedSpace, type Reachable, reachAll, reachFrom } from './reachability.ts';
import type { SystemAnswers } from './shipped.ts';

const queriesOf = once((_: System) => new Map<string, Query>());

/** A query of a system, computed once for each key. */
function queryFor(system: System, kind: string, read: Read, key: string, reachable: () => Reachable): Query {
  return kept(queriesOf(system), key, () => new Query(reachable(), system, kind, read));
}

/** The query over every situation of an entity; computed once. With `shipped` the set is taken from there. */
export function reach(system: System, kind: string, read: Read, shipped?: SystemAnswers): Query {
  const entity = shipped?.entities[kind];
  return queryFor(system, kind, read, kind, () => (entity ? reachFrom(system, kind, entity) : reachAll(system, kind)));
}

/** The query over a closed space; computed once. */
export const reachClosed = (system: System, kind: string, read: Read, options: ClosedOptions = {}): Query =>
  queryFor(system, kind, read, JSON.stringify([kind, options]), () => closedSpace(system, kind, options));

const finderOf = once((query: Query) => new ScenarioFinder(query));

/**
 * The lines of a shortest route into the situations, run in a real world. With an answer, the command must be answered so
 * at the end. Undefined if there is no route, or if no scenario that was tried leads there.
 */
export function scenarioTo(
  situations: Situations,
  answer?: Pick<ReachedAnswer, 'command' | 'rule'>,
): readonly string[] | undefined {
  const route = situations.nearest();
  return route && finderOf(situations.query).scenario(route, situations, answer)?.lines;
}
