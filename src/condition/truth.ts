import type { Condition, Value } from '../model/index.ts';
import { fold, type NameTest, patternFrom, rewrite } from './walk.ts';

/** Holds, does not hold, or cannot be told from what is known. */
export type Truth = boolean | 'unknown';

/** The values that a name may still have, at least one; undefined where nothing is known of it. */
export type Known = (name: string) => readonly Value[] | undefined;

/** A name has exactly these values. */
export const knownFrom =
  (values: { readonly [name: string]: Value }): Known =>
  (name) =>
    Object.hasOwn(values, name) ? [values[name] as Value] : undefined;

/**
 * Whether a condition holds, from what is known. Names are taken one by one, as if each could be any of its values
 * whatever the others are: 'unknown' says that this way does not tell.
 */
export function truthOf(condition: Condition, known: Known): Truth {
  return fold<Truth>(condition, { name: (test) => truthOfName(test, known), all: every, any: some, none });
}

/** What is left of a condition once that is known: what is decided falls away. */
export function simplify(condition: Condition, known: Known): Condition | boolean {
  return rewrite(condition, (tests) => {
    const truths = tests.map((test) => truthOfName(test, known));
    const truth = every(truths);
    return truth === 'unknown' ? patternFrom(tests.filter((_, index) => truths[index] === 'unknown')) : truth;
  });
}

function truthOfName({ name, values, negated }: NameTest, known: Known): Truth {
  const possible = known(name);
  if (possible === undefined) return 'unknown';
  const wanted = name.startsWith('$') ? values.map(asText) : values;
  const fit = possible.filter((value) => wanted.includes(name.startsWith('$') ? asText(value) : value)).length;
  if (fit > 0 && fit < possible.length) return 'unknown';
  return fit > 0 !== negated;
}

/** Parameters are texts; one that is not given is null. */
export const asText = (value: Value): string | null => (value === null ? null : String(value));

/** All of them hold. */
function every(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return !parts.includes('unknown') || 'unknown';
}

/** At least one of them holds. */
function some(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes('unknown') && 'unknown';
}

/** None of them holds. */
function none(parts: readonly Truth[]): Truth {
  const any = some(parts);
  return any === 'unknown' ? any : !any;
}
