import { expect, test } from 'vitest';
import type { Part } from '../../src/diagram/graph.ts';
import { packed } from '../../src/diagram/packing.ts';
import { fc } from '../random/fast-check.ts';

/** A part that is one box. */
const part = (id: string, width: number, height: number): Part => ({
  boxes: [{ id, look: 'region', parent: null, x: 0, y: 0, width, height, lines: [] }],
  edges: [],
  labels: [],
  width,
  height,
});

const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), { maxLength: 14 });
const partsOf = (of: readonly (readonly [number, number])[]): Part[] =>
  of.map(([width, height], index) => part(String(index), width, height));

test('the parts of a picture do not overlap, and all are on the canvas', () => {
  fc.assert(
    fc.property(sizes, (of) => {
      const { boxes, width, height } = packed(partsOf(of));
      expect(boxes).toHaveLength(of.length);
      for (const [index, one] of boxes.entries()) {
        expect(one.x + one.width).toBeLessThanOrEqual(width);
        expect(one.y + one.height).toBeLessThanOrEqual(height);
        for (const other of boxes.slice(index + 1)) {
          const apart =
            one.x + one.width < other.x ||
            other.x + other.width < one.x ||
            one.y + one.height < other.y ||
            other.y + other.height < one.y;
          expect(apart).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a small part is placed beside a high one rather than below it', () => {
  const { boxes, height } = packed(
    partsOf([
      [1337, 1053],
      [356, 560],
      [289, 420],
      [352, 400],
    ]),
  );
  expect(height).toBe(1053);
  expect(boxes.at(-1)).toMatchObject({ x: 1355, y: 578 });
});
