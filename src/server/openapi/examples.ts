import { alphabetOf, needsParams, specOf } from '../../engine/sample-lines.ts';
import { Simulator } from '../../engine/simulate.ts';
import type { EventStep, StepResult, System } from '../../model/index.ts';
import { ScenarioReader, writeStep } from '../../scenario/index.ts';

/** The result of an event after a scenario. */
export interface SeenResult {
  readonly after: readonly string[];
  readonly result: StepResult;
}

/**
 * For each event, as `KIND EVENT`, a result in which it is accepted or applied: after the usual opening, after nothing, or
 * after the opening and one more line. An event that needs more than that has no example.
 */
export function examplesOf(system: System): ReadonlyMap<string, SeenResult> {
  const reader = new ScenarioReader(system);
  const found = new Map<string, SeenResult>();
  const wanted = Object.values(system.entities).flatMap((lifecycle) =>
    [...Object.keys(lifecycle.commands), ...Object.keys(lifecycle.reports)].flatMap((type): EventStep[] => {
      const spec = specOf(lifecycle, type);
      const id = lifecycle.singleton ?? '1';
      return needsParams(spec) ? [] : [{ kind: lifecycle.kind, id, type, params: spec.plain ?? {} }];
    }),
  );
  const tryAll = (after: readonly string[]): void => {
    const simulator = new Simulator(system);
    for (const step of after.flatMap((line) => reader.line(line))) simulator.run(step);
    for (const step of wanted) {
      const key = `${step.kind} ${step.type}`;
      if (found.has(key)) continue;
      const result = new Simulator(system, simulator.world.copy(), simulator.steps).run(step);
      if (result.outcome === 'accepted' || result.outcome === 'applied') found.set(key, { after, result });
    }
  };
  tryAll(['given ready']);
  tryAll([]);
  const beginnings = [...wanted.map(writeStep), ...alphabetOf(system)];
  for (const line of new Set(beginnings)) tryAll(['given ready', line]);
  return found;
}
