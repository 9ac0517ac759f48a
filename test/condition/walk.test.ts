import { expect, it } from 'vitest';
import { patternsOf } from '../../src/condition/walk.ts';
import type { Condition } from '../../src/model/index.ts';

/** The names in each pattern, with a minus if the pattern is denied. */
const read = (condition: Condition): string[] =>
  patternsOf(condition).map(({ tests, denied }) => (denied ? '-' : '') + tests.map(({ name }) => name).join('&'));

it.each<[condition: Condition, patterns: string[]]>([
  [{}, ['']],
  [{ a: 1, b: 2 }, ['a&b']],
  [{ all: [{ a: 1 }, { any: [{ b: 2 }, { c: 3 }] }] }, ['a', 'b', 'c']],
  [{ none: [{ a: 1 }, { all: [{ b: 2 }] }] }, ['-a', '-b']],
  [{ any: [{ a: 1 }, { none: [{ b: 2 }] }, { c: 3 }] }, ['a', '-b', 'c']],
  [{ none: [{ none: [{ a: 1 }] }] }, ['-a']],
])('the patterns of %j, in order, and whether they are inside none', (condition, patterns) =>
  expect(read(condition)).toEqual(patterns),
);
