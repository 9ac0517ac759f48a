import { asText } from '../../condition/truth.ts';
import { fold, type NameTest } from '../../condition/walk.ts';
import { type Condition, type Lifecycle, stateOf, statusOf, type Value } from '../../model/index.ts';

/** How names in a condition are written in the ECMAScript data model. */
interface DataModelNames {
  readonly lifecycle: Lifecycle;
  /** The id of a state. */
  readonly stateId: (region: string, state: string) => string;
  /** The object that holds the parameters of the event. */
  readonly params: string;
}

/** A value as an ECMAScript literal. */
export const literal = (value: Value): string =>
  typeof value === 'string'
    ? `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'").replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
    : String(value);

/** A member of an object, by whatever name. */
export const member = (object: string, name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `${object}.${name}` : `${object}[${literal(name)}]`;

/** A condition as an ECMAScript expression: regions by `In()`, facts and parameters from the data model. */
export function expressionOf(condition: Condition, script: DataModelNames): string {
  return fold(condition, {
    name: (test) => (test.negated ? not(nameIs(test, script)) : nameIs(test, script)),
    all: every,
    any: some,
    none: (parts) => not(some(parts)),
  });
}

/** A term needs no brackets after `!`, a comparison none between operators. */
const isTerm = (expression: string): boolean => /^!?[\w$.]+(\('[^']*'\))?$/.test(expression);
const isComparison = (expression: string): boolean => /^[\w$.]+ ===? ('[^']*'|[\w.-]+)$/.test(expression);
const bracketed = (expression: string): string =>
  isTerm(expression) || isComparison(expression) ? expression : `(${expression})`;

export function not(expression: string): string {
  if (expression === 'true' || expression === 'false') return String(expression === 'false');
  return isTerm(expression) ? `!${expression}` : `!(${expression})`;
}

export function every(parts: readonly string[]): string {
  const asked = parts.filter((part) => part !== 'true');
  if (asked.includes('false')) return 'false';
  return asked.length === 0 ? 'true' : asked.length === 1 ? (asked[0] as string) : asked.map(bracketed).join(' && ');
}

export function some(parts: readonly string[]): string {
  const asked = parts.filter((part) => part !== 'false');
  if (asked.includes('true')) return 'true';
  return asked.length === 0 ? 'false' : asked.length === 1 ? (asked[0] as string) : asked.map(bracketed).join(' || ');
}

function nameIs({ name, values }: NameTest, { lifecycle, stateId, params }: DataModelNames): string {
  if (name.startsWith('$')) return parameterIs(member(params, name.slice(1)), values);
  if (Object.hasOwn(lifecycle.chart.states, name)) {
    return some(values.map((value) => `In('${stateId(name, stateOf(asText(value)))}')`));
  }
  const isFact = Object.hasOwn(lifecycle.facts, name);
  return oneOf(member('facts', name), isFact ? values : values.map(outer));
}

/** A region that is not in the chart is a fact, whose value is its status. */
const outer = (value: Value): Value => statusOf(String(value));

const oneOf = (expression: string, values: readonly Value[]): string =>
  values.length === 1
    ? `${expression} === ${literal(values[0] as Value)}`
    : `[${values.map(literal).join(', ')}].indexOf(${expression}) >= 0`;

/** Parameters are texts; a missing one is null. */
function parameterIs(expression: string, values: readonly Value[]): string {
  const given = values.filter((value) => value !== null).map(String);
  const parts = given.length < values.length ? [`${expression} == null`] : [];
  return some(given.length === 0 ? parts : [...parts, oneOf(`String(${expression})`, given)]);
}
