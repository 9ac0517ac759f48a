import { mayDecide } from '../condition/deciding.ts';
import { knownFrom, type Truth, truthOf } from '../condition/truth.ts';
import { isPass, isRefusal, type Lifecycle, type Refusal, type Rule, statusOf } from '../model/index.ts';

/**
 * The commands that each state of a region has refused: those with a gate that asks for the region, can hold while it
 * stands in the state, and cannot while it stands in some other. Gates behind one that always holds are never asked.
 */
export function refusalsIn(lifecycle: Lifecycle, region: string) {
  const states = Object.keys(lifecycle.chart.states[region]?.states ?? {});
  const commands = Object.entries(lifecycle.rules).map(([command, rules]) => ({
    command,
    gates: rules.map((rule) => gateOf(rule, region, states)),
  }));
  return new Map(states.map((state, index) => [state, commands.flatMap((each) => refused(each, index))]));
}

/** A gate of a command, and whether it holds in each state of a region, by the state's index. */
interface RegionGate {
  readonly rule: Rule;
  readonly truths: readonly Truth[];
}

function gateOf(rule: Rule, region: string, states: readonly string[]): RegionGate {
  return { rule, truths: states.map((state) => truthOf(rule.when, knownFrom({ [region]: statusOf(state) }))) };
}

function refused(
  { command, gates }: { readonly command: string; readonly gates: readonly RegionGate[] },
  state: number,
) {
  const deciding = gates.filter(({ rule }) => isRefusal(rule) || isPass(rule));
  const { gates: left, sure } = mayDecide(deciding, ({ truths }) => truths[state] as Truth);
  const telling = left.filter(({ rule, truths }) => isRefusal(rule) && truths.includes(false));
  const codes = [...new Set(telling.map(({ rule }) => (rule as Refusal).code))];
  const last = left.at(-1);
  return codes.length > 0 ? [{ command, codes, always: sure && last !== undefined && isRefusal(last.rule) }] : [];
}
