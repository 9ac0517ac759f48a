import { type Condition, isPhase, type Lifecycle, listed, once, statusOf, type Value } from '../model/index.ts';
import { fold, type NameTest } from './walk.ts';

/**
 * A condition as a sentence for people, made from its data: `the scan is queued or running`. It has no full stop, so
 * that it can follow "because". The sentence of a condition is made once.
 */
export const describe = (condition: Condition | undefined, lifecycle: Lifecycle): string =>
  condition === undefined ? 'always' : describer(lifecycle)(condition);

const describer = once((lifecycle: Lifecycle) =>
  once((condition: Condition) =>
    fold<string>(condition, {
      name: (test) => describeName(test, lifecycle),
      all: (parts, called) =>
        called ??
        joined(
          parts.filter((part) => part !== 'always'),
          ' and ',
          'always',
        ),
      any: (parts, called) => called ?? (parts.includes('always') ? 'always' : joined(parts, ', or ', 'never')),
      none: (parts, called) => {
        if (called !== undefined || parts.length === 0) return called ?? 'always';
        return parts.includes('always') ? 'never' : `it is not so that ${joined(parts, ', or ', '')}`;
      },
    }),
  ),
);

/** A word of the input for a sentence, truncated to a readable length. */
export const brief = (word: string): string => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word);

const LONGEST = 60;

/** Each part once. */
const joined = (parts: readonly string[], by: string, nothing: string): string =>
  parts.length === 0 ? nothing : [...new Set(parts)].join(by);

/** The same as a sentence of its own. */
export function sentenceOf(condition: Condition | undefined, lifecycle: Lifecycle): string {
  const said = describe(condition, lifecycle);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** A name test as a sentence. */
export function describeName({ name, values, negated }: NameTest, lifecycle: Lifecycle): string {
  const words = Object.hasOwn(lifecycle.words, name) ? lifecycle.words[name] : undefined;
  const fact = Object.hasOwn(lifecycle.facts, name) ? lifecycle.facts[name] : undefined;
  const phrases = { ...fact?.says, ...(typeof words === 'object' ? words : {}) };
  if (negated) {
    const phrase = phrases[`not ${values.map(String).join(' or ')}`];
    if (phrase !== undefined) return phrase;
    const others = valuesOf(name, lifecycle)?.filter((value) => !values.includes(value));
    if (others && others.length <= values.length && others.every((value) => phrases[String(value)])) {
      return describeName({ name, values: others, negated: false }, lifecycle);
    }
  } else if (values.every((value) => phrases[String(value)] !== undefined)) {
    return values.map((value) => phrases[String(value)]).join(' or ');
  }
  const absent = name.startsWith('$') ? 'not given' : isPhase(name) ? 'not run yet' : 'unset';
  const label = typeof words === 'string' ? words : name.startsWith('$') ? `the ${name.slice(1)} given` : name;
  return joinedValues(
    label,
    values.map((value) => (value === null ? absent : String(value))),
    negated,
  );
}

/** A phase's statuses in the vendor's words: `SCAN is QUEUED or RUNNING`. */
export const plainly = (phase: string, statuses: readonly (string | null)[]): string =>
  joinedValues(
    phase,
    statuses.map((status) => status ?? 'not run yet'),
    false,
  );

/** `True-Up is PAUSED or SUSPENDED`, `the scan is neither SUCCEEDED nor SKIPPED`. */
function joinedValues(label: string, values: readonly string[], negated: boolean): string {
  if (values.length > 8) return `${label} is ${negated ? 'none' : 'one'} of ${values.length} known ones`;
  if (values.length === 1) return `${label} is ${negated ? 'not ' : ''}${values[0]}`;
  return `${label} is ${negated ? `neither ${listed(values, 'nor')}` : listed(values, 'or')}`;
}

/** The values of a region or a fact; undefined for another name. */
export function valuesOf(name: string, { chart, facts }: Lifecycle): readonly Value[] | undefined {
  const region = Object.hasOwn(chart.states, name) ? chart.states[name] : undefined;
  if (region) return Object.keys(region.states).map(statusOf);
  return Object.hasOwn(facts, name) ? facts[name]?.values : undefined;
}
