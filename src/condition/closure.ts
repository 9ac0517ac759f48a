import { type Condition, type Lifecycle, type Question, stateOf } from '../model/index.ts';
import { asText } from './truth.ts';
import { fold, type NameTest } from './walk.ts';

/** The states of an entity's regions, as conditions read them. */
export interface Standing {
  /** Whether the region (by index) is in one of the states of the mask. Bit `n` stands for state `n`. */
  isIn(region: number, mask: number): boolean;
}

/** A compiled condition. */
export type Test = (entity: Standing, question: Question) => boolean;

/** A test, and whether it reads only regions. */
interface Compiled {
  readonly test: Test;
  readonly regions?: boolean;
}

/**
 * Compiles a condition. Every name must be a region of the chart, a fact, or a `$parameter`; anything else is a mistake
 * in the system and throws at once.
 */
export function compileCondition(condition: Condition | undefined, lifecycle: Lifecycle): Test {
  if (condition === undefined) return ALWAYS;
  return fold<Compiled>(condition, {
    name: (test) => compileName(test, lifecycle),
    all: (parts) => joined(parts, every),
    any: (parts) => joined(parts, either),
    none: (parts) => {
      const some = joined(parts, either);
      return { ...some, test: (entity, question) => !some.test(entity, question) };
    },
  }).test;
}

/** Tests of regions come first: they are cheapest, and may make a fact unnecessary. */
function joined(parts: readonly Compiled[], join: (tests: readonly Test[]) => Test): Compiled {
  const inOrder = [...parts.filter(({ regions }) => regions), ...parts.filter(({ regions }) => !regions)];
  return { test: join(inOrder.map(({ test }) => test)), regions: parts.every(({ regions }) => regions) };
}

const ALWAYS: Test = () => true;

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

function either(tests: readonly Test[]): Test {
  return (entity, question) => {
    for (let each = 0; each < tests.length; each += 1) if ((tests[each] as Test)(entity, question)) return true;
    return false;
  };
}

function compileName(test: NameTest, lifecycle: Lifecycle): Compiled {
  const { name } = test;
  if (name.startsWith('$')) return { test: parameter(test) };
  if (Object.hasOwn(lifecycle.chart.states, name)) return { test: region(test, lifecycle), regions: true };
  return { test: fact(test, lifecycle) };
}

function fact({ name, values, negated }: NameTest, { kind, facts }: Lifecycle): Test {
  const known = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (!known) throw new Error(`${kind}: a condition names ${name}, which is neither a region nor a fact`);
  for (const value of values) {
    if (!known.values.includes(value)) throw new Error(`${kind}: ${name} is never ${String(value)}`);
  }
  const [only] = values;
  if (values.length === 1) return (_, question) => (known.of(question) === only) !== negated;
  return (_, question) => values.includes(known.of(question)) !== negated;
}

function parameter({ name, values, negated }: NameTest): Test {
  const key = name.slice(1);
  const wanted = new Set(values.map(asText));
  return (_, { params }) => wanted.has(Object.hasOwn(params, key) ? (params[key] ?? null) : null) !== negated;
}

function region({ name, values, negated }: NameTest, { kind, chart }: Lifecycle): Test {
  const states = Object.keys(chart.states[name]?.states ?? {});
  const index = Object.keys(chart.states).indexOf(name);
  let mask = 0;
  for (const value of values) {
    const state = states.indexOf(stateOf(asText(value)));
    if (state < 0) throw new Error(`${kind}: ${name} has no state ${String(value)}`);
    mask |= 1 << state;
  }
  if (negated) mask = ~mask;
  return (entity) => entity.isIn(index, mask);
}
