import { describe, expect, test } from 'vitest';
import { suites } from '../oracle/suites.ts';
import { fc } from '../random/fast-check.ts';
import { seedOr } from '../random/seed.ts';
import { StrayFinder } from './strays.ts';

/** Steps of each system; the slow tests take a million. */
const STEPS = 20_000;

describe.each(suites)('random scenarios of $system.name, with several entities of each kind', ({ system, walks }) => {
  test('reach only situations of the data, and none declared unreachable', async () => {
    const finder = await StrayFinder.of(system);
    for (let seed = seedOr(1); finder.steps < STEPS; seed += 1) {
      for (const { steps } of walks) {
        const [scenario = []] = fc.sample(steps, { numRuns: 1, seed });
        expect(finder.straysIn(scenario), `SEED=${seed}`).toEqual([]);
      }
    }
  }, 300_000);
});
