import { expect, test } from 'vitest';
import { egnyte } from '../../machines/egnyte/system.ts';
import { answersOf } from '../../machines/shipped.ts';
import type { EntityAnswers } from '../../src/reach/shipped.ts';
import { fc } from '../random/fast-check.ts';
import { seedOr } from '../random/seed.ts';
import { suite } from '../systems/egnyte/oracle/suite.ts';
import { conditionSizes } from './condition-size.ts';
import { readSizes, workedOutAnew } from './shipped.ts';
import { StrayFinder } from './strays.ts';

/** The number of random steps; `REACH_STEPS` sets another. */
const STEPS = Number(process.env.REACH_STEPS ?? 200_000);

test("a job's data is what `npm run reach` would write now", async () => {
  const { entities } = await answersOf('egnyte');
  const { answers, size } = workedOutAnew(egnyte, 'job');
  expect(answers).toEqual(entities.job);
  expect(size).toEqual(readSizes()['egnyte job']);
}, 900_000);

test("nine of ten conditions that distinguish a job's answers have at most four literals", async () => {
  const { entities } = await answersOf('egnyte');
  const { answers, withFourOrLess, dependOnNothing } = conditionSizes(egnyte, 'job', entities.job as EntityAnswers);
  expect(answers).toBeGreaterThan(20_000);
  expect(withFourOrLess / answers).toBeGreaterThanOrEqual(0.9);
  expect(dependOnNothing).toEqual([]);
}, 900_000);

test(`${STEPS} random steps reach only situations of the data`, async () => {
  const finder = await StrayFinder.of(egnyte);
  expect(STEPS).toBeGreaterThan(0);
  for (let seed = seedOr(100_000); finder.steps < STEPS; seed += 1) {
    for (const { steps } of suite.walks) {
      const [scenario = []] = fc.sample(steps, { numRuns: 1, seed });
      expect(finder.straysIn(scenario), `SEED=${seed}`).toEqual([]);
    }
  }
}, 1_800_000);
