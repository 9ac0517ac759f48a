import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { CodeRow, System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { linesToTry } from '../../src/search/moves.ts';
import { shows } from '../../src/search/result-shows.ts';
import { WorldSweep } from '../../src/search/world-search.ts';
import { sound } from '../toys/toys.ts';

const owed = ({ codes }: System): CodeRow[] => codes.filter(({ kind }) => kind !== 'informational');
const rowOf = ({ code, name }: CodeRow): string => `${code} ${name}`;

function reading(system: System) {
  const reader = new ScenarioReader(system);
  return (line: string) => reader.line(line);
}

/** Runs every scenario with this many lines from the beginning. */
function plainly(system: System, most: number): Map<string, number> {
  const read = reading(system);
  const moves = linesToTry(system, read);
  const rows = owed(system);
  const found = new Map<string, number>();
  const play = (lines: readonly string[]): void => {
    const simulator = new Simulator(system);
    const results = lines.map((line) => read(line).map((step) => simulator.run(step)));
    for (const row of rows) {
      if (!results.at(-1)?.some((result) => shows(system, row, result))) continue;
      const known = found.get(rowOf(row)) ?? Number.POSITIVE_INFINITY;
      found.set(rowOf(row), Math.min(known, lines.length));
    }
    if (lines.length === most) return;
    for (const { line, opening } of moves) if (!opening) play([...lines, line]);
  };
  for (const { line } of moves) play([line]);
  return found;
}

describe.each<{ name: string; system: System; most: number }>([
  { name: 'toy', system: sound, most: 4 },
  { name: 'dovecot', system: systems.dovecot, most: 2 },
  { name: 'dropsuite', system: systems.dropsuite, most: 2 },
])('the search of whole worlds of $name', ({ system, most }) => {
  const sweep = new WorldSweep(system, owed(system), reading(system));
  sweep.run({ lines: most, situations: Number.POSITIVE_INFINITY }, () => false);

  test('finds every code as early as running all scenarios one by one', () => {
    const plain = plainly(system, most);
    for (const [row, lines] of sweep.found) {
      // The plain search has no line of its own for a code in place of another.
      expect(lines.length, rowOf(row)).toBeLessThanOrEqual(plain.get(rowOf(row)) ?? most);
      plain.delete(rowOf(row));
    }
    expect([...plain]).toEqual([]);
  });

  test('finds scenarios that show their codes', () => {
    const read = reading(system);
    for (const [row, lines] of sweep.found) {
      const simulator = new Simulator(system);
      const results = lines.map((line) => read(line).map((step) => simulator.run(step)));
      expect(
        results.at(-1)?.some((result) => shows(system, row, result)),
        rowOf(row),
      ).toBe(true);
    }
  });
});

test('a search that stops at its bounds continues where it stopped, and finds the same', () => {
  const { dovecot } = systems;
  const once = new WorldSweep(dovecot, owed(dovecot), reading(dovecot));
  once.run({ lines: 3, situations: Number.POSITIVE_INFINITY }, () => false);
  const often = new WorldSweep(dovecot, owed(dovecot), reading(dovecot));
  for (let bound = 7; often.tried < 3; bound += 7) often.run({ lines: 3, situations: bound }, () => false);
  expect([...often.found].map(([row, lines]) => [rowOf(row), lines])).toEqual(
    [...once.found].map(([row, lines]) => [rowOf(row), lines]),
  );
});

test('if there is no new situation, scenarios of every length were tried', () => {
  const { states } = sound.entities.lamp.chart;
  const still = { ...sound, ready: ['lamp switchOff'], searchHints: [] };
  const LIGHT = { ...states.LIGHT, states: { null: {}, ON: {}, OFF: {}, BROKEN: {} } };
  const { facts: _facts, ...lamp } = still.entities.lamp;
  const rules = { switchOff: lamp.rules.switchOff };
  const dead: System = {
    ...still,
    entities: {
      lamp: {
        ...lamp,
        rules,
        facts: {},
        chart: { id: 'toy-lamp', states: { LIGHT } },
        commands: { switchOff: { says: 'off' } },
      },
    },
  };
  const sweep = new WorldSweep(dead, owed(dead), reading(dead));
  sweep.run({ lines: Number.POSITIVE_INFINITY, situations: 1000 }, () => false);
  expect(sweep.tried).toBe(Number.POSITIVE_INFINITY);
  expect([...sweep.found.keys()].map(({ code }) => code)).toEqual([6, 9]);
});
