import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../src/engine/view.ts';
import { run } from './run.ts';

describe('6 view', () => {
  const vacant = { needReauthentication: false, storageFull: false };
  it.each([
    ['given ready', 'backup:1', { BACKUP: 'COMPLETED' }, vacant],
    [
      'backup start; credential permissionRevoked',
      'backup:1',
      { BACKUP: 'PREPARING' },
      { ...vacant, needReauthentication: true },
    ],
    [
      'backup start; backup started; backup spaceFull',
      'backup:1',
      { BACKUP: 'SPACE_FULL' },
      { ...vacant, storageFull: true },
    ],
    ['given ready; migration start', 'migration:1', { MIGRATION: 'ON_QUEUE' }, { backedUp: true }],
    ['backup start', 'migration:1', { MIGRATION: null }, { backedUp: false }],
    ['given ready', 'migration:1', { MIGRATION: null }, { backedUp: true }],
    [
      'backup:2 start; backup:2 started; backup:2 succeeded; download start backup=2; download cancel; download start',
      'download:1',
      { DOWNLOAD: 'ON_QUEUE' },
      { backedUp: true },
    ],
    ['given ready; download:a start', 'download:a', { DOWNLOAD: 'ON_QUEUE' }, { backedUp: true }],
    [
      'given ready; restore start; credential permissionRevoked',
      'restore:1',
      { RESTORE: 'ON_QUEUE' },
      { backedUp: true, needReauthentication: true },
    ],
    ['credential permissionRevoked', 'credential:1', { CREDENTIAL: 'PERMISSION_ISSUE' }, {}],
    ['subscription upgrade', 'subscription:1', { STORAGE: 'AVAILABLE' }, {}],
  ])('%s: %s', (script, entity, phases, shown) => {
    const { world } = run(script).simulator;
    const [kind = '', id = ''] = entity.split(':');
    expect(viewOf(world, world.peek(kind, id))).toEqual({ entity, phases, facts: shown });
  });
});
