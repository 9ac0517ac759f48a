import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { Output } from '../../src/cli/io/output.ts';
import { Decimal } from '../../src/cli/text/decimal.ts';
import { ResultLines } from '../../src/cli/text/result-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { Step, System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { scenario } from '../bench/scenarios.ts';

/** What is written of the steps, as text. */
async function written(system: System, steps: readonly Step[]): Promise<string> {
  const pieces: string[] = [];
  const sink = { on: () => sink, write: (piece: Uint8Array, done: () => void) => [pieces.push(String(piece)), done()] };
  const out = new Output(sink);
  const simulator = new Simulator(system);
  const report = new ResultLines(simulator);
  for (const step of steps) report.step(step, simulator.take(step), false, out);
  await out.flush();
  return pieces.join('');
}

function asObjects(system: System, steps: readonly Step[]): string {
  const simulator = new Simulator(system);
  return steps.map((step) => `${JSON.stringify(simulator.run(step))}\n`).join('');
}

describe.each(Object.values(systems).map((system: System) => ({ name: system.name, system })))(
  '$name',
  ({ system }) => {
    test('lines put together from remembered pieces are those that JSON.stringify writes', { timeout: 60_000 }, () =>
      fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
          const reader = new ScenarioReader(system);
          const steps = [...scenario(1500, seed, system)].flatMap((line) => reader.line(line));
          expect(await written(system, steps)).toBe(asObjects(system, steps));
        }),
        { numRuns: 4 },
      ),
    );
  },
);

test('an event that nobody knows, and what JSON has to escape, is written as JSON', async () => {
  const steps: Step[] = ['a"b', 'ä\u2028', 'constructor', 'wait', 'a"b'].map((type) => ({
    kind: 'job',
    id: '1',
    type,
    params: {},
  }));
  steps.push(
    { wait: 1.5 },
    { wait: 0 },
    { wait: 1e21 },
    { wait: 5, expect: [{ text: 'ignored', outcome: 'ignored' }] },
  );
  expect(await written(systems.egnyte, [...steps, ...steps])).toBe(asObjects(systems.egnyte, [...steps, ...steps]));
});

test('the digits of a number are those of JSON, whichever was asked for before', () => {
  const number = fc.oneof(fc.nat(), fc.nat(120), fc.double({ noNaN: true, min: 0 }), fc.constantFrom(9, 99, 1e21, 0.5));
  fc.assert(
    fc.property(fc.array(fc.tuple(number, fc.nat(12))), (runs) => {
      const decimal = new Decimal();
      for (const [from, length] of runs) {
        for (let each = from; each <= from + length; each += 1) {
          expect(String(Buffer.from(decimal.of(each)))).toBe(JSON.stringify(each));
          if (each + 1 === each) break;
        }
      }
    }),
  );
});
