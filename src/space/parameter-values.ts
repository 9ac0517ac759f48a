import { type NameTest, patternsOf, testsOf } from '../condition/walk.ts';
import { specOf, type Variant } from '../engine/sample-lines.ts';
import { transitionsOf } from '../engine/where-used.ts';
import {
  type Condition,
  type Form,
  fits,
  kept,
  type Lifecycle,
  movesOf,
  once,
  type ParamSpec,
  type Params,
} from '../model/index.ts';

/**
 * Up to so many combinations are all tried. Beyond that, parameters vary one at a time, and as patterns combine them.
 */
const MOST_COMBINED = 32;

/**
 * Combinations of the parameters that conditions read. For each key: one value for each case that they distinguish, and
 * absence.
 */
export function combinations(lifecycle: Lifecycle, event: string, carries = isSignal): Params[] {
  const { params: specs } = specOf(lifecycle, event);
  const choices = [...askedOn(lifecycle, event, carries)]
    .filter(([key]) => specs === undefined || Object.hasOwn(specs, key))
    .map(([key, of]): Variant[] => {
      const values = [...representatives(of.sets), ...otherwise(lifecycle, event, key, of)];
      return [{}, ...values.map((value) => ({ [key]: value }))];
    });
  const count = choices.reduce((product, { length }) => product * length, 1);
  if (count > MOST_COMBINED) {
    const single = choices.flatMap((variants) => variants.slice(1) as Params[]);
    return [{}, ...single, ...together(lifecycle, event, carries)];
  }
  return everyChoice(choices);
}

/** One variant of each list, in every combination. */
export const everyChoice = (choices: readonly (readonly Variant[])[]): Params[] =>
  choices.reduce<Params[]>(
    (all, variants) => all.flatMap((params) => variants.map((variant) => ({ ...params, ...variant }) as Params)),
    [{}],
  );

/** For each pattern that reads several parameters, the first values that match it. */
function together(lifecycle: Lifecycle, event: string, carries: (signal: string) => boolean): Params[] {
  const { params: specs = {} } = specOf(lifecycle, event);
  return conditionsOn(lifecycle, event, carries)
    .flatMap((condition) => patternsOf(condition))
    .map(({ tests }) =>
      Object.fromEntries(
        parametersIn(tests).flatMap(({ name, values: [value], negated }) => {
          const key = name.slice(1);
          return negated || value === null || !Object.hasOwn(specs, key) ? [] : [[key, String(value)]];
        }),
      ),
    )
    .filter((params) => Object.keys(params).length > 1);
}

const parametersIn = (tests: readonly NameTest[]): NameTest[] => tests.filter(({ name }) => name.startsWith('$'));

/** What conditions ask of one parameter. */
interface AskedValues {
  /** The sets of values that they test. */
  readonly sets: Set<string>[];
  /** Whether a condition tests if the parameter is given at all. */
  ifGiven: boolean;
}

/** One value for each combination of sets. */
function representatives(sets: readonly Set<string>[]): Set<string> {
  const seen = new Map<string, string>();
  for (const value of sets.flatMap((set) => [...set])) {
    const signature = signatureOf(sets, value);
    if (!seen.has(signature)) seen.set(signature, value);
  }
  return new Set(seen.values());
}

const signatureOf = (sets: readonly Set<string>[], value: string): string =>
  sets.map((set) => (set.has(value) ? 1 : 0)).join('');

/** At most one value that is in no set, if omitting the parameter is not equivalent to that. */
function otherwise(lifecycle: Lifecycle, event: string, key: string, { sets, ifGiven }: AskedValues): string[] {
  const { params = {}, plain = {} } = specOf(lifecycle, event);
  const spec = params[key];
  const leftOut = !ifGiven && !spec?.required && !Object.hasOwn(plain, key) && !isError(lifecycle, event, key);
  if (leftOut || !spec) return [];
  const listed = new Set(sets.flatMap((set) => [...set]));
  const value = wordsOf(spec, listed.size + 1).find(
    (word) => !listed.has(word) && (spec.anyValue || fits(spec.is, word)),
  );
  return value === undefined ? [] : [value];
}

/** Words and numbers that fit a parameter: enough that one of them is not among `count` others. */
function wordsOf({ is }: ParamSpec, count: number): string[] {
  if ('one' in is) return [...is.one, 'other'];
  const least = leastOf(is);
  return ['other', ...Array.from({ length: count }, (_, each) => String(least + each))];
}

const leastOf = (form: Form): number =>
  ('whole' in form ? form.whole.min : 'span' in form ? form.span.min : undefined) ?? 1;

/**
 * Whether a transition of the event, or of a signal that carries it on, uses the parameter as the error of a status.
 */
const isError = ({ chart }: Lifecycle, event: string, key: string): boolean =>
  [...transitionsOf(chart)].some(
    (place) => (place.event === event || isSignal(place.event)) && place.move.error === `$${key}`,
  );

/** Whether conditions cannot distinguish two values of a parameter, and both fit. */
export function isAlike(lifecycle: Lifecycle, event: string, key: string, one: string, other: string): boolean {
  const spec = specOf(lifecycle, event).params?.[key];
  if (!spec || !fits(spec.is, other)) return false;
  const byKey = kept(askedIn(lifecycle), event, () => askedOn(lifecycle, event, isSignal));
  const { sets } = byKey.get(key) ?? { sets: [] };
  return signatureOf(sets, one) === signatureOf(sets, other);
}

/** What is asked about the events of a lifecycle; cached because many values are compared. */
const askedIn = once((_: Lifecycle) => new Map<string, ReadonlyMap<string, AskedValues>>());

function askedOn(
  lifecycle: Lifecycle,
  event: string,
  carries: (signal: string) => boolean,
): ReadonlyMap<string, AskedValues> {
  const all = new Map<string, AskedValues>();
  for (const condition of conditionsOn(lifecycle, event, carries)) collect(condition, all);
  return all;
}

const isSignal = (event: string): boolean => /^(entered|left) /.test(event);

/** The rules and guards that apply to the event. Signals carry the parameters of the event that caused them. */
export function conditionsOn(
  { chart, rules }: Lifecycle,
  event: string,
  carries: (signal: string) => boolean,
): Condition[] {
  const moves = [...transitionsOf(chart)]
    .filter((place) => place.event === event || carries(place.event))
    .map(({ move }) => move);
  return [
    ...(rules[event] ?? []).map(({ when }) => when),
    ...[...moves, ...movesOf(chart.on, event)].flatMap(({ guard }) => (guard === undefined ? [] : [guard])),
  ];
}

function collect(condition: Condition, all: Map<string, AskedValues>): void {
  for (const { name, values } of parametersIn(testsOf(condition))) {
    const of = kept(all, name.slice(1), (): AskedValues => ({ sets: [], ifGiven: false }));
    of.sets.push(new Set(values.filter((value) => value !== null).map(String)));
    of.ifGiven ||= values.includes(null);
  }
}
