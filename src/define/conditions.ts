import { testsOf } from '../condition/walk.ts';
import { type Condition, type Lifecycle, type ParamSpec, stateOf, type Value } from '../model/index.ts';
import { checkKnown, none, type PartPath, stateWord, type Tell } from './finding.ts';

/** What a condition may read. */
interface Scope {
  readonly lifecycle: Lifecycle;
  /** The parameters of the condition's event; undefined if any are allowed. */
  readonly params?: { readonly [key: string]: ParamSpec } | undefined;
  /** The names it may read, if not all regions and facts; `says` describes them in the message. */
  readonly only?: { readonly names: readonly string[]; readonly says: string };
}

/** Checks that every name in a condition exists, and that each can have the values it is compared with. */
export function checkCondition(condition: unknown, scope: Scope, path: PartPath, report: Tell): void {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) {
    report(path, 'is not a condition; it must be a pattern, or any, all or none of conditions');
    return;
  }
  for (const form of ['any', 'all', 'none'] as const) {
    const of = (condition as Record<string, unknown>)[form];
    if (!Array.isArray(of)) continue;
    for (const other of Object.keys(condition)) {
      if (other !== form && other !== 'called')
        report([...path, other], `cannot be combined with ${form}; put it into the list`);
    }
    for (const [index, part] of of.entries()) checkCondition(part, scope, [...path, form, index], report);
    return;
  }
  for (const { name, values } of testsOf(condition as Condition))
    checkName(name, values, scope, [...path, name], report);
}

function checkName(name: string, values: readonly Value[], scope: Scope, path: PartPath, report: Tell): void {
  const { lifecycle, params, only } = scope;
  const { chart, facts } = lifecycle;
  const odd = values.find((value) => value !== null && !['string', 'number', 'boolean'].includes(typeof value));
  if (odd !== undefined || values.includes(undefined as never)) {
    report(path, 'is not a value; it must be one, a list of them, or { not: … }');
    return;
  }
  if (only && !only.names.includes(name)) {
    report(path, none(only.says, name, only.names));
  } else if (name.startsWith('$')) {
    if (params) checkParameter(name.slice(1), values, params, path, report);
  } else if (Object.hasOwn(chart.states, name)) {
    const states = Object.keys(chart.states[name]?.states ?? {});
    for (const value of values) {
      const state = stateOf(value === null ? null : String(value));
      checkKnown(report, path, stateWord(name), state, states);
    }
  } else if (Object.hasOwn(facts, name)) {
    const known = facts[name]?.values ?? [];
    for (const value of values) {
      if (!known.includes(value)) report(path, none('value', String(value), known.map(String)));
    }
  } else report(path, none('region or fact', name, [...Object.keys(chart.states), ...Object.keys(facts)]));
}

function checkParameter(
  key: string,
  values: readonly Value[],
  params: { readonly [key: string]: ParamSpec },
  path: PartPath,
  report: Tell,
): void {
  const spec = Object.hasOwn(params, key) ? params[key] : undefined;
  if (!spec) report(path, none('parameter', key, Object.keys(params)));
  if (!spec || spec.anyValue || !('one' in spec.is)) return;
  const { is } = spec;
  for (const value of values) {
    if (value !== null) checkKnown(report, path, 'value', String(value), is.one);
  }
}
