import { type Condition, formOf, type Lifecycle, type Question, stateOf, type Value } from '../model/index.ts';

/** Where the regions of an entity's chart stand, as far as conditions ask. */
export interface Standing {
  /** Is the region, by its index, in one of the states of the mask? Bit `n` stands for the state of index `n`. */
  isIn(region: number, mask: number): boolean;
}

/** A condition made ready to be asked of an entity. */
export type Test = (entity: Standing, question: Question) => boolean;

export const ALWAYS: Test = () => true;

/**
 * Compiles a condition. A name must be a region of the chart, a fact, or a `$parameter`: anything else is a fault of the
 * system's author and is said so at once.
 */
export function compileCondition(condition: Condition | undefined, lifecycle: Lifecycle): Test {
  if (condition === undefined) return ALWAYS;
  const read = formOf(condition);
  if (read.form === 'pattern') {
    return every(read.of.map(({ name, values, negated }) => compileName(name, values, negated, lifecycle)));
  }
  const tests = read.of.map((part) => compileCondition(part, lifecycle));
  if (read.form === 'all') return every(tests);
  if (read.form === 'any') return some(tests);
  const any = some(tests);
  return (entity, question) => !any(entity, question);
}

function every(tests: readonly Test[]): Test {
  const [first, second, third] = tests;
  if (!first) return ALWAYS;
  if (!second) return first;
  if (!third) return (entity, question) => first(entity, question) && second(entity, question);
  return (entity, question) => {
    for (let each = 0; each < tests.length; each += 1) if (!(tests[each] as Test)(entity, question)) return false;
    return true;
  };
}

function some(tests: readonly Test[]): Test {
  return (entity, question) => {
    for (let each = 0; each < tests.length; each += 1) if ((tests[each] as Test)(entity, question)) return true;
    return false;
  };
}

function compileName(name: string, values: readonly Value[], negated: boolean, lifecycle: Lifecycle): Test {
  if (name.startsWith('$')) return parameter(name.slice(1), values, negated);
  if (Object.hasOwn(lifecycle.chart.states, name)) return region(name, values, negated, lifecycle);
  const fact = Object.hasOwn(lifecycle.facts, name) ? lifecycle.facts[name] : undefined;
  if (!fact) throw new Error(`${lifecycle.kind}: a condition names ${name}, which is neither a region nor a fact`);
  for (const value of values) {
    if (!fact.values.includes(value)) throw new Error(`${lifecycle.kind}: ${name} is never ${String(value)}`);
  }
  if (values.length === 1) {
    const [only] = values;
    return (_, question) => (fact.of(question) === only) !== negated;
  }
  return (_, question) => values.includes(fact.of(question)) !== negated;
}

function parameter(key: string, values: readonly Value[], negated: boolean): Test {
  const wanted = new Set(values.map((value) => (value === null ? null : String(value))));
  return (_, { params }) => wanted.has(Object.hasOwn(params, key) ? (params[key] ?? null) : null) !== negated;
}

function region(name: string, values: readonly Value[], negated: boolean, lifecycle: Lifecycle): Test {
  const regions = Object.keys(lifecycle.chart.states);
  const states = Object.keys(lifecycle.chart.states[name]?.states ?? {});
  const index = regions.indexOf(name);
  let mask = 0;
  for (const value of values) {
    const state = states.indexOf(stateOf(value === null ? null : String(value)));
    if (state < 0) throw new Error(`${lifecycle.kind}: ${name} has no state ${String(value)}`);
    mask |= 1 << state;
  }
  if (negated) mask = ~mask;
  return (entity) => entity.isIn(index, mask);
}
