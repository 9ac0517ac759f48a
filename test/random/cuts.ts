import fc from 'fast-check';
import type { EventSpec, Step, System } from '../../src/model/index.ts';
import { isEvent } from './steps.ts';

/** Where the last cut that kept the fault was made. The next cut is tried from there on. */
export interface Cut {
  readonly size: number;
  readonly end: number;
}

/**
 * Smaller scenarios to try instead of a long one: first without pieces that get ever smaller, cut from the end, then
 * with fewer parameters. A step means the same wherever it stands, so the remaining steps can be run unchanged.
 */
export function* cuts(system: System, steps: readonly Step[], last?: Cut): Generator<fc.Value<readonly Step[]>> {
  let { size, end } = last ?? { size: Math.ceil(steps.length / 2), end: steps.length };
  while (steps.length > 0) {
    for (; end > 0; end -= size) {
      const start = Math.max(0, end - size);
      yield new fc.Value(steps.toSpliced(start, end - start), { size, end: start } satisfies Cut);
    }
    if (size === 1) break;
    size = Math.ceil(size / 2);
    end = steps.length;
  }
  if (last) yield* cuts(system, steps);
  else yield* plainer(system, steps);
}

/** Without one of the parameters that may be left out. */
function* plainer(system: System, steps: readonly Step[]): Generator<fc.Value<readonly Step[]>> {
  for (const [at, step] of steps.entries()) {
    if (!isEvent(step)) continue;
    const { commands = {}, reports = {} } = system.entities[step.kind] ?? {};
    const specs: EventSpec['params'] = (commands[step.type] ?? reports[step.type])?.params ?? {};
    for (const key of Object.keys(step.params)) {
      const { [key]: _, ...params } = step.params;
      if (!specs[key]?.required) yield new fc.Value(steps.with(at, { ...step, params }), undefined);
    }
  }
}
