import { expect, test } from 'vitest';
import { holdAgainstReach } from './law.ts';
import { sourceOf } from './sources.ts';

const egnyte = await sourceOf('egnyte');

test.each(Object.keys(egnyte.system.entities))(
  'can of a %s says what is answered in the situations of each status',
  { timeout: 600_000 },
  (kind) => {
    expect(holdAgainstReach(egnyte, kind)).toBeGreaterThan(0);
  },
);
