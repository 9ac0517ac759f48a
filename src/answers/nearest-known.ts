import type { Lifecycle, Value } from '../model/index.ts';
import type { PartialView, Query } from '../reach/index.ts';
import { saysKnown, statusesOf } from './known.ts';
import { queryOf, type Source } from './source.ts';

/** Of what was named and is nowhere so: what is so somewhere with as few of it another as may be, the last named first. */
export function nearestKnown(source: Source, kind: string, known: PartialView): string {
  const lifecycle = source.system.entities[kind] as Lifecycle;
  const query = queryOf(source, kind);
  for (const name of Object.keys(known).reverse()) {
    const found = anotherOf(query, lifecycle, known, name);
    if (found) return saysKnown(lifecycle, found);
  }
  // No change of one name is enough: whatever fits is kept, in the order in which it was named.
  let kept: PartialView = {};
  for (const [name, value] of Object.entries(known)) {
    if (query.known({ ...kept, [name]: value }).any) kept = { ...kept, [name]: value };
    else kept = anotherOf(query, lifecycle, kept, name) ?? kept;
  }
  return saysKnown(lifecycle, kept);
}

/** The same with another value of this name, the usual one of a fact first. */
function anotherOf(query: Query, lifecycle: Lifecycle, known: PartialView, name: string): PartialView | undefined {
  const fact = lifecycle.facts[name];
  const values: readonly Value[] = fact ? [fact.usual, ...fact.values] : ranFirst(statusesOf(lifecycle, name));
  const value = values.find((each) => each !== known[name] && query.known({ ...known, [name]: each }).any);
  return value === undefined ? undefined : { ...known, [name]: value };
}

/** A status that was come to is nearer to another than one that has not run. */
const ranFirst = (statuses: readonly (string | null)[]): (string | null)[] => [
  ...statuses.filter((status) => status !== null),
  ...statuses.filter((status) => status === null),
];
