import { expect, describe as group, test } from 'vitest';
import { crossingsOf } from '../../src/diagram/crossings.ts';
import { sceneOf } from '../../src/diagram/draw.ts';
import type { Scene } from '../../src/diagram/scene.ts';
import { pictures } from '../reference/pictures.ts';
import { sourcesOf } from './subjects.ts';

const edge = (...points: readonly (readonly [number, number])[]) => ({ points: points.map(([x, y]) => ({ x, y })) });

group('a crossing', () => {
  test('is where a vertical piece of one edge meets a horizontal piece of another', () => {
    expect(crossingsOf([edge([5, 0], [5, 10]), edge([0, 5], [10, 5])])).toEqual([[0, 1]]);
  });

  test('counts once for each place', () => {
    const bent = edge([0, 3], [10, 3], [10, 7], [0, 7]);
    expect(crossingsOf([edge([5, 0], [5, 10]), bent])).toHaveLength(2);
  });

  test('is not where an edge ends at another, runs along it or crosses itself', () => {
    expect(crossingsOf([edge([5, 0], [5, 5]), edge([0, 5], [10, 5])])).toEqual([]);
    expect(crossingsOf([edge([5, 0], [5, 10]), edge([5, 2], [5, 8])])).toEqual([]);
    expect(crossingsOf([edge([5, 0], [5, 10], [0, 10], [0, 5], [10, 5])])).toEqual([]);
  });
});

test.each([...pictures()].map((picture) => [picture.path, picture] as const))(
  'no edge crosses another in %s',
  async (_, { system, subject }) => {
    const { edges } = await sceneOf(system, subject, sourcesOf(system));
    const crossing = crossingsOf(edges).map((pair) => pair.map((at) => edges[at]?.id).join(' and '));
    expect(crossing).toEqual([]);
  },
  30_000,
);

/** States with transitions to them at which no arrow ends: each arrow ends at a note with the state's name. */
function detachedIn({ boxes, edges }: Scene): string[] {
  const entered = new Set(edges.filter(({ from, to }) => from !== to).map(({ to }) => to));
  return boxes
    .filter(({ id }) => !entered.has(id))
    .filter(({ data }) => edges.some((each) => each.data?.to === data?.status && each.data?.phase === data?.phase))
    .filter(({ data }) => data?.status !== undefined)
    .map(({ id }) => id);
}

test.each([...pictures()].map((picture) => [picture.path, picture] as const))(
  'an arrow ends at every state with a transition to it in %s',
  async (_, { system, subject }) => {
    expect(detachedIn(await sceneOf(system, subject, sourcesOf(system)))).toEqual([]);
  },
  30_000,
);
