import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { isRefusal, type System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { type Aim, ANY_PART, cubeOf } from '../../src/search/aims.ts';
import { witnessesOf } from '../../src/search/witness.ts';
import { stateAt } from '../../src/space/layout.ts';
import { spaceOf } from '../../src/space/space.ts';
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

const read = (system: System) => {
  const reader = new ScenarioReader(system);
  return (line: string) => reader.line(line);
};

/** Every state of every place, and every code that refuses, as aims by name. */
function everyAim(system: System, kind: string): Map<string, Aim> {
  const { layout } = spaceOf(system, kind, read(system), { asNew: true });
  const { nodes, places } = layout.quotient;
  const aims = new Map<string, Aim>();
  places.forEach(({ states }, place) => {
    states.forEach((_, state) => {
      aims.set(
        `${place} ${state}`,
        nodes.flatMap((__, node) => cubeOf(layout, node, [[place, state]]) ?? []),
      );
    });
  });
  nodes.forEach(({ answers }, node) => {
    for (const { rule, letter } of answers) {
      if (!isRefusal(rule)) continue;
      const name = String(rule.code);
      aims.set(name, [...(aims.get(name) ?? []), { node, high: ANY_PART, low: ANY_PART, letter }]);
    }
  });
  return aims;
}

describe.each(spaces.map(([system, kind]) => ({ name: `${system.name} ${kind}`, system, kind })))(
  'the witnesses of $name',
  ({ system, kind }) => {
    const space = spaceOf(system, kind, read(system), { asNew: true });
    const aims = everyAim(system, kind);
    const witnesses = witnessesOf(space, [...aims.values()]);

    test('are as long as those of a search over single situations, for every goal', () => {
      const plain = distancesIn(system, kind, read(system));
      const depths = [...aims.keys()].map((name, index) => [name, witnesses[index]?.depth]);
      expect(depths).toEqual([...aims.keys()].map((name) => [name, plain.get(name)]));
    });

    test('are the same one by one as all at once', () => {
      const alone = [...aims.values()].map((aim) => witnessesOf(space, [aim])[0]?.depth);
      expect(alone).toEqual(witnesses.map((witness) => witness?.depth));
    });

    test('end in their situation, with each letter taken where the one before led', () => {
      const { nodes, places, initial, letters } = space.layout.quotient;
      for (const [index, aim] of [...aims.values()].entries()) {
        const witness = witnesses[index];
        if (!witness) continue;
        const takesLast = aim[0]?.letter !== -1;
        const standing = initial.slice();
        let node = 0;
        for (const letter of takesLast ? witness.letters.slice(0, -1) : witness.letters) {
          const arrow = nodes[node]?.arrows.find((each) => each.letter === letter);
          expect(arrow, letters[letter]?.line).toBeDefined();
          arrow?.sets.forEach((state, place) => {
            if (state >= 0) standing[place] = state;
          });
          node = arrow?.to ?? -1;
        }
        expect([...witness.standing]).toEqual([...standing]);
        expect(aim.some((cube) => cube.node === node)).toBe(true);
        expect(places).toHaveLength(witness.standing.length);
      }
    });
  },
);

test('an aim that no situation meets has no witness, and the others have one', () => {
  const space = spaceOf(systems.dovecot, 'account', read(systems.dovecot), { asNew: true });
  const [start = []] = [...everyAim(systems.dovecot, 'account').values()];
  expect(witnessesOf(space, [[], start, []]).map((witness) => witness?.depth)).toEqual([undefined, 0, undefined]);
});

test('a digit of a situation is found by its state', () => {
  const { layout } = spaceOf(systems.egnyte, 'agent', read(systems.egnyte), { asNew: true });
  layout.quotient.places.forEach(({ states }, place) => {
    states.forEach((_, state) => {
      const cube = cubeOf(layout, 0, [[place, state]]);
      if (cube) expect(stateAt(layout, 0, cube.high.value, cube.low.value, place)).toBe(state);
    });
  });
});
