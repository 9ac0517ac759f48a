import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { rowTargets } from '../../src/answers/row-targets.ts';
import type { System } from '../../src/model/index.ts';
import { EMPTY } from '../../src/reach/diagram/nodes.ts';
import { reachClosed } from '../../src/reach/reach.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { linesWith } from '../../src/search/alike-lines.ts';
import { sound } from '../toys/toys.ts';
import { distancesIn } from './distances.ts';

const spaces: readonly (readonly [System, string])[] = [
  [sound, 'lamp'],
  [systems.dovecot, 'manager'],
  [systems.dovecot, 'account'],
  [systems.dropsuite, 'backup'],
  [systems.wildduck, 'user'],
  [systems['mozilla-sync'], 'account'],
  [systems.egnyte, 'agent'],
  [systems.egnyte, 'project'],
];

describe.each(spaces.map(([system, kind]) => ({ name: `${system.name} ${kind}`, system, kind })))(
  'in the closed space of $name',
  ({ system, kind }) => {
    const reader = new ScenarioReader(system);
    const read = (line: string) => reader.line(line);
    const query = reachClosed(system, kind, read, { asNew: true });
    const { diagrams, world, set } = query.reachable;
    const plain = distancesIn(system, kind, read);

    test('every state has the distance that a search of single situations finds', () => {
      const states = world.levels.flatMap(({ kind: of, name, states: all }, level) =>
        all.map((state, index) => [`${of} ${name} ${state}`, diagrams.restrict(set, level, 1 << index)] as const),
      );
      expect(states.length).toBeGreaterThan(1);
      const lengths = states.map(([name, part]) => [name, query.routes.to(part)?.length]);
      expect(lengths).toEqual(states.map(([name]) => [name, plain.states.get(name)]));
    });

    test('so has every code that is shown, and a letter shows it at the end of the route', () => {
      const targets = rowTargets(query);
      expect(plain.rows.size).toBeGreaterThan(0);
      for (const [row, distance] of plain.rows) {
        const byLetter = [...targets(row).values()];
        const route = query.routes.to(byLetter.reduce((all, part) => diagrams.union(all, part), EMPTY));
        expect([row.code, route && route.length + 1]).toEqual([row.code, distance]);
        expect(byLetter.some((part) => route && diagrams.has(part, route.end))).toBe(true);
      }
    });

    test('a code that no letter shows has no target, unless the data treats it like the code of a letter', () => {
      const targets = rowTargets(query);
      const none = system.codes.filter((row) => !plain.rows.has(row));
      const found = none.filter((row) => targets(row).size > 0);
      const alike = none.filter((row) =>
        world.letters.some((letter) => linesWith(system, letter, row.code).length > 0),
      );
      expect(found.filter((row) => !alike.includes(row)).map(({ code }) => code)).toEqual([]);
    });
  },
);
