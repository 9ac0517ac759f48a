import { expect, test } from 'vitest';
import { shownWhole, toMiddle, zoomed } from '../../../src/web/explorer/placement.ts';

const begin = { x: 10, y: 20, scale: 1 };

test('a zoom leaves its centre in place', () => {
  const at = { x: 110, y: 70 };
  const { x, y, scale } = zoomed(begin, 2, at);
  expect(scale).toBe(2);
  expect([(at.x - x) / scale, (at.y - y) / scale]).toEqual([at.x - begin.x, at.y - begin.y]);
});

test('zooming in and out again changes nothing', () => {
  expect(zoomed(zoomed(begin, 4, { x: 5, y: 6 }), 0.25, { x: 5, y: 6 })).toEqual(begin);
});

test('a picture is shown at most 8 times as large, and at least at a twentieth of its size', () => {
  expect(zoomed(begin, 100, { x: 0, y: 0 }).scale).toBe(8);
  expect(zoomed(begin, 1 / 100, { x: 0, y: 0 }).scale).toBe(0.05);
});

test('a picture that is too wide is scaled down to its view', () => {
  expect(shownWhole({ width: 2000, height: 500 }, { width: 1000, height: 800 })).toEqual({ x: 0, y: 0, scale: 0.5 });
});

test('a picture that is too high is scaled down and centred', () => {
  expect(shownWhole({ width: 400, height: 1600 }, { width: 1000, height: 800 })).toEqual({ x: 400, y: 0, scale: 0.5 });
});

test('a small picture keeps its size', () => {
  expect(shownWhole({ width: 400, height: 100 }, { width: 1000, height: 800 })).toEqual({ x: 300, y: 0, scale: 1 });
});

const view = { x: 100, y: 100, width: 400, height: 200 };

test('a part in view is not moved', () => {
  expect(toMiddle({ x: 100, y: 280, width: 400, height: 20 }, view)).toEqual({ x: 0, y: 0 });
});

test('a part that is not wholly in view is centred', () => {
  expect(toMiddle({ x: 90, y: 150, width: 40, height: 20 }, view)).toEqual({ x: 190, y: 40 });
  expect(toMiddle({ x: 200, y: 290, width: 40, height: 20 }, view)).toEqual({ x: 80, y: -100 });
});
