import { describe, expect, test } from 'vitest';
import { type SystemName, systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import type { System } from '../../src/model/index.ts';
import { conditionSizes } from './condition-size.ts';

describe.each(Object.values(systems) as System[])('what tells the answers of $name apart', (system) => {
  test('has at most four literals in nine of ten answers, and no cell depends on nothing', async () => {
    const { entities } = await answersOf(system.name as SystemName);
    // The job's cells are many: they are asked in the slow tests.
    const quick = Object.entries(entities).filter(([kind]) => `${system.name} ${kind}` !== 'egnyte job');
    const sizes = quick.map(([kind, data]) => conditionSizes(system, kind, data));
    const sum = (of: 'answers' | 'withFourOrLess'): number => sizes.reduce((before, size) => before + size[of], 0);
    expect(sum('answers')).toBeGreaterThan(100);
    expect(sum('withFourOrLess') / sum('answers')).toBeGreaterThanOrEqual(0.9);
    expect(sizes.flatMap(({ dependOnNothing }) => dependOnNothing)).toEqual([]);
  });
});
