import { wildduck } from '../../../../machines/wildduck/index.ts';
import { judge } from '../../../../src/engine/judge.ts';
import { Simulator } from '../../../../src/engine/simulate.ts';
import { isPass, isRefusal, type Lifecycle, type Rule, type StepResult } from '../../../../src/model/index.ts';
import { readScenario } from '../../../../src/scenario/index.ts';

/** What a scenario showed. */
export interface Shown {
  readonly results: readonly StepResult[];
  /** `KIND COMMAND NUMBER` of each gate that decided. */
  readonly gates: readonly string[];
}

export function run(lines: readonly string[]): Shown {
  const simulator = new Simulator(wildduck);
  const gates: string[] = [];
  const results = readScenario(wildduck, lines.join('\n')).map((step) => {
    if (!('wait' in step)) {
      const { rule } = judge(simulator.world, step);
      if (rule) gates.push(`${step.kind} ${rule.gate}`);
    }
    return simulator.run(step);
  });
  return { results, gates };
}

export const missedIn = ({ results }: Shown): string[] =>
  results.flatMap(({ step, to = '', type, missed = [] }) => missed.map((each) => `${step}: ${to} ${type} => ${each}`));

export const lifecycles: readonly Lifecycle[] = Object.values(wildduck.entities);

/** `KIND.PHASE:STATUS`, all that the system has. */
export const statuses = lifecycles.flatMap(({ kind, phases }) =>
  Object.entries(phases).flatMap(([phase, table]) => Object.keys(table).map((status) => `${kind}.${phase}:${status}`)),
);

export const statusesIn = ({ results }: Shown): string[] =>
  results.flatMap(({ changes }) =>
    changes.map(({ entity, phase, status }) => `${entity.split(':')[0]}.${phase}:${status}`),
  );

/** Every gate that can decide. */
export const gates = lifecycles.flatMap(({ kind, rules }) =>
  Object.values(rules).flatMap((list: readonly Rule[]) =>
    list.filter((rule) => isRefusal(rule) || isPass(rule)).map(({ gate }) => `${kind} ${gate}`),
  ),
);
