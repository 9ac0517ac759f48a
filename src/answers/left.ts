import { simplify } from '../condition/truth.ts';
import { specOf } from '../engine/sample-lines.ts';
import type { Condition, Lifecycle, Question, Rule, Value } from '../model/index.ts';
import type { PartialView } from '../reach/index.ts';

/** A gate's condition, simplified by what is known. The command has its plain parameters. */
export function leftOf(
  lifecycle: Lifecycle,
  command: string,
  rule: Rule | undefined,
  known: PartialView,
): Condition | boolean {
  if (!rule) return true;
  const { plain = {} } = specOf(lifecycle, command);
  return simplify(rule.when, (name) => {
    if (name.startsWith('$')) return [plain[name.slice(1)] ?? null];
    if (Object.hasOwn(known, name)) return [known[name] as Value];
    const fact = lifecycle.facts[name];
    return fact?.paramsOnly ? [fact.of({ event: command, params: plain } as Question)] : undefined;
  });
}
