import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import type { CodeRow, System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { WorldSweep } from '../../src/search/world-search.ts';
import { seedOr } from '../random/seed.ts';
import { owed, readGolden, rowName, search } from './scenarios.ts';

const registry: readonly System[] = Object.values(systems);

describe.each(registry.map((system) => ({ name: system.name, system })))('3: $name', ({ system }) => {
  const golden = readGolden(system);

  test('explain still finds scenarios of the same length, for a few codes', () => {
    const rows = owed(system).filter((row) => (golden[rowName(row)]?.lines ?? 9) <= 4);
    const seed = seedOr(20_260_101);
    const sample = [0, 1, 2, 3].map((each) => rows[(seed * 7 + each * 31) % rows.length] as CodeRow);
    const lengths = sample.map((row) => `${rowName(row)}: ${search(system, row)?.lines}`);
    expect(lengths).toEqual(sample.map((row) => `${rowName(row)}: ${golden[rowName(row)]?.lines}`));
  });

  test('a search of whole worlds, three lines deep, finds exactly the codes with a scenario that short', () => {
    const reader = new ScenarioReader(system);
    const sweep = new WorldSweep(system, owed(system), (line) => reader.line(line));
    sweep.run({ lines: 3, situations: Number.POSITIVE_INFINITY }, () => false);
    const found = owed(system).flatMap((row) => {
      const lines = sweep.found.get(row)?.length;
      return lines === undefined ? [] : [`${rowName(row)}: ${lines}`];
    });
    const short = Object.entries(golden).filter(([, each]) => each && each.lines <= 3);
    expect(found).toEqual(short.map(([row, each]) => `${row}: ${each?.lines}`));
  });
});
