import { expect, it } from 'vitest';
import { dropsuite } from '../../../machines/dropsuite/system.ts';
import { codeOf } from './oracle/codes.ts';

it("every status has the vendor's word", () => {
  for (const { phases } of Object.values(dropsuite.entities)) {
    for (const [phase, statuses] of Object.entries(phases)) {
      const theirs = Object.keys(statuses).map((status) => [status, codeOf(phase, status)]);
      expect(statuses).toEqual(Object.fromEntries(theirs));
    }
  }
});
