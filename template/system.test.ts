import { gate, simulate, view, worldAfter } from 'migration-lifecycles';
import { laws } from 'migration-lifecycles/testing';
import { expect, test } from 'vitest';
import system from './system.ts';

test.each(laws(system))('$law', ({ findings }) => expect(findings).toEqual([]));

test('a task that is done cannot be cancelled', () => {
  const [, , , last] = simulate(
    [{ given: 'ready' }, { to: 'task', type: 'finished' }, { to: 'task', type: 'cancel' }],
    { system },
  );
  expect(last?.error).toEqual({ code: 203, name: 'TASK_OVER' });
});

test('a button for start is enabled again once the task has failed', () => {
  const world = worldAfter([{ given: 'ready' }, { to: 'task', type: 'failed', code: 300 }], { system });
  expect(gate(system, view(world, 'task')).start?.allowed).toBe(true);
});
