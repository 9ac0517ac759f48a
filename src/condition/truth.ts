import type { Condition, Value } from '../model/index.ts';
import { combine, negate, type Truth } from './three-valued.ts';
import { fold, type NameTest, patternFrom, rewrite } from './walk.ts';

/** The values a name may still have, at least one; undefined if nothing is known about it. */
export type Known = (name: string) => readonly Value[] | undefined;

/**
 * Evaluates a condition from what is known. Names are taken as independent of each other, so 'unknown' means only that
 * this method cannot decide.
 */
export function truthOf(condition: Condition, known: Known): Truth {
  return fold<Truth>(condition, { name: (test) => truthOfName(test, known), all: every, any: some, none });
}

/** What remains of a condition once everything that is already decided is dropped. */
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

/** Parameters are text; one that is not given is null. */
export const asText = (value: Value): string | null => (value === null ? null : String(value));

const itself = (truth: Truth): Truth => truth;
const every = (parts: readonly Truth[]): Truth => combine(parts, itself, false);
const some = (parts: readonly Truth[]): Truth => combine(parts, itself, true);
const none = (parts: readonly Truth[]): Truth => negate(some(parts));
