import type { Lifecycle, Params, Rule } from '../model/index.ts';
import { nearest } from '../model/near.ts';
import { brief, describe } from './sentence.ts';

/**
 * Why a rule decides a command, as a sentence: its condition in words, or the unknown key if the condition holds only
 * because of that. `holdsWith` evaluates the condition with other parameters.
 */
export function whyRefused(
  rule: Rule,
  lifecycle: Lifecycle,
  { type, params }: { readonly type: string; readonly params: Params },
  holdsWith: (params: Params) => boolean,
): string {
  const spec = lifecycle.commands[type];
  if (spec?.anyParams) {
    const known = Object.keys(spec.params ?? {});
    const strange = Object.keys(params).filter((key) => !known.includes(key));
    const [first] = strange;
    if (first !== undefined && !holdsWith(without(params, strange))) {
      const near = nearest(first, known);
      return `unknown key ${brief(first)}${near === undefined ? '' : `; did you mean ${near}?`}`;
    }
  }
  return describe(rule.when, lifecycle);
}

const without = (params: Params, keys: readonly string[]): Params =>
  Object.fromEntries(Object.entries(params).filter(([key]) => !keys.includes(key)));
