import { type Condition, formOf, type Lifecycle, type Pattern, type Value } from '../model/index.ts';

/** Facts that are otherwise than the regions of a space have them. */
export type Facts = ReadonlyMap<string, Value>;

/** What a name of the view is. */
export type Look = (name: string) => Value | undefined;

/** Whether a condition over names of a view holds. */
export function holdsIn(condition: Condition, look: Look): boolean {
  const read = formOf(condition);
  if (read.form === 'pattern') {
    return read.of.every(({ name, values, negated }) => values.includes(look(name) as Value) !== negated);
  }
  const part = (each: Condition): boolean => holdsIn(each, look);
  if (read.form === 'all') return read.of.every(part);
  return read.of.some(part) === (read.form === 'any');
}

/** Facts that gates ask for, and the facts of the view that tell what these are. */
export function tellersOf({ told = [], facts }: Lifecycle): ReadonlyMap<string, ReadonlySet<string>> {
  const tellers = new Map<string, Set<string>>();
  for (const { ask, as } of told) {
    for (const name of Object.keys(ask)) {
      if (!Object.hasOwn(facts, name)) continue;
      const names = tellers.get(name) ?? new Set();
      tellers.set(name, names);
      for (const each of namesIn(as)) if (Object.hasOwn(facts, each)) names.add(each);
    }
  }
  return tellers;
}

/**
 * Facts that gates ask for and the view shows under another name, where facts of the view are otherwise: they are what the
 * view tells.
 */
export function impliedBy({ told = [], facts }: Lifecycle, otherwise: Facts, look: Look): Facts {
  const implied = new Map(otherwise);
  const denied = new Map<string, Value[]>();
  for (const { ask, as } of told) {
    if (![...namesIn(as)].some((name) => otherwise.has(name))) continue;
    const holds = holdsIn(as, look);
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
  const read = formOf(pattern);
  if (read.form !== 'pattern') return [];
  return read.of.flatMap(({ name, values, negated }) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (!fact) return [];
    return [{ name, values: negated ? fact.values.filter((value) => !values.includes(value)) : values }];
  });
}

function namesIn(condition: Condition): Set<string> {
  const read = formOf(condition);
  if (read.form === 'pattern') return new Set(read.of.map(({ name }) => name));
  return new Set(read.of.flatMap((part) => [...namesIn(part)]));
}
