import { expect, describe as group, test } from 'vitest';
import { sceneOf } from '../../src/diagram/draw.ts';
import type { Box, Scene } from '../../src/diagram/scene.ts';
import { faultsIn } from './geometry.ts';
import { all, called, sketchIn, sourcesOf, subjectsOf } from './subjects.ts';

group.each(all.map((system) => [system.name, system] as const))('%s', (_, system) => {
  test.each(subjectsOf(system).map((subject) => [called(subject), subject] as const))(
    'nothing covers anything in the picture of %s',
    async (_name, subject) => {
      const scene = await sceneOf(system, subject, sourcesOf(system));
      expect(scene.boxes.length).toBeGreaterThan(0);
      expect(faultsIn(scene)).toEqual([]);
    },
  );

  test.each(Object.values(system.entities).map(({ kind }) => kind))(
    'no state of %s is above the initial state of its region',
    async (entity) => {
      for (const { id: phase, initial, states } of (await sketchIn(system, entity)).regions) {
        const { boxes } = await sceneOf(system, { view: 'states', entity, phase }, sourcesOf(system));
        const bottom = (state: string): number => {
          const box = boxes.find(({ id }) => id === `${phase}.${state}`);
          return box ? box.y + box.height : Number.NaN;
        };
        const first = bottom(initial);
        // Boxes of one row differ in height, and are aligned at the top or in the middle.
        expect(states.filter(({ id }) => !(bottom(id) > first - 24)).map(({ id }) => `${phase}.${id}`)).toEqual([]);
      }
    },
  );
});

group('a fault of a picture is found', () => {
  const box = (id: string, x: number, y: number, more: Partial<Box> = {}): Box => ({
    id,
    look: 'state',
    parent: null,
    ...{ x, y, width: 40, height: 20 },
    lines: [],
    ...more,
  });
  const sound: Scene = {
    id: 'toy',
    title: 'toy',
    description: 'two states',
    width: 200,
    height: 200,
    boxes: [box('a', 10, 10), box('b', 10, 100)],
    edges: [
      {
        id: 'e',
        look: 'plain',
        from: 'a',
        to: 'b',
        points: [
          { x: 30, y: 30 },
          { x: 30, y: 100 },
        ],
      },
    ],
    labels: [{ edge: 'e', x: 36, y: 50, width: 40, height: 16, lines: [{ x: 36, y: 60, text: 'go', look: 'plain' }] }],
  };
  const label = sound.labels[0] as Scene['labels'][number];
  const edge = sound.edges[0] as Scene['edges'][number];

  test('a sound picture has no fault', () => expect(faultsIn(sound)).toEqual([]));

  test.each<[string, Partial<Scene>, string]>([
    ['a box off the canvas', { width: 45 }, 'toy: a is not on the canvas'],
    ['two boxes in one place', { boxes: [...sound.boxes, box('c', 30, 10)] }, 'toy: a overlaps c'],
    [
      'a box that leaves its parent',
      { boxes: [...sound.boxes, box('c', 20, 15, { parent: 'a' })] },
      'toy: c is not wholly in a',
    ],
    ['a label on a box', { labels: [{ ...label, y: 90 }] }, 'toy: label go overlaps b'],
    ['two labels in one place', { labels: [label, { ...label, y: 55 }] }, 'toy: label go overlaps label go'],
    [
      'an edge that hangs in the air',
      {
        edges: [
          {
            ...edge,
            points: [
              { x: 30, y: 33 },
              { x: 30, y: 100 },
            ],
          },
        ],
      },
      'toy: e does not touch a',
    ],
    ['an edge through a label', { labels: [{ ...label, x: 20, lines: [] }] }, 'toy: e runs through label '],
    ['an edge through a box', { boxes: [...sound.boxes, box('c', 10, 60)], labels: [] }, 'toy: e runs through c'],
    ['a text without room', { labels: [{ ...label, width: 4 }] }, 'toy: there is no room for "go"'],
    ['two things of one name', { boxes: [...sound.boxes, box('a', 100, 100)] }, 'toy: two things are called a'],
  ])('%s', (_, change, fault) => {
    expect(faultsIn({ ...sound, ...change })).toContain(fault);
  });
});
