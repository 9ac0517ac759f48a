import { ALWAYS, compileCondition } from '../condition/closure.ts';
import {
  type Condition,
  formOf,
  isPass,
  isRefusal,
  type Lifecycle,
  type Pass,
  type Pattern,
  type Refusal,
  type Rule,
  stateOf,
  type Value,
} from '../model/index.ts';
import type { CompiledRule, CompiledTransition, Reactions } from './compiled-transition.ts';

/** What an event meets where the regions that it asks about stand so: only facts and parameters are left to be asked. */
export interface Case {
  /** The rule that decides, where no fact has to be asked for that and nothing is done on the way. */
  readonly sure: Refusal | Pass | undefined;
  /** Whether something may be done on the way. */
  readonly deeds: boolean;
  /** The rules that may hold, in order, up to the first that does for certain. */
  readonly rules: readonly CompiledRule[];
  /** The transitions that may be taken, by the regions that have any. */
  readonly regions: readonly { readonly index: number; readonly takes: readonly CompiledTransition[] }[];
  readonly whole: readonly CompiledTransition[];
}

/** A region that an event asks about: the class of each of its states, and what a class counts in the number of a case. */
interface Digit {
  readonly region: number;
  readonly classes: Uint8Array;
  readonly weight: number;
}

/**
 * The cases of one event, each worked out when it is first met. The states of a region that the event's rules and
 * transitions do not tell apart are one class; the classes of all regions make the number of the case. In it every
 * condition is evaluated as far as the regions decide it: what is false falls away, what is true ends the list, and of
 * the rest only the facts and parameters are kept. Where the regions stand is looked up anew for every question, so
 * that nothing can be out of date.
 */
export class Cases {
  private readonly lifecycle: Lifecycle;
  private readonly reactions: Reactions | undefined;
  private readonly rules: readonly Rule[];
  private digits: readonly Digit[] | undefined;
  private met = 0;
  /** The regions of the digits, and what each state of each counts. */
  private asked = new Uint8Array();
  private counts = new Float64Array();
  private readonly known = new Map<number | string, Case>();
  /** Whether the number of every case is exact. */
  private numbered = true;

  constructor(lifecycle: Lifecycle, reactions: Reactions | undefined, rules: readonly Rule[]) {
    this.lifecycle = lifecycle;
    this.reactions = reactions;
    this.rules = rules;
  }

  /** The case of an entity whose regions stand so. */
  at(standing: Uint8Array): Case {
    if (this.digits === undefined && !this.tellApart()) return this.work(standing);
    const { asked, counts } = this;
    let number = 0;
    for (let each = 0; each < asked.length; each += 1) {
      number += counts[each * MOST_STATES + (standing[asked[each] as number] as number)] as number;
    }
    const name = this.numbered ? number : this.nameOf(standing);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    // What a long run meets has to be bounded; what is met again is soon there again.
    if (this.known.size >= MOST) this.known.clear();
    const met = this.work(standing);
    this.known.set(name, met);
    return met;
  }

  /** To tell the cases apart costs more than to work out the first few anew: most events of a short run come once. */
  private tellApart(): boolean {
    this.met += 1;
    if (this.met <= FEW) return false;
    const digits = digitsOf(this.lifecycle, this.reactions, this.rules);
    const last = digits.at(-1);
    this.numbered = last === undefined || last.weight < Number.MAX_SAFE_INTEGER / MOST_STATES;
    this.asked = Uint8Array.from(digits, ({ region }) => region);
    this.counts = new Float64Array(digits.length * MOST_STATES);
    digits.forEach(({ classes, weight }, each) => {
      classes.forEach((number, state) => {
        this.counts[each * MOST_STATES + state] = number * weight;
      });
    });
    this.digits = digits;
    return true;
  }

  /** The classes in words, where there are too many for a number. */
  private nameOf(standing: Uint8Array): string {
    return (this.digits ?? []).map(({ region, classes }) => classes[standing[region] as number]).join();
  }

