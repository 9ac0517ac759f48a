import { testsOf } from '../condition/walk.ts';
import { transitionsOf } from '../engine/where-used.ts';
import { type Condition, type Lifecycle, movesOf, type Params, type Question, type System } from '../model/index.ts';
import { isSayable, type Letter } from '../space/letters.ts';
import { conditionsOn } from '../space/parameter-values.ts';

/** The forms of one event: the plain one, all of them, and a cache from parameters to forms. */
interface EventForms {
  readonly plain: number;
  readonly forms: number[];
  readonly found: Map<string, number>;
}

/** The most combinations of parameters to cache. */
const MOST_FOUND = 1000;

/** Finds the letter for an event with parameters. */
export class Forms {
  private readonly system: System;
  private readonly kind: string;
  private readonly letters: readonly Letter[];
  private readonly events = new Map<string, EventForms>();

  constructor(system: System, kind: string, letters: readonly Letter[]) {
    this.system = system;
    this.kind = kind;
    this.letters = letters;
    letters.forEach((letter, number) => {
      const name = letter.kind === kind ? letter.event : `${letter.kind} ${letter.event}`;
      const known = this.events.get(name);
      // The first form of each event is its plain form.
      if (known) known.forms.push(number);
      else this.events.set(name, { plain: number, forms: [number], found: new Map() });
    });
  }

  /** Without parameters: the plain form of the event. */
  letter(event: string, params?: Params): number {
    const known = this.events.get(event);
    if (known === undefined) throw new RangeError(`the space of ${this.kind} has no event ${event}`);
    if (params === undefined) return known.plain;
    const mark = markOf(params);
    const found = known.found.get(mark);
    if (found !== undefined) return found;
    const letter = this.withParams(event, known.forms, params);
    if (known.found.size < MOST_FOUND) known.found.set(mark, letter);
    return letter;
  }

  /** The form with the same parameters, or one that no condition and no fact about parameters distinguishes from it. */
  private withParams(event: string, forms: readonly number[], params: Params): number {
    const { kind, event: type } = this.letters[forms[0] as number] as Letter;
    const lifecycle = this.system.entities[kind] as Lifecycle;
    if (isSayable(lifecycle, type, params)) {
      const key = keyOf(params);
      const exact = forms.find((form) => keyOf(this.letters[form]?.params ?? {}) === key);
      if (exact !== undefined) return exact;
      const asked = askedOf(lifecycle, type);
      if (asked !== undefined) {
        const told = toldBy(asked, lifecycle, type, params);
        const same = forms.find(
          (form) => toldBy(asked, lifecycle, type, (this.letters[form] as Letter).params) === told,
        );
        if (same !== undefined) return same;
      }
    }
    const known = forms.map((form) => JSON.stringify(this.letters[form]?.params)).join(', ');
    throw new RangeError(
      `the space of ${this.kind} has no ${event} with the parameters ${JSON.stringify(params)}; it has ${known}`,
    );
  }
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
