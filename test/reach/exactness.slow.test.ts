import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { reachAll, reach as reachSpace } from '../../src/reach/reachability.ts';
import { Rings } from '../../src/reach/rings.ts';
import { ClosedWorld } from '../../src/space/closed-world.ts';
import { entities, readSizes } from '../space/spaces.ts';
import { plainSearch } from './plain-search.ts';
import { reader } from './reader.ts';

/** A plain search visits this many situations in a moment. */
const SMALL = 8_000;

const reached = entities
  .filter(({ name }) => !['egnyte job', 'egnyte project', 'egnyte agent'].includes(name))
  .map((entity) => ({ ...entity, found: reachAll(entity.system, entity.kind) }))
  .filter(({ found }) => found.diagrams.count(found.set) <= SMALL);

test('more than 20 spaces are small enough for an explicit search', () => {
  expect(reached.length).toBeGreaterThan(20);
});

describe.each(reached)('$name', ({ system, kind, found }) => {
  const closed = new ClosedWorld(system, kind, { outside: found.outside });
  const { diagrams, world, transitions, set } = found;
  const plain = plainSearch(
    { members: closed.members, letters: closed.letters, take: (letter) => closed.take(letter) },
    ({ event }) => event.startsWith('free '),
  );
  const rings = new Rings(found, system, reader(system), diagrams.one(world.initial));

  test('has exactly the situations that an explicit search visits', () => {
    expect(diagrams.count(set)).toBe(BigInt(plain.distances.size));
    for (const situation of plain.distances.keys()) {
      expect(diagrams.has(set, levelsOf(situation))).toBe(true);
    }
  });

  test('each at the same distance', () => {
    const sets = new Map(rings.entries());
    for (const [situation, distance] of plain.distances) {
      expect(diagrams.has(sets.get(distance) ?? 0, levelsOf(situation))).toBe(true);
    }
  });

  test('and every letter has the same result in each', () => {
    const met = new Map<string, number>();
    for (const letter of world.letters.keys()) {
      for (const [{ result }, part] of transitions.relation.leavesOf(letter, set)) {
        const key = `${letter} ${result.taken} ${result.rule?.gate}`;
        met.set(key, (met.get(key) ?? 0) + Number(diagrams.count(part)));
      }
    }
    expect(met).toEqual(new Map(plain.met));
  });

  function levelsOf(situation: string): number[] {
    const at = situation.split(' ').map((each) => each.split(',').map(Number));
    return world.levels.map(({ member, region }) => at[member]?.[region] as number);
  }
});

describe('with the same facts held and the same regions fixed', () => {
  const sizes = readSizes();
  test.each(entities)('$name has as many situations as the explicit search visits', ({ name, system, kind }) => {
    const still = (system as System).entities[kind]?.space?.fixed ?? [];
    const { diagrams, set } = reachSpace(system, kind, { still });
    expect(diagrams.count(set)).toBe(BigInt(sizes[name]?.situations ?? 0));
  });
});

test('every system is there', () => {
  expect(new Set(entities.map(({ system }) => system.name))).toEqual(new Set(Object.keys(systems)));
});
