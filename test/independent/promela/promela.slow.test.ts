import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { systems } from '../../../machines/index.ts';
import type { System } from '../../../src/model/index.ts';
import { hostile } from '../../diagram/formats/hostile.ts';
import { explore } from '../../space/explicit/explore.ts';
import { compareSpace, modelOf } from '../spaces.ts';
import { verify } from '../spin.ts';
import { promela } from './promela.ts';

const installed = !spawnSync('spin', ['--version']).error && !spawnSync('gcc', ['--version']).error;
const because = installed ? '' : ' (skipped: spin or gcc is not installed)';

test('a letter is one step: its guard, and what it does', () => {
  const model = promela(systems.wildduck, 'file', [{ kind: 'file', event: 'delete', params: {} }]);
  expect(model.match(/:: d_step \{/g)?.length).toBe(1);
  expect(model).toMatch(/unsigned file_FILE : 2 = file_FILE_null;/);
});

test('a letter that is never taken is no option', () => {
  const model = promela(systems.wildduck, 'file', [{ kind: 'file', event: 'nothing', params: {} }]);
  expect(model).not.toContain('d_step');
});

test('the text is the same each time', () => {
  for (const kind of Object.keys(systems.egnyte.entities)) {
    if (kind !== 'job') expect(modelOf(systems.egnyte, kind)).toBe(modelOf(systems.egnyte, kind));
  }
});

test('code that gives a command cannot be exported, and the error says so', () => {
  const system: System = {
    ...systems.wildduck,
    settle: (world, touched) => {
      world.command(touched, 'delete', {});
    },
  };
  expect(() => promela(system, 'file', [{ kind: 'file', event: 'delete', params: {} }])).toThrow(/cannot be exported/);
});

/** All entities, the job too, are explored by `npm run check:independent`. */
describe.skipIf(!installed)(`SPIN finds as many situations and transitions as the engine${because}`, () => {
  test.each<[System, string]>([
    [systems.dovecot, 'manager'],
    [systems.dropsuite, 'backup'],
    [systems['mozilla-sync'], 'server'],
    [hostile.system, 'note'],
  ])('%o %s', { timeout: 120_000 }, async (system, kind) => {
    const { ours, theirs } = await compareSpace(system, kind);
    expect([theirs.situations, theirs.transitions]).toEqual([ours.situations, ours.transitions]);
    expect(ours.situations).toBeGreaterThan(1);
  });

  test('and other numbers where it is given no gates', { timeout: 120_000 }, async () => {
    const { dropsuite } = systems;
    const ours = explore(dropsuite, 'backup');
    const backup = { ...dropsuite.entities.backup, rules: {} };
    const theirs = await verify(modelOf({ ...dropsuite, entities: { ...dropsuite.entities, backup } }, 'backup'));
    expect(theirs.transitions).toBeGreaterThan(ours.transitions);
  });
});
