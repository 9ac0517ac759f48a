import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { seedOr } from '../random/seed.ts';
import { statements } from './statements.ts';
import { walk } from './walk.ts';

const registry: readonly System[] = Object.values(systems);

describe.each(registry.map((system) => ({ name: system.name, system })))('$name', ({ system }) => {
  test.each(Object.keys(statements))('%s', (law) => {
    expect(statements[law]?.(system)).toEqual([]);
  });

  test('1, 2 and 7: random scenarios, with the XState machines beside', () => {
    const { findings } = walk(system, { seed: seedOr(20_260_101), walks: 12, steps: 150 });
    expect(findings).toEqual([]);
  });
});
