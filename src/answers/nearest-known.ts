import type { Lifecycle, Value } from '../model/index.ts';
import type { PartialView, Query } from '../reach/index.ts';
import { saysKnown, statusesOf } from './known.ts';
import { queryOf, type Source } from './source.ts';

/** The nearest possible combination to an impossible one: a single value is changed if that is enough, the last one first. */
export function nearestKnown(source: Source, kind: string, known: PartialView): string {
  const lifecycle = source.system.entities[kind] as Lifecycle;
  const query = queryOf(source, kind);
  for (const name of Object.keys(known).reverse()) {
    const found = anotherOf(query, lifecycle, known, name);
    if (found) return saysKnown(lifecycle, found);
  }
  // One change is not enough: each value is kept if it is possible with those kept before.
  let kept: PartialView = {};
  for (const [name, value] of Object.entries(known)) {
    if (query.known({ ...kept, [name]: value }).any) kept = { ...kept, [name]: value };
    else kept = anotherOf(query, lifecycle, kept, name) ?? kept;
  }
  return saysKnown(lifecycle, kept);
}

/** The combination with another value of this name. A fact's usual value is tried first. */
function anotherOf(query: Query, lifecycle: Lifecycle, known: PartialView, name: string): PartialView | undefined {
  const fact = lifecycle.facts[name];
  const values: readonly Value[] = fact ? [fact.usual, ...fact.values] : ranFirst(statusesOf(lifecycle, name));
  const value = values.find((each) => each !== known[name] && query.known({ ...known, [name]: each }).any);
  return value === undefined ? undefined : { ...known, [name]: value };
}

/** The status of a phase that has not run comes last. */
const ranFirst = (statuses: readonly (string | null)[]): (string | null)[] => [
  ...statuses.filter((status) => status !== null),
  ...statuses.filter((status) => status === null),
];
