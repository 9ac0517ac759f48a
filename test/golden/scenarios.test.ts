import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { shows } from '../../src/search/result-shows.ts';
import type { System } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { owed, readGolden, rowName } from './scenarios.ts';

const registry: readonly System[] = Object.values(systems);

describe.each(registry.map((system) => ({ name: system.name, system })))('3: $name', ({ system }) => {
  const golden = readGolden(system);

  test('every code that is not informational has a scenario', () => {
    expect(Object.keys(golden)).toEqual(owed(system).map(rowName));
    expect(Object.values(golden).filter((found) => found === null)).toEqual([]);
  });

  test('nearly every scenario is proven to be the shortest', () => {
    const all = Object.values(golden);
    expect(all.filter((found) => found?.proven).length).toBeGreaterThan(0.9 * all.length);
    expect(all.filter((found) => found && found.lines !== found.scenario.length)).toEqual([]);
  });

  test.each(owed(system).map((row) => ({ name: rowName(row), row })))('$name is shown by its scenario', ({ name, row }) => {
    const scenario = golden[name]?.scenario ?? [];
    const results = [...simulate(readScenario(system, scenario.join('\n')), system)];
    // The opening stands for several steps, any of which may show the code.
    const last = scenario.length === 1 ? results : results.slice(-1);
    expect(last.some((result) => shows(system, row, result))).toBe(true);
  });
});
