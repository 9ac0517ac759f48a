import { expect, test } from 'vitest';
import { placesOfRows } from '../../src/cli/commands/gate/check/places.ts';
import { fc } from '../random/fast-check.ts';

test("a row's place is where it begins, whatever the rows before contain", () => {
  expect(placesOfRows('[\n  {"a": "x,[\\"\\n"}, 5,\n{"b": [1, {}]},null ]')).toEqual(['2:3', '2:21', '3:1', '3:16']);
  expect(placesOfRows('[ ]')).toEqual([]);
});

test('every element of every array has its place', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), (rows, indent) => {
      const text = JSON.stringify(rows, undefined, indent);
      const again: unknown = JSON.parse(text);
      const lines = text.split('\n');
      const places = placesOfRows(text);
      expect(places).toHaveLength(rows.length);
      places.forEach((place, at) => {
        const [line = 0, column = 0] = place.split(':').map(Number);
        const rest = [lines[line - 1]?.slice(column - 1), ...lines.slice(line)].join('\n');
        const token = JSON.stringify((again as unknown[])[at], undefined, indent).slice(0, 1);
        expect(rest.slice(0, 1)).toBe(token);
      });
    }),
  );
});
