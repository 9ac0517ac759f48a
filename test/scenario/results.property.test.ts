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

describe('a result', () => {
  const [egnyte] = registry as readonly [System];
  const read = (object: object) => new ScenarioReader(egnyte).line(JSON.stringify(object));

  it('expects its outcome, its codes, and where each phase stood at last', () => {
    const changes = [
      { entity: 'job:1', phase: 'SCAN', status: 'RUNNING', code: 930 },
      { entity: 'job:1', phase: 'SCAN', status: 'FAILED', code: 931, error: { code: 1070, name: 'X' } },
    ];
    const result = {
      step: 7,
      at: 0,
      to: 'job:1',
      type: 'scan.failed',
      outcome: 'applied',
      changes,
      params: { code: '1070' },
    };
    expect(read(result)).toEqual([
      {
        kind: 'job',
        id: '1',
        type: 'scan.failed',
        params: { code: '1070' },
        expect: [
          { text: 'applied', outcome: 'applied' },
          { text: '1070', code: '1070' },
          { text: 'job:1.SCAN:FAILED', entity: 'job:1', phase: 'SCAN', status: 'FAILED' },
        ],
      },
    ]);
  });

  it('of a wait has its length', () => {
    expect(read({ step: 1, at: 0, type: 'wait', outcome: 'applied', changes: [], wait: '300s' })).toEqual([
      { wait: 300, expect: [{ text: 'applied', outcome: 'applied' }] },
    ]);
  });

  it.each([
    [{ step: 1, outcome: 'applied', type: 'wait' }, 'the result of a wait without its length'],
    [{ step: 1, outcome: 'applied', type: 'x' }, 'a result without an entity'],
    [{ step: 1, outcome: 'applied', to: 'job' }, 'a result without an event'],
    [{ step: 1, outcome: 'done', to: 'job', type: 'x', changes: 3 }, 'the number 3'],
    [{ step: 1, outcome: 'accepted', to: 'jbo', type: 'x' }, 'unknown entity "jbo"'],
  ])('%j is refused', (object, message) => expect(() => read(object)).toThrow(message));
});
