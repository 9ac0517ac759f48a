import { expect, it } from 'vitest';
import { ALL, ANY, IS, NONE, ONE_OF } from '../../src/model/gate-table.ts';

it('a test of a stored table begins with 0 for a name, 1 for all, 2 for any and 3 for none', () =>
  expect([IS, ALL, ANY, NONE]).toEqual([0, 1, 2, 3]));

it('a view from another copy of the package has its function under the same name', () =>
  expect(ONE_OF).toBe(Symbol.for('migration-lifecycles.oneOf')));
