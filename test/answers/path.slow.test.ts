import { expect, test } from 'vitest';
import { pathTo } from '../../src/answers/path.ts';
import { worldBehind } from '../../src/answers/source.ts';
import { reach } from '../../src/reach/index.ts';
import { fc } from '../random/fast-check.ts';
import { sourceOf } from './sources.ts';

const egnyte = await sourceOf('egnyte');

test.each(['agent', 'project'])(
  'there is a path to any two statuses that a %s can have at the same time',
  (kind) => {
    const { all } = reach(egnyte.system, kind, egnyte.read, egnyte.shipped);
    const statuses = Object.keys(egnyte.system.entities[kind]?.phases ?? {}).flatMap((phase) =>
      all.statuses(phase).map((status) => ({ phase, status })),
    );
    let found = 0;
    fc.assert(
      fc.property(fc.constantFrom(...statuses), fc.constantFrom(...statuses), (one, other) => {
        const known = { [one.phase]: one.status, [other.phase]: other.status };
        fc.pre(all.where(known).any);
        const path = pathTo(egnyte, kind, { known });
        if (!('lines' in path)) throw new Error('no scenario was confirmed');
        const entity = worldBehind(egnyte, path.lines).peek(kind, '1');
        for (const [phase, status] of Object.entries(known)) expect(entity.state(phase)).toBe(String(status));
        found += 1;
      }),
      { numRuns: 60 },
    );
    expect(found).toBe(60);
  },
  600_000,
);
