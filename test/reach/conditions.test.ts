import { describe, expect, test } from 'vitest';
import { type SystemName, systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import type { System } from '../../src/model/index.ts';
import { conditionSizes } from './condition-size.ts';

describe.each(Object.values(systems) as System[])('the conditions that distinguish the answers of $name', (system) => {
  test('nine of ten have at most four literals, and no answer that needs one is without', async () => {
    const { entities } = await answersOf(system.name as SystemName);
    // A job has too many cells for a quick test.
    const quick = Object.entries(entities).filter(([kind]) => `${system.name} ${kind}` !== 'egnyte job');
    const sizes = quick.map(([kind, data]) => conditionSizes(system, kind, data));
    const sum = (of: 'answers' | 'withFourOrLess'): number => sizes.reduce((before, size) => before + size[of], 0);
    expect(sum('answers')).toBeGreaterThan(100);
    expect(sum('withFourOrLess') / sum('answers')).toBeGreaterThanOrEqual(0.9);
    expect(sizes.flatMap(({ dependOnNothing }) => dependOnNothing)).toEqual([]);
  });
});
