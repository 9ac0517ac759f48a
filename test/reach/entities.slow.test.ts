import { describe, expect, test } from 'vitest';
import type { SystemName } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import { entities } from '../space/spaces.ts';
import { readSizes, slowEntities, workedOutAnew } from './shipped.ts';

const slow = entities.filter(({ name }) => slowEntities.includes(name) && name !== 'egnyte job');

test('every slow entity is an entity', () => {
  expect(slow).toHaveLength(slowEntities.length - 1);
});

describe('the data is what `npm run reach` would write now', () => {
  test.each(slow)(
    '$name',
    async ({ name, system, kind }) => {
      const { answers, size } = workedOutAnew(system, kind);
      expect(answers).toEqual((await answersOf(system.name as SystemName)).entities[kind]);
      expect(size).toEqual(readSizes()[name]);
    },
    120_000,
  );
});
