import { testsOf } from '../condition/walk.ts';
import { transitionsOf } from '../engine/where-used.ts';
import {
  type Condition,
  groupedBy,
  type Lifecycle,
  movesOf,
  type Params,
  type Question,
  type System,
} from '../model/index.ts';
import { isSayable, type Letter } from '../space/letters.ts';
import { conditionsOn } from '../space/parameter-values.ts';

/** The most combinations of parameters to cache for an event. */
const MOST_FOUND = 1000;

/** Finds the letter for an event with parameters; without parameters, that of its plain form, which is the first. */
export function letterLookup(system: System, kind: string, letters: readonly Letter[]) {
  const byName = groupedBy(letters, (letter) => (letter.kind === kind ? '' : `${letter.kind} `) + letter.event);
  const events = new Map(
    [...byName].map(([name, forms]) => {
      return [name, { plain: letters.indexOf(forms[0]), forms, found: new Map<string, number>() }];
    }),
  );
  return (event: string, params?: Params): number => {
    const known = events.get(event);
    if (known === undefined) throw new RangeError(`the space of ${kind} has no event ${event}`);
    if (params === undefined) return known.plain;
    const mark = markOf(params);
    const found = known.found.get(mark);
    if (found !== undefined) return found;
    const letter = letters.indexOf(withParams(system, kind, event, known.forms, params));
    if (known.found.size < MOST_FOUND) known.found.set(mark, letter);
    return letter;
  };
}

/** The form with the same parameters, or one that no condition and no fact about parameters distinguishes from it. */
function withParams(
  system: System,
  ofKind: string,
  name: string,
  forms: readonly [Letter, ...Letter[]],
  params: Params,
): Letter {
  const [{ kind, event }] = forms;
  const lifecycle = system.entities[kind] as Lifecycle;
  if (isSayable(lifecycle, event, params)) {
    const key = keyOf(params);
    const exact = forms.find((form) => keyOf(form.params) === key);
    if (exact) return exact;
    const asked = askedOf(lifecycle, event);
    const told = asked && toldBy(asked, lifecycle, event, params);
    const same = asked && forms.find((form) => toldBy(asked, lifecycle, event, form.params) === told);
    if (same) return same;
  }
  const known = forms.map((form) => JSON.stringify(form.params)).join(', ');
  throw new RangeError(
    `the space of ${ofKind} has no ${name} with the parameters ${JSON.stringify(params)}; it has ${known}`,
  );
}

/** A cache key for parameters as written, without sorting or quoting. */
function markOf(params: Params): string {
  let mark = '';
  for (const key of Object.keys(params)) {
    const value = params[key] as string;
    mark += `${key.length} ${value.length} ${key}${value}`;
  }
  return mark;
}

const keyOf = (params: Params): string => JSON.stringify(Object.entries(params).sort());

/** What conditions ask of an event's parameters. */
interface ParamTests {
  readonly sets: readonly { readonly key: string; readonly values: readonly string[] }[];
  readonly facts: readonly string[];
}

/** Undefined if a fact reads the world as well: then only equal parameters are equivalent. */
function askedOf(lifecycle: Lifecycle, event: string): ParamTests | undefined {
  const sets: { key: string; values: string[] }[] = [];
  const facts = new Set<string>();
  const collect = (condition: Condition): void => {
    for (const { name, values } of testsOf(condition)) {
      if (name.startsWith('$')) sets.push({ key: name.slice(1), values: values.map(String) });
      else if (lifecycle.facts[name]?.usesParams) facts.add(name);
    }
  };
  const raised = raisedBy(lifecycle, event);
  for (const condition of conditionsOn(lifecycle, event, (other) => raised.has(other))) collect(condition);
  for (const heard of raised) for (const { guard } of movesOf(lifecycle.chart.on, heard)) if (guard) collect(guard);
  const names = [...facts];
  return names.every((name) => lifecycle.facts[name]?.paramsOnly) ? { sets, facts: names } : undefined;
}

/**
 * The signals that the event can raise in its own chart, directly or through other signals. They carry its parameters.
 */
function raisedBy({ chart }: Lifecycle, event: string): ReadonlySet<string> {
  const raised = new Set([event]);
  const changes = (region: string): void => {
    for (const state of Object.keys(chart.states[region]?.states ?? {})) {
      raised.add(`entered ${region}.${state}`).add(`left ${region}.${state}`);
    }
  };
  for (const each of raised) {
    for (const { event: heard, phase } of transitionsOf(chart)) if (heard === each) changes(phase);
    if (Object.hasOwn(chart.on ?? {}, each)) Object.keys(chart.states).forEach(changes);
  }
  return raised;
}

function toldBy({ sets, facts }: ParamTests, lifecycle: Lifecycle, event: string, params: Params): string {
  const question = { event, params } as Question;
  const memberships = sets.map(({ key, values }) => values.includes(params[key] ?? 'null'));
  return JSON.stringify([memberships, facts.map((name) => lifecycle.facts[name]?.of(question))]);
}
