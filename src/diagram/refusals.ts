import {
  type Code,
  type Condition,
  formOf,
  isPass,
  isRefusal,
  type Lifecycle,
  type Rule,
  statusOf,
} from '../model/index.ts';

/** Holds, does not hold, or depends on something else. */
type Truth = true | false | undefined;

/**
 * The commands that each state of a region has refused: those with a gate that asks for the region, can hold while it
 * stands in the state, and cannot while it stands in some other. Gates behind one that always holds are never asked.
 */
export function refusalsIn(lifecycle: Lifecycle, region: string) {
  const states = Object.keys(lifecycle.chart.states[region]?.states ?? {});
  const commands = Object.entries(lifecycle.rules).map(([command, rules]) => ({
    command,
    gates: rules.flatMap((rule) => gateOf(rule, region, states)),
  }));
  return new Map(states.map((state, index) => [state, commands.flatMap((each) => refused(each, index))]));
}

interface Gate {
  readonly rule: Rule;
  /** By the place of the state. */
  readonly truths: readonly Truth[];
  /** Whether it tells the states apart at all. */
  readonly asks: boolean;
}

function gateOf(rule: Rule, region: string, states: readonly string[]): Gate[] {
  const asked = namesIn(rule.when).has(region);
  if (!asked) {
    const truth = truthOf(rule.when, region, '');
    return truth === undefined ? [] : [{ rule, truths: states.map(() => truth), asks: false }];
  }
  const truths = states.map((state) => truthOf(rule.when, region, state));
  return [{ rule, truths, asks: truths.includes(false) }];
}

function refused({ command, gates }: { readonly command: string; readonly gates: readonly Gate[] }, state: number) {
  const codes: Code[] = [];
  let always = false;
  for (const { rule, truths, asks } of gates) {
    if (isRefusal(rule) && asks && truths[state] !== false && !codes.includes(rule.code)) codes.push(rule.code);
    if (truths[state] !== true || !(isRefusal(rule) || isPass(rule))) continue;
    always = isRefusal(rule);
    break;
  }
  return codes.length > 0 ? [{ command, codes, always }] : [];
}

/** What is known of a condition where all that is known is the state of one region. */
export function truthOf(condition: Condition, region: string, state: string): Truth {
  const read = formOf(condition);
  if (read.form === 'pattern') {
    return all(
      read.of.map(({ name, values, negated }) =>
        name === region ? values.includes(statusOf(state)) !== negated : undefined,
      ),
    );
  }
  const parts = read.of.map((part) => truthOf(part, region, state));
  if (read.form === 'all') return all(parts);
  const some = any(parts);
  return read.form === 'any' || some === undefined ? some : !some;
}

function all(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function any(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

const known = new WeakMap<Condition, ReadonlySet<string>>();

/** All names that a condition asks for. */
function namesIn(condition: Condition): ReadonlySet<string> {
  const names = known.get(condition);
  if (names) return names;
  const read = formOf(condition);
  const found: ReadonlySet<string> = new Set(
    read.form === 'pattern' ? read.of.map(({ name }) => name) : read.of.flatMap((part) => [...namesIn(part)]),
  );
  known.set(condition, found);
  return found;
}
