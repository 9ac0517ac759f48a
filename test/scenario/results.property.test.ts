import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { scenarios } from '../../src/testing/index.ts';
import { fc } from '../random/fast-check.ts';

const registry: readonly System[] = Object.values(systems);

describe.each(registry.map((system) => ({ name: system.name, system })))('$name', ({ system }) => {
  it('the results of a scenario are a scenario that meets all that it expects', () => {
    fc.assert(
      fc.property(scenarios(system.name as 'egnyte', { maxLength: 40 }), (steps) => {
        const results = run(system, steps as readonly object[]);
        const again = run(system, results);
        expect(again.filter(({ missed }) => missed)).toEqual([]);
        expect(again).toEqual(results);
      }),
      { numRuns: 60 },
    );
  });
});

/** What `simulate --json` gives, as it is read back. */
function run(system: System, objects: readonly object[]) {
  const reader = new ScenarioReader(system);
  const simulator = new Simulator(system);
  return objects.flatMap((object) =>
    reader
      .line(JSON.stringify(object))
      .map((step) => JSON.parse(JSON.stringify(simulator.run(step))) as ReturnType<Simulator['run']>),
  );
}
