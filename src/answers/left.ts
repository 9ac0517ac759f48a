import { simplify } from '../condition/truth.ts';
import { knownInPlainForm } from '../engine/sample-lines.ts';
import type { Condition, Lifecycle, Rule, Value } from '../model/index.ts';
import type { PartialView } from '../reach/index.ts';

/** A gate's condition, simplified by what is known. The command has its plain parameters. */
export function leftOf(
  lifecycle: Lifecycle,
  command: string,
  rule: Rule | undefined,
  known: PartialView,
): Condition | boolean {
  if (!rule) return true;
  const valuesOf = (name: string) => (Object.hasOwn(known, name) ? [known[name] as Value] : undefined);
  return simplify(rule.when, knownInPlainForm(lifecycle, command, valuesOf));
}
