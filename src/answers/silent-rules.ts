import { type Code, isRefusal, type Lifecycle, type Rule } from '../model/index.ts';

/** The rules of an entity that decide in no situation. */
export interface SilentRules {
  /** Command, gate and code of each. */
  readonly undecided: readonly { readonly command: string; readonly gate: string; readonly code: Code | null }[];
  /** The codes that no situation gives. */
  readonly ungiven: readonly Code[];
}

/** The rules that neither decide nor, like a gate that acts and lets the next one decide, act in some situation. */
export function silentRules(
  rules: Lifecycle['rules'],
  decided: ReadonlySet<Rule>,
  acted: (command: string, rule: Rule) => boolean,
): SilentRules {
  const undecided: SilentRules['undecided'][number][] = [];
  const given = new Set<Code>();
  for (const [command, list] of Object.entries(rules)) {
    for (const rule of list) {
      const code = isRefusal(rule) ? rule.code : null;
      if (!decided.has(rule) && !acted(command, rule)) undecided.push({ command, gate: rule.gate, code });
      else if (code !== null) given.add(code);
    }
  }
  const codes = new Set(undecided.flatMap(({ code }) => code ?? []));
  return { undecided, ungiven: [...codes].filter((code) => !given.has(code)) };
}
