import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { statements } from '../../src/laws/statements.ts';
import { walk } from '../../src/laws/walk.ts';
import type { System } from '../../src/model/index.ts';
import { seedOr } from '../random/seed.ts';

const registry: readonly System[] = Object.values(systems);

// That some scenario shows each code, and that exploring twice gives the same space, is tested with the goldens.
describe.each(registry.map((system) => ({ name: system.name, system })))('$name', ({ system }) => {
  test.each(Object.keys(statements))('%s', (law) => {
    expect(statements[law]?.(system)).toEqual([]);
  });

  test('1, 2 and 7: random scenarios, with the XState machines beside', () => {
    expect(walk(system, { seed: seedOr(20_260_101), walks: 12, steps: 150 }).findings).toEqual([]);
  });
});
