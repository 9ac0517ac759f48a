import { expect, test } from 'vitest';
import { holdAgainstReach } from './law.ts';
import { sourceOf } from './sources.ts';

const egnyte = await sourceOf('egnyte');

/** A domain has no phases. */
const kinds = Object.values(egnyte.system.entities).filter(({ phases }) => Object.keys(phases).length > 0);

test.each(kinds.map(({ kind }) => kind))(
  'can of a %s says what is answered in the situations of each status',
  { timeout: 600_000 },
  (kind) => {
    expect(holdAgainstReach(egnyte, kind)).toBeGreaterThan(0);
  },
);
