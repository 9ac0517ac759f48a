import { type NameTest, patternsOf, testsOf } from '../condition/walk.ts';
import { specOf, type Variant } from '../engine/sample-lines.ts';
import { transitionsOf } from '../engine/where-used.ts';
import {
  type Condition,
  type Form,
  fits,
  type Lifecycle,
  movesOf,
  type ParamSpec,
  type Params,
} from '../model/index.ts';

/** More combinations of parameters than this are not tried: then one at a time is, and what a pattern asks together. */
const MOST_COMBINED = 32;

/** Parameters that conditions ask about: for each key one value for each way in which they tell values apart, and none. */
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
  return choices.reduce<Params[]>(
    (all, variants) => all.flatMap((params) => variants.map((variant) => ({ ...params, ...variant }) as Params)),
    [{}],
  );
}

/** For each pattern that asks about several parameters the first values that fit it. */
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
  /** The sets of values that they ask about. */
  readonly sets: Set<string>[];
  /** Whether one of them asks if it is given at all. */
  ifGiven: boolean;
}

/** Of values that stand in the same sets the first. */
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

/** A value that stands in no set, where leaving the parameter out does not say the same: one at most. */
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

/** Words and numbers that a parameter may take, as many as there have to be for one to be none of `count`. */
function wordsOf({ is }: ParamSpec, count: number): string[] {
  if ('one' in is) return [...is.one, 'other'];
  const least = leastOf(is);
  return ['other', ...Array.from({ length: count }, (_, each) => String(least + each))];
}

const leastOf = (form: Form): number =>
  ('whole' in form ? form.whole.min : 'span' in form ? form.span.min : undefined) ?? 1;

/** Whether a transition of the event, or of a signal that carries it on, puts the parameter on a status as its error. */
const isError = ({ chart }: Lifecycle, event: string, key: string): boolean =>
  [...transitionsOf(chart)].some(
    (place) => (place.event === event || isSignal(place.event)) && place.move.error === `$${key}`,
  );

/** Whether everything that is asked on the event is the same of both values of a parameter, and both fit. */
export function isAlike(lifecycle: Lifecycle, event: string, key: string, one: string, other: string): boolean {
  const spec = specOf(lifecycle, event).params?.[key];
  if (!spec || !fits(spec.is, other)) return false;
  const events = asked.get(lifecycle) ?? new Map<string, ReadonlyMap<string, AskedValues>>();
  asked.set(lifecycle, events);
  const byKey = events.get(event) ?? askedOn(lifecycle, event, isSignal);
  events.set(event, byKey);
  const { sets } = byKey.get(key) ?? { sets: [] };
  return signatureOf(sets, one) === signatureOf(sets, other);
}

/** What is asked on the events of a lifecycle: many values are compared. */
const asked = new WeakMap<Lifecycle, Map<string, ReadonlyMap<string, AskedValues>>>();

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

/** Rules and guards that the event meets; a signal carries the parameters of the event that caused it. */
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
    const of = all.get(name.slice(1)) ?? { sets: [], ifGiven: false };
    of.sets.push(new Set(values.filter((value) => value !== null).map(String)));
    of.ifGiven ||= values.includes(null);
    all.set(name.slice(1), of);
  }
}
