import { expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { explore } from './explicit/explore.ts';

test('a free fact reaches what only its other values lead to', () => {
  const usual = explore(systems.egnyte, 'agent');
  const free = explore(systems.egnyte, 'agent', { free: ['anyJobOccupied'] });
  expect(usual.statuses.agent?.AGENT_UPGRADE?.SCHEDULED).toBe(0);
  expect(free.statuses.agent?.AGENT_UPGRADE?.SCHEDULED).toBeGreaterThan(0);
  expect(usual.ungiven).toContain(681);
  expect(free.ungiven).not.toContain(681);
  expect(free.held).not.toContain('agent anyJobOccupied');
});

test('a limit ends the search early, and the result says that it is incomplete', () => {
  const all = explore(systems.egnyte, 'project');
  const some = explore(systems.egnyte, 'project', { limit: 1000 });
  expect(some.complete).toBe(false);
  expect(some.situations).toBeGreaterThanOrEqual(1000);
  expect(some.situations).toBeLessThan(all.situations);
  expect(explore(systems.egnyte, 'project', { limit: all.situations + 1 })).toEqual(all);
});
