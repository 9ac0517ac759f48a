import { expect, test } from 'vitest';
import { can, viewFromCodes } from '../../src/index.ts';

test('status codes give the view of their entity, with the status of its agent', () => {
  expect(viewFromCodes([901, 932, 925])).toEqual({
    entity: 'job:1',
    phases: { SCAN: 'SUCCEEDED', MIGRATE_DATA: 'PAUSED' },
    agent: 'ACTIVE',
    facts: {},
  });
});

test('one code of an agent gives a view of the agent', () => {
  expect(viewFromCodes([901])).toEqual({ entity: 'agent:1', phases: { AGENT: 'ACTIVE' }, facts: {} });
});

test('two statuses of one phase are an error, and so is a code of no status', () => {
  expect(() => viewFromCodes([932, 930])).toThrow('no entity of egnyte has the statuses 932, 930 at one time');
  expect(() => viewFromCodes([650])).toThrow(RangeError);
});

test('can answers for such a view', () => {
  const seen = viewFromCodes(['Partially Complete'], { system: 'dropsuite', entity: 'backup' });
  const found = can('dropsuite', seen);
  expect(found).toHaveProperty('rows');
});