  private work(standing: Uint8Array): Case {
    const { lifecycle, reactions } = this;
    const rules: CompiledRule[] = [];
    for (const rule of this.rules) {
      const left = residue(rule.when, lifecycle, standing);
      if (left === false) continue;
      rules.push({ rule, test: compileCondition(left === true ? undefined : left, lifecycle) });
      if (left === true && (isRefusal(rule) || isPass(rule))) break;
    }
    const takesLeft = (takes: readonly CompiledTransition[]): CompiledTransition[] => {
      const list: CompiledTransition[] = [];
      for (const take of takes) {
        const left = take.guard === undefined ? true : residue(take.guard, lifecycle, standing);
        if (left === false) continue;
        const { guard, target, anew, silent, actions, error, region } = take;
        const test = compileCondition(left === true ? undefined : left, lifecycle);
        list.push({ guard, test, target, anew, silent, actions, error, region });
        if (left === true) break;
      }
      return list;
    };
    const regions = (reactions?.regions ?? []).flatMap(({ index, takes }) => {
      const list = takesLeft(takes[standing[index] as number] ?? []);
      return list.length > 0 ? [{ index, takes: list }] : [];
    });
    const first = rules[0];
    const sure = first?.test === ALWAYS && (isRefusal(first.rule) || isPass(first.rule)) ? first.rule : undefined;
    const deeds = rules.some(({ rule }) => !isRefusal(rule) && !isPass(rule));
    return { sure, deeds, rules, regions, whole: takesLeft(reactions?.whole ?? []) };
  }
}

/** So often an event is met before its cases are told apart. */
const FEW = 3;

/** Cases of an event that are kept at most. */
const MOST = 512;

/** A region has no more. */
const MOST_STATES = 32;

/** What is left of a condition once the regions stand so: the facts and parameters on which it still depends. */
function residue(condition: Condition, lifecycle: Lifecycle, standing: Uint8Array): Condition | boolean {
  const read = formOf(condition);
  if (read.form === 'pattern') {
    const left: { [name: string]: Pattern[string] } = {};
    for (const { name, values, negated } of read.of) {
      const states = statesOf(lifecycle, name);
      if (states === undefined) left[name] = negated ? { not: values } : values;
      else if (namesOf(values).has(states.names[standing[states.index] as number] as string) === negated) return false;
    }
    return Object.keys(left).length === 0 ? true : left;
  }
  const parts = read.of.map((part) => residue(part, lifecycle, standing));
  const ends = read.form !== 'all';
  if (parts.includes(ends)) return read.form === 'any';
  const left = parts.filter((part): part is Condition => typeof part !== 'boolean');
  if (left.length === 0) return read.form !== 'any';
  if (read.form === 'all') return left.length === 1 ? (left[0] as Condition) : { all: left };
  return read.form === 'any' ? { any: left } : { none: left };
}

/** The regions that the event's conditions name or that react, their states told apart as far as that goes. */
function digitsOf(lifecycle: Lifecycle, reactions: Reactions | undefined, rules: readonly Rule[]): readonly Digit[] {
  const sets = new Map<string, ReadonlySet<string>[]>();
  const collect = (condition: Condition): void => {
    const read = formOf(condition);
    if (read.form !== 'pattern') for (const part of read.of) collect(part);
    else for (const { name, values } of read.of) sets.set(name, [...(sets.get(name) ?? []), namesOf(values)]);
  };
  const takes = [...(reactions?.whole ?? []), ...(reactions?.regions ?? []).flatMap((each) => each.takes.flat())];
  for (const { guard } of takes) if (guard !== undefined) collect(guard);
  for (const { when } of rules) collect(when);
  let weight = 1;
  return Object.keys(lifecycle.chart.states).flatMap((name, region): Digit[] => {
    const states = Object.keys(lifecycle.chart.states[name]?.states ?? {});
    const own = reactions?.regions.find(({ index }) => index === region)?.takes ?? [];
    const signatures = states.map((state, index) => {
      const asked = (sets.get(name) ?? []).map((set) => (set.has(state) ? 1 : 0)).join('');
      const list = own[index] ?? [];
      const same = own.findIndex(
        (other) => other.length === list.length && other.every((take, at) => take === list[at]),
      );
      return `${asked} ${same}`;
    });
    const distinct = [...new Set(signatures)];
    if (distinct.length < 2) return [];
    const digit = { region, classes: Uint8Array.from(signatures, (each) => distinct.indexOf(each)), weight };
    weight *= distinct.length;
    return [digit];
  });
}

const statesOf = (
  lifecycle: Lifecycle,
  name: string,
): { readonly index: number; readonly names: readonly string[] } | undefined => {
  if (name.startsWith('$') || !Object.hasOwn(lifecycle.chart.states, name)) return undefined;
  const names = Object.keys(lifecycle.chart.states[name]?.states ?? {});
  return { index: Object.keys(lifecycle.chart.states).indexOf(name), names };
};

const namesOf = (values: readonly Value[]): ReadonlySet<string> =>
  new Set(values.map((value) => stateOf(value === null ? null : String(value))));
