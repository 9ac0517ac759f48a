import { truthOf } from '../condition/truth.ts';
import { namesOf, testsOf } from '../condition/walk.ts';
import type { Lifecycle, Pattern, Value } from '../model/index.ts';

/** Facts that are otherwise than the regions of a space have them. */
export type Facts = ReadonlyMap<string, Value>;

/** What a name of the view is. */
export type ViewLookUp = (name: string) => Value | undefined;

/** Facts that gates ask for, and the facts of the view that tell what these are. */
export function tellersOf({ projections: told = [], facts }: Lifecycle): ReadonlyMap<string, ReadonlySet<string>> {
  const tellers = new Map<string, Set<string>>();
  for (const { ask, as } of told) {
    for (const name of Object.keys(ask)) {
      if (!Object.hasOwn(facts, name)) continue;
      const names = tellers.get(name) ?? new Set();
      tellers.set(name, names);
      for (const each of namesOf(as)) if (Object.hasOwn(facts, each)) names.add(each);
    }
  }
  return tellers;
}

/**
 * Facts that gates ask for and the view shows under another name, where facts of the view are otherwise: they are what the
 * view tells.
 */
export function impliedBy({ projections: told = [], facts }: Lifecycle, otherwise: Facts, look: ViewLookUp): Facts {
  const implied = new Map(otherwise);
  const denied = new Map<string, Value[]>();
  for (const { ask, as } of told) {
    if (![...namesOf(as)].some((name) => otherwise.has(name))) continue;
    const holds = truthOf(as, (name) => [look(name) as Value]) === true;
    const asked = factsIn(ask, facts);
    for (const { name, values } of asked) {
      if (holds) implied.set(name, values[0] as Value);
      else if (Object.keys(ask).length === 1) denied.set(name, [...(denied.get(name) ?? []), ...values]);
    }
  }
  for (const [name, values] of denied) {
    const fact = facts[name];
    if (!fact || implied.has(name)) continue;
    const [other] = [fact.usual, ...fact.values].filter((value) => !values.includes(value));
    if (other !== undefined) implied.set(name, other);
  }
  return implied;
}

/** The facts in a pattern, and which values of each fit. */
function factsIn(pattern: Pattern, facts: Lifecycle['facts']): { name: string; values: readonly Value[] }[] {
  return testsOf(pattern).flatMap(({ name, values, negated }) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (!fact) return [];
    return [{ name, values: negated ? fact.values.filter((value) => !values.includes(value)) : values }];
  });
}
